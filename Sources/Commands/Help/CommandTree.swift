import ArgumentParser

/// The tree of commands as words of a command line lead through it.
struct CommandTree {
    /// The commands on the way, the program itself first.
    private(set) var path: [any ParsableCommand.Type]
    /// The words that led here, as the commands call themselves.
    private(set) var words: [String] = []
    /// What follows the last command.
    private(set) var rest: ArraySlice<String>

    /// Follows words from the program as far as they are commands; `help` is passed over.
    init(following arguments: [String]) {
        path = [WeirCommand.self]
        rest = arguments[...]
        if rest.first == "help" { rest = rest.dropFirst() }
        while let word = rest.first, let child = child(word) {
            path.append(child)
            words.append(child.configuration.commandName ?? word)
            rest = rest.dropFirst()
        }
    }

    /// The last command.
    var command: any ParsableCommand.Type { path[path.count - 1] }

    /// The commands below the last one.
    var children: [any ParsableCommand.Type] { command.configuration.subcommands }

    private func child(_ word: String) -> (any ParsableCommand.Type)? {
        children.first { $0.names.contains(word) }
    }
}

extension ParsableCommand {
    /// What a command may be called.
    static var names: [String] {
        [configuration.commandName].compactMap(\.self) + configuration.aliases
    }
}
