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
            if let end = helpEnd(of: error, arguments) {
                print(WeirCommand.fullMessage(for: error) + "\n" + end, terminator: "")
                Foundation.exit(ExitStatus.done.rawValue)
            }
            WeirCommand.exit(withError: error)
        }
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
