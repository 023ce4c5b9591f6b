import ArgumentParser
import Platforms

/// `weir lytics connections update ID -f FILE`: changes label, description and auths.
struct LyticsConnectionsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change label, description or auths; what the payload leaves out stays.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions
    @Argument(
        help: "An id, a label or an address.", completion: LiveIDs.completion(.connection))
    var connection: String

    func run() async throws {
        try await operating.run(
            on: "lytics", payload: payload.file, of: .connection, over: connection
        ) { operation in
            try await operation.update(
                connection, .connection, writing, command: "lytics connections update")
        }
    }
}
