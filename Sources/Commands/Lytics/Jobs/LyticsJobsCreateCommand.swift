import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics jobs create -f FILE`: makes a job, stopped unless told otherwise.
struct LyticsJobsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a job; it is not started unless --start says so.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "Create through the endpoint of this workflow.") var workflow: String?
    @Flag(help: "Let it start at once, as the service does by itself.") var start = false

    func run() async throws {
        let fields = workflow.map { ["workflow": $0] } ?? [:]
        try await operating.run(on: "lytics", payload: payload.file, of: .job, fields: fields) {
            operation in
            try await LyticsCatalogue(operation).checkWorkflow()
            let status = try await operation.create(.job, writing, command: "lytics jobs create") {
                $0.calls = LyticsJobOperations.adjusted(
                    $0.calls, namesWorkflow: workflow != nil, starts: start)
                if start {
                    $0.consequences.append("the job begins to move people's data at once")
                }
            }
            if status == .done, !start { sayHowToStart(operation) }
            return status
        }
    }

    private func sayHowToStart(_ operation: Operation) {
        operation.session.console.talk("it is not started: `weir lytics jobs resume ID` starts it")
    }
}
