import ArgumentParser

/// `weir lytics jobs release ID…`: releases jobs.
struct LyticsJobsReleaseCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Release jobs; no source documents what that does.")

    static let output = OutputSchema.written

    @OptionGroup var steering: LyticsJobSteeringOptions

    func run() async throws { try await steering.run(.release) }
}
