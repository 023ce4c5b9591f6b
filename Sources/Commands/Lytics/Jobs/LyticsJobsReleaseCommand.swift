import ArgumentParser
import Platforms

/// `weir lytics jobs release ID…`: releases jobs.
struct LyticsJobsReleaseCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Release jobs; no source documents what that does.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let steering = LyticsJobSteering(.release, operation)
            return try await steering.run(jobs, writing)
        }
    }
}
