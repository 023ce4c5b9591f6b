import ArgumentParser
import Platforms

/// `weir lytics jobs update ID -f FILE`: changes a job; what the payload leaves out stays.
struct LyticsJobsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a job; what the payload leaves out stays.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "The job's workflow, where the payload does not say it.") var workflow: String?
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.job))
    var job: String

    func run() async throws {
        let fields = workflow.map { ["workflow": $0] } ?? [:]
        try await operating.run(
            on: "lytics", payload: payload.file, of: .job, over: job, fields: fields
        ) { operation in
            try await operation.update(job, .job, writing, command: "lytics jobs update")
        }
    }
}
