import ArgumentParser

/// `weir completion SHELL`: the script that lets a shell complete commands, options and live ids.
struct CompletionCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print the completion script of a shell.")
    static let examples = [
        "completion bash > ~/.local/share/bash-completion/completions/weir",
        "completion fish > ~/.config/fish/completions/weir.fish",
    ]

    @Argument(help: "The shell: bash, zsh or fish.") var shell: ShellName

    func run() async throws {
        try await Session.ofProcess().run { session in
            session.console.data(shell.script)
            return .done
        }
    }
}

/// The shells that complete.
enum ShellName: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    /// The script.
    var script: String {
        switch self {
        case .bash: WeirCommand.completionScript(for: .bash)
        case .zsh: WeirCommand.completionScript(for: .zsh)
        case .fish: Self.repaired(WeirCommand.completionScript(for: .fish))
        }
    }

    /// Before version 4, fish has no cursor within the tokens of a command line, which the
    /// script of ArgumentParser 1.8 asks for; the length of the word up to the cursor is the same.
    static func repaired(_ script: String) -> String {
        script.replacing("(__weir_tokens -tC)", with: "(commandline -ct | string length)")
    }
}
