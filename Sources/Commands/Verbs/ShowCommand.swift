import ArgumentParser
import Platforms

/// `weir show FILE`: shows a plan file.
struct ShowCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a plan that `weir plan --out` wrote.")
    static let examples = ["show plan.json", "show plan.json --format json"]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The plan file.") var file: String
    @Option(help: OutputFormat.help) var format: OutputFormat = .text
    @Flag(help: "Show the calls of every row.") var calls = false

    func run() async throws {
        try await global.session().run { session in
            session.show(try PlanFile.read(file), format, calls: calls)
            return .done
        }
    }
}
