import ArgumentParser

/// `weir lytics jobs kill ID…`: stops jobs for good.
struct LyticsJobsKillCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill", abstract: "Stop jobs for good; nothing brings them back.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsJobSteeringOptions

    func run() async throws { try await steering.run(.kill) }
}
