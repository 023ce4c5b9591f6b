import ArgumentParser
import Platforms

/// `weir tenex workflows update ID -f FILE`: changes a workflow; what the payload leaves out stays.
struct TenexWorkflowsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change a workflow; another graph makes a new version, what is left out stays.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
    var workflow: String

    func run() async throws {
        try await operating.run(on: "tenex", payload: payload.file, of: .workflow, over: workflow) {
            operation in
            try await operation.update(
                workflow, .workflow, writing, command: "tenex workflows update")
        }
    }
}
