import ArgumentParser
import Diagnostics

/// A word where a command belongs that is the name of none.
enum UnknownCommand {
    /// What to say of a command line; nil where every such word is a command's.
    static func diagnostic(_ arguments: [String]) -> Diagnostic? {
        let tree = CommandTree(following: arguments)
        guard !tree.children.isEmpty, tree.command.configuration.defaultSubcommand == nil,
            let word = tree.rest.first, !word.hasPrefix("-")
        else { return nil }
        let group = tree.words.isEmpty ? "" : " in `weir \(tree.words.joined(separator: " "))`"
        return .error(
            CommandCode.usageUnknownCommand, "there is no command `\(word)`\(group)",
            help: advice(word, in: tree))
    }

    private static func advice(_ word: String, in tree: CommandTree) -> String {
        let words = tree.words
        if let nearest = Suggestion.nearest(to: word, among: tree.children.flatMap { $0.names }) {
            let line = ["weir"] + words + [nearest] + tree.rest.dropFirst()
            return "did you mean `\(line.joined(separator: " "))`?"
        }
        let deeper = tree.children.filter { child in
            child.configuration.subcommands.contains { $0.names.contains(word) }
        }
        let lines = deeper.compactMap { $0.names.first }.map { name in
            "`" + (["weir"] + words + [name, word]).joined(separator: " ") + "`"
        }
        guard lines.isEmpty else { return "did you mean \(lines.joined(separator: " or "))?" }
        return "`\((["weir"] + words).joined(separator: " ")) --help` lists the commands"
    }
}
