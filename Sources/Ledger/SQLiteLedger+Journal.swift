import Documents
import GRDB
public import Platforms

extension SQLiteLedger {
    /// Begins a run and numbers it.
    public func beginRun(
        _ scope: LedgerScope, command: String, planDigest: String, at: String
    ) async throws(LedgerError) -> Int64 {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO run (project, environment, command, plan_digest, started_at)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [scope.project, scope.environment, command, planDigest, at])
            return database.lastInsertedRowID
        }
    }

    /// Ends a run.
    public func endRun(_ run: Int64, outcome: String, at: String) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: "UPDATE run SET outcome = ?, ended_at = ? WHERE id = ?",
                arguments: [outcome, at, run])
        }
    }

    /// The runs, newest first.
    public func history(_ scope: LedgerScope) async throws(LedgerError) -> [RunSummary] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM run WHERE project = ? AND environment = ? ORDER BY id DESC",
                arguments: [scope.project, scope.environment])
            return rows.map { row in
                RunSummary(
                    id: row.number("id"), startedAt: row.text("started_at"),
                    endedAt: row["ended_at"], command: row.text("command"),
                    planDigest: row.text("plan_digest"), outcome: row.text("outcome"))
            }
        }
    }

    /// Notes that a call is about to be sent; the entry's `id` is ignored.
    public func beginCall(
        _ entry: JournalEntry, _ scope: LedgerScope, at: String
    ) async throws(LedgerError) -> Int64 {
        try await write { database in
            try SQLiteLedger.keep(entry.record, of: entry, database)
            try database.execute(
                sql: """
                    INSERT INTO call (project, environment, run, row, address, call_index,
                        planned, request, learnt, begun_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    scope.project, scope.environment, entry.run, entry.row, entry.address.text,
                    entry.callIndex, LedgerText.write(entry.planned),
                    LedgerText.write(entry.request), LedgerText.write(entry.learnt), at,
                ])
            return database.lastInsertedRowID
        }
    }

    private static func keep(
        _ record: Documents.Value?, of entry: JournalEntry, _ database: Database
    ) throws {
        guard let record else { return }
        try database.execute(
            sql: "INSERT OR REPLACE INTO journal_record VALUES (?, ?, ?)",
            arguments: [entry.run, entry.row, LedgerText.write(plain: record)])
    }

    /// Notes how it ended and, in the same transaction, the resource that it brought about.
    public func endCall(
        _ id: Int64, _ end: CallEnd, recording resource: RecordedResource?, at: String
    ) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: "UPDATE call SET outcome = ?, captures = ?, ended_at = ? WHERE id = ?",
                arguments: [end.outcome.rawValue, LedgerText.write(end.captures), at, id])
            guard let resource else { return }
            let row = try Row.fetchOne(
                database, sql: "SELECT project, environment FROM call WHERE id = ?",
                arguments: [id])
            guard let row else { throw LedgerError.storage("the journal has no call \(id)") }
            let scope = LedgerScope(
                project: row.text("project"), environment: row.text("environment"))
            try SQLiteLedger.record(resource, scope, database)
        }
    }

    /// Calls that were begun and not ended, oldest first.
    public func openCalls(_ scope: LedgerScope) async throws(LedgerError) -> [JournalEntry] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT call.*, run.ended_at AS run_ended_at
                    FROM call LEFT JOIN run ON run.id = call.run
                    WHERE call.project = ? AND call.environment = ? AND call.outcome IS NULL
                    ORDER BY call.id
                    """,
                arguments: [scope.project, scope.environment])
            return try rows.map { row in
                var entry = try JournalEntry(row)
                try SQLiteLedger.complete(&entry, database)
                return entry
            }
        }
    }

    /// Adds the record of the entry's row and what the calls of the row learnt.
    private static func complete(_ entry: inout JournalEntry, _ database: Database) throws {
        let record = try String.fetchOne(
            database, sql: "SELECT record FROM journal_record WHERE run = ? AND row = ?",
            arguments: [entry.run, entry.row])
        entry.record = try record.map { try JSON.parse($0) }
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT learnt, captures FROM call WHERE run = ? AND row = ? ORDER BY id",
            arguments: [entry.run, entry.row])
        for text in rows.flatMap({ [$0.text("learnt"), $0.text("captures")] }) where !text.isEmpty {
            for member in try LedgerText.object(text) { entry.learnt[member.key] = member.value }
        }
    }

    /// Drops what the journal kept for rows without open calls; for the holder of the lock only.
    public func pruneJournal(_ scope: LedgerScope) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: """
                    DELETE FROM journal_record
                    WHERE run IN (SELECT id FROM run WHERE project = ? AND environment = ?)
                    AND NOT EXISTS (
                        SELECT 1 FROM call WHERE call.run = journal_record.run
                        AND call.row = journal_record.row AND call.outcome IS NULL)
                    """,
                arguments: [scope.project, scope.environment])
        }
    }
}

extension JournalEntry {
    /// Reads a row of the table `call`.
    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.number("id"), run: row.number("run"), row: Int(row.number("row")),
            address: Address(row.text("address")), callIndex: Int(row.number("call_index")),
            planned: try row.stored("planned"), request: try row.stored("request"))
        let end: String? = row["run_ended_at"]
        lastSign = Timestamp(end ?? row.text("begun_at")).map {
            LastSign(time: $0, isEnd: end != nil)
        }
    }
}
