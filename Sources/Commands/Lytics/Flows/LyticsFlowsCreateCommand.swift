import ArgumentParser
import Platforms

/// `weir lytics flows create -f FILE`: makes a draft with its works.
struct LyticsFlowsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a flow as a draft, with the works of its steps.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await operating.run(on: "lytics", payload: payload.file, of: .flow) { operation in
            try LyticsFlowStates.checkCreation(operation.payload)
            return try await operation.create(.flow, writing, command: "lytics flows create") {
                row in
                row.consequences.append(
                    "it is a draft: `weir lytics flows start \(row.address.id)` starts it")
            }
        }
    }
}
