import ArgumentParser

/// `weir lytics jobs pause ID…`: stops jobs for now.
struct LyticsJobsPauseCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stop jobs for now; `resume` takes it back.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsJobSteeringOptions

    func run() async throws { try await steering.run(.pause) }
}
