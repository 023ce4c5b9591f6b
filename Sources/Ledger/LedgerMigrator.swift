import GRDB

/// Brings a ledger to the newest format in one transaction, which one process at a time is in.
///
/// GRDB's own migrator looks before its transaction begins, so that several processes that make a
/// ledger at once all make its tables. The names of what was done are in GRDB's table.
struct LedgerMigrator: Sendable {
    private struct Step: Sendable {
        let name: String
        let run: @Sendable (Database) throws -> Void
    }

    private var steps: [Step] = []

    /// Adds a step; steps run in the order in which they were added.
    mutating func registerMigration(
        _ name: String, migrate: @escaping @Sendable (Database) throws -> Void
    ) {
        steps.append(Step(name: name, run: migrate))
    }

    /// The names of the steps that a file has seen.
    func appliedIdentifiers(_ database: Database) throws -> Set<String> {
        guard try database.tableExists("grdb_migrations") else { return [] }
        return try String.fetchSet(database, sql: "SELECT identifier FROM grdb_migrations")
    }

    /// Takes every step that is missing, up to one of them or all; all or none.
    func migrate(_ database: Database, upTo last: String? = nil) throws {
        let end = steps.firstIndex { $0.name == last } ?? steps.endIndex - 1
        let wanted = steps[...end]
        guard try !missing(wanted, database).isEmpty else { return }
        try database.inTransaction(.immediate) {
            try database.execute(
                sql: """
                    PRAGMA defer_foreign_keys = ON;
                    CREATE TABLE IF NOT EXISTS grdb_migrations (
                        identifier TEXT NOT NULL PRIMARY KEY);
                    """)
            for step in try missing(wanted, database) {
                try step.run(database)
                try database.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step.name])
            }
            return .commit
        }
    }

    private func missing(_ steps: ArraySlice<Step>, _ database: Database) throws -> [Step] {
        let done = try appliedIdentifiers(database)
        return steps.filter { !done.contains($0.name) }
    }
}
