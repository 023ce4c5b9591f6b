import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics jobs get ID…`: everything the service shows of jobs.
struct LyticsJobsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show everything about jobs.")

    static let output = OutputSchema.list(of: OutputSchema.live(Noun.job.rules))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Read through the endpoint of this workflow.") var workflow: String?
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(jobs, .job)
            let whole = try await operation.gather(found) { job in
                LyticsJobOperations.get(job.liveID, workflow: workflow)
            }
            operation.show(Details(values: whole), reading)
            return .done
        }
    }
}
