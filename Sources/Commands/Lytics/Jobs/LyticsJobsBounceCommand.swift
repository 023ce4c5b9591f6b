import ArgumentParser
import Platforms

/// `weir lytics jobs bounce ID…`: restarts jobs.
struct LyticsJobsBounceCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounce", abstract: "Restart jobs.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let steering = LyticsJobSteering(.bounce, operation)
            return try await steering.run(jobs, writing)
        }
    }
}
