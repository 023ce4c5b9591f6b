import ArgumentParser
import Platforms

/// `weir lytics jobs resume ID…`: lets paused jobs go on.
struct LyticsJobsResumeCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let paused jobs go on.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let steering = LyticsJobSteering(.resume, operation)
            return try await steering.run(jobs, writing)
        }
    }
}
