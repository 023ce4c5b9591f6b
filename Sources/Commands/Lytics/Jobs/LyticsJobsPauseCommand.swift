import ArgumentParser
import Platforms

/// `weir lytics jobs pause ID…`: stops jobs for now.
struct LyticsJobsPauseCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stop jobs for now; `resume` takes it back.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let steering = LyticsJobSteering(.pause, operation)
            return try await steering.run(jobs, writing)
        }
    }
}
