import ArgumentParser
import Planning
import Platforms

/// `weir show FILE`: shows a plan file.
struct ShowCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a plan that `weir plan --out` wrote, and whether it is authentic.")
    static let examples = ["show plan.json", "show plan.json --format json"]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The plan file.") var file: String
    @Option(help: OutputFormat.help) var format: OutputFormat = .text
    @Flag(help: "Show the calls of every row.") var calls = false

    func run() async throws {
        try await global.session().run { session in
            let read = try await session.planFile(file)
            session.planned?(read.stored.plan)
            session.console.data(
                format.show(ShownPlanFile(read), style: session.style(calls: calls)))
            if case .changed = read.origin { return .failed }
            return .done
        }
    }
}
