import ArgumentParser
import Foundation

/// The program from its arguments to its exit.
public enum WeirProgram {
    /// Runs a command line and ends the process.
    public static func main(_ arguments: [String]) async -> Never {
        let arguments = LeadingOptions.moved(arguments)
        do {
            if let unknown = UnknownCommand.diagnostic(arguments) {
                try await Session.ofProcess().run { _ in throw Failure(.wrongUsage, unknown) }
            }
            try await run(arguments)
            WeirCommand.exit()
        } catch {
            let console = Console.ofProcess(
                color: .auto, variables: ProcessInfo.processInfo.environment)
            end(with: error, arguments, on: console)
        }
    }

    /// Shows what the parser has to say, help or a mistake, and ends the process.
    private static func end(
        with error: any Error, _ arguments: [String], on console: Console
    ) -> Never {
        let code = WeirCommand.exitCode(for: error)
        let message = WeirCommand.fullMessage(for: error)
        if code == .success {
            console.data(message + "\n" + (helpEnd(of: error, arguments) ?? ""))
        } else if !message.isEmpty {
            console.talkAsIs(message + "\n")
        }
        Foundation.exit(code.rawValue)
    }

    private static func run(_ arguments: [String]) async throws {
        var command = try await WeirCommand.asyncParseAsRoot(arguments)
        guard var waiting = command as? any AsyncParsableCommand else { return try command.run() }
        try await waiting.run()
    }

    /// What the help that was asked for ends with; nil where the error is no help.
    private static func helpEnd(of error: any Error, _ arguments: [String]) -> String? {
        guard WeirCommand.exitCode(for: error) == .success,
            WeirCommand.fullMessage(for: error).contains("USAGE: ")
        else { return nil }
        let command = CommandTree(following: arguments).command
        return (command as? any HelpedCommand.Type)?.helpEnd
    }
}
