import ArgumentParser

/// `weir lytics jobs resume ID…`: lets paused jobs go on.
struct LyticsJobsResumeCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let paused jobs go on.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsJobSteeringOptions

    func run() async throws { try await steering.run(.resume) }
}
