import GRDB
public import Platforms

extension SQLiteLedger {
    /// Which key made the digests of each environment of a project.
    public func keyrings(project: String) async throws(LedgerError) -> [String: Keyring] {
        try await read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM keyring WHERE project = ?", arguments: [project])
            return rows.reduce(into: [:]) { found, row in
                found[row.text("environment")] = Keyring(
                    fingerprint: row.text("fingerprint"), salt: row.text("salt"))
            }
        }
    }

    /// Notes the key and, in the same transaction, resources with digests that it made.
    public func setKeyring(
        _ keyring: Keyring, rewriting resources: [RecordedResource], _ scope: LedgerScope
    ) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO keyring VALUES (?, ?, ?, ?)",
                arguments: [
                    scope.project, scope.environment, keyring.fingerprint, keyring.salt,
                ])
            for resource in resources { try SQLiteLedger.record(resource, scope, database) }
        }
    }
}
