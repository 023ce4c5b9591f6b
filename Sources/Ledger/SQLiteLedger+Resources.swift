import Documents
import GRDB
public import Platforms

extension SQLiteLedger {
    /// All recorded resources of a scope, by address.
    public func resources(
        _ scope: LedgerScope
    ) async throws(LedgerError) -> [Address: RecordedResource] {
        try await read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM resource WHERE project = ? AND environment = ?",
                arguments: [scope.project, scope.environment])
            return try rows.reduce(into: [:]) { found, row in
                let resource = try RecordedResource(row)
                found[resource.address] = resource
            }
        }
    }

    /// Writes recorded resources in one transaction.
    public func record(
        _ resources: [RecordedResource], _ scope: LedgerScope
    ) async throws(LedgerError) {
        try await write { database in
            for resource in resources { try SQLiteLedger.record(resource, scope, database) }
        }
    }

    /// Forgets one.
    public func forget(_ address: Address, _ scope: LedgerScope) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: """
                    DELETE FROM resource WHERE project = ? AND environment = ? AND address = ?
                    """,
                arguments: [scope.project, scope.environment, address.text])
        }
    }

    /// Gives a recorded resource a new address; one that is there already is refused.
    public func move(
        _ address: Address, to new: Address, _ scope: LedgerScope
    ) async throws(LedgerError) {
        try await write { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM resource WHERE project = ? AND environment = ? AND address = ?",
                arguments: [scope.project, scope.environment, address.text])
            guard let row else { return }
            var resource = try RecordedResource(row)
            resource.address = new
            try database.execute(
                sql: """
                    UPDATE resource SET address = ?, record = ?
                    WHERE project = ? AND environment = ? AND address = ?
                    """,
                arguments: [
                    new.text, LedgerText.write(plain: resource.encoded), scope.project,
                    scope.environment, address.text,
                ])
        }
    }

    static func record(
        _ resource: RecordedResource, _ scope: LedgerScope, _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO resource VALUES (?, ?, ?, ?, ?)",
            arguments: [
                scope.project, scope.environment, resource.address.text,
                LedgerText.write(resource.liveID), LedgerText.write(plain: resource.encoded),
            ])
    }
}

extension RecordedResource {
    /// Reads a row of the table `resource`.
    fileprivate init(_ row: Row) throws {
        guard let record = RecordedResource(encoded: try JSON.parse(row.text("record"))) else {
            throw LedgerError.storage("what it holds of `\(row.text("address"))` cannot be read")
        }
        self = record
    }

    /// Reads a row of the table `resource` as format 1 wrote it.
    init(format1 row: Row) throws {
        self.init(
            address: Address(row.text("address")),
            kind: KindName(row.text("platform"), row.text("type")),
            liveID: try row.stored("live_id"), written: nil, returned: try row.stored("value"),
            given: try LedgerText.object(row.text("given")),
            digests: try LedgerText.object(row.text("digests")).reduce(into: [:]) {
                digests, member in
                digests[member.key] = member.value.text
            },
            isProtected: row.number("is_protected") != 0,
            onRemove: ResourceOptions.OnRemove(rawValue: row.text("on_remove")),
            file: row.text("file"),
            needs: try row.stored("needs").list?.compactMap { $0.text.map { Address($0) } } ?? [])
    }
}
