import ArgumentParser
import Documents

/// One word that a shell may complete, with what it stands for.
struct CompletionWord: Hashable {
    /// What is written.
    let word: String
    /// What it stands for: a name, a sentence.
    let meaning: String

    /// Whether no shell reads anything into the word: bash expands what it is offered, and a
    /// platform's id may be a command.
    var isHarmless: Bool {
        word.utf8.allSatisfy { $0.isNameByte || "._:/@-".utf8.contains($0) }
    }

    /// The word as a shell takes it; of the shells only fish shows a meaning, after a tab.
    func text(for shell: CompletionShell?) -> String {
        shell == .fish && !meaning.isEmpty ? "\(word)\t\(meaning)" : word
    }
}

extension [CompletionWord] {
    /// Those that begin with what was typed, as the shell that asks takes them.
    func completing(_ prefix: String) -> [String] {
        filter { $0.word.hasPrefix(prefix) && $0.isHarmless }
            .map { $0.text(for: CompletionShell.requesting) }
    }
}
