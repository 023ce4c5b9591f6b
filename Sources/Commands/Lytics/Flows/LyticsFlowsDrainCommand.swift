import ArgumentParser

/// `weir lytics flows drain ID…`: lets nobody in any more; people inside finish.
struct LyticsFlowsDrainCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain", abstract: "Let nobody in any more; people inside finish.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsFlowSteeringOptions

    func run() async throws {
        try await steering.run(command: "lytics flows drain") { try $0.drains($1) }
    }
}
