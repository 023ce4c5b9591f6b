import ArgumentParser
import Platforms

/// `weir lytics flows update ID -f FILE`: changes a draft, or makes a new version.
struct LyticsFlowsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change a flow; changed steps of a running one are a new version in draft.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a label or an address.", completion: LiveIDs.completion(.flow))
    var flow: String

    func run() async throws {
        try await operating.run(
            on: "lytics", payload: payload.file, of: .flow, over: flow
        ) { operation in
            try await operation.update(
                flow, .flow, writing, command: "lytics flows update",
                check: { try LyticsFlowStates.checkUpdate(operation.payload, of: $0) }
            ) {
                guard $0.action == .newVersion else { return }
                $0.consequences.append(
                    "the running version goes on; `weir lytics flows start` lets this one take "
                        + "over, and the other drains")
            }
        }
    }
}
