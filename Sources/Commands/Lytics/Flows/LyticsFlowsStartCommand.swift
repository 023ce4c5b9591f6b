import ArgumentParser

/// `weir lytics flows start ID…`: lets drafts take people in.
struct LyticsFlowsStartCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start drafts; there is no way back but to drain them.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsFlowSteeringOptions

    func run() async throws {
        try await steering.run(command: "lytics flows start") { try $0.starts($1) }
    }
}
