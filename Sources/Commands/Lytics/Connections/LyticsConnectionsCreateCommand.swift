import ArgumentParser
import Platforms

/// `weir lytics connections create -f FILE`: makes a connection.
struct LyticsConnectionsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a connection.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await operating.run(on: "lytics", payload: payload.file, of: .connection) { operation in
            try await LyticsCatalogue(operation).checkProvider()
            return try await operation.create(
                .connection, writing, command: "lytics connections create")
        }
    }
}
