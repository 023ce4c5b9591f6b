import GRDB

/// Brings a ledger to the newest format in one transaction, which one process at a time is in.
///
/// GRDB's own migrator looks before its transaction begins, so that several processes that make a
/// ledger at once all make its tables. The names of what was done are in GRDB's table.
struct LedgerMigrator: Sendable {
    private var steps: [(name: String, run: @Sendable (Database) throws -> Void)] = []

    /// Adds a step; steps run in the order in which they were added.
    mutating func registerMigration(
        _ name: String, migrate: @escaping @Sendable (Database) throws -> Void
    ) {
        steps.append((name, migrate))
    }

    /// The names of the steps that a file has seen.
    func appliedIdentifiers(_ database: Database) throws -> Set<String> {
        guard try database.tableExists("grdb_migrations") else { return [] }
        return try String.fetchSet(database, sql: "SELECT identifier FROM grdb_migrations")
    }

    /// Takes every step that is missing, all or none.
    func migrate(_ database: Database) throws {
        guard try !isComplete(database) else { return }
        try database.inTransaction(.immediate) {
            try database.execute(
                sql: """
                    PRAGMA defer_foreign_keys = ON;
                    CREATE TABLE IF NOT EXISTS grdb_migrations (
                        identifier TEXT NOT NULL PRIMARY KEY);
                    """)
            let done = try appliedIdentifiers(database)
            for step in steps where !done.contains(step.name) {
                try step.run(database)
                try database.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step.name])
            }
            return .commit
        }
    }

    private func isComplete(_ database: Database) throws -> Bool {
        let done = try appliedIdentifiers(database)
        return steps.allSatisfy { done.contains($0.name) }
    }
}
