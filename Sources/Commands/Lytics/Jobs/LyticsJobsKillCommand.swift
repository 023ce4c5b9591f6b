import ArgumentParser
import Platforms

/// `weir lytics jobs kill ID…`: stops jobs for good.
struct LyticsJobsKillCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill", abstract: "Stop jobs for good; nothing brings them back.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let steering = LyticsJobSteering(.kill, operation)
            return try await steering.run(jobs, writing)
        }
    }
}
