import ArgumentParser
import Documents
import Platforms

/// `weir lytics connections delete ID…`: deletes connections.
struct LyticsConnectionsDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete connections; imports that use them lose them.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.connection))
    var connections: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(connections, .connection)
            let uses = try await LyticsAuthUses(operation)
            let intents = found.map { connection in
                operation.deletion(of: connection, consequences: consequences(connection, uses))
            }
            return try await operation.carryOut(
                intents, writing, command: "lytics connections delete")
        }
    }

    private func consequences(_ connection: Found, _ uses: LyticsAuthUses) -> [String] {
        let jobs = uses.jobs(using: connection.raw["auth_ids"]?.list ?? [])
        let lines = jobs.map { "\($0), uses the same auth and may use the connection" }
        return ["imports that use the connection lose it"]
            + (lines.isEmpty ? ["no live job uses its auths"] : lines)
    }
}
