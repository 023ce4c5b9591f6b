import ArgumentParser
import Platforms

/// `weir status`: what does not do its work on the accounts of the project.
struct StatusCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "List what is failed, unhealthy or paused, with what waits for it.",
        discussion: """
            Every account of the project is looked at, whether what is there is managed or not. \
            Nothing is changed.
            """)
    static let examples = ["status", "status --env production --format json"]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var patience: PatienceOptions
    @Option(help: OutputFormat.help) var format: OutputFormat = .text

    func run() async throws {
        try await global.session(patience).run { session in
            let workspace = try await session.open(
                try await session.loadProject(), for: .reading, reaching: .every)
            let seen = try await session.observe(workspace, whole: true)
            let status = LiveStatus(
                seen.values.flatMap(\.resources), recorded: workspace.recorded,
                now: session.now())
            session.console.data(format.show(status, style: session.style()))
            return .done
        }
    }
}
