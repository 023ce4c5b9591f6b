import ArgumentParser

/// `weir lytics jobs bounce ID…`: restarts jobs.
struct LyticsJobsBounceCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounce", abstract: "Restart jobs.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsJobSteeringOptions

    func run() async throws { try await steering.run(.bounce) }
}
