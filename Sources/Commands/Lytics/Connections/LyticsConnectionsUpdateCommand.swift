import ArgumentParser
import Documents
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
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(connection, .connection)
            var given = try operation.session.payload(payload.file, of: .connection)
            given.target = connection
            // A tree that cannot be read is told by the loader, with its place.
            if let tree = try? given.tree(), tree["label"] == nil {
                given.fields["label"] = found.name
            }
            return try await operation.with(given).update(
                connection, .connection, writing, command: "lytics connections update")
        }
    }
}
