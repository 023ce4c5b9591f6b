import GRDB

extension SQLiteLedger {
    /// The identities this environment is bound to, by account name.
    public func identities(_ scope: LedgerScope) async throws(LedgerError) -> [String: String] {
        try await read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM identity WHERE project = ? AND environment = ?",
                arguments: [scope.project, scope.environment])
            return rows.reduce(into: [:]) { $0[$1.text("account")] = $1.text("identity") }
        }
    }

    /// Binds an account's identity.
    public func bind(
        account: String, identity: String, _ scope: LedgerScope
    ) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO identity VALUES (?, ?, ?, ?)",
                arguments: [scope.project, scope.environment, account, identity])
        }
    }

    /// Takes the lock of a scope, or says who holds it; a stale lock is said, never taken over.
    public func lock(
        _ scope: LedgerScope, holder: String, at: String
    ) async throws(LedgerError) {
        try await write { database in
            if let held = try SQLiteLedger.lock(of: scope, database) {
                throw LedgerError.locked(holder: held.holder, since: held.since)
            }
            try database.execute(
                sql: "INSERT INTO lock VALUES (?, ?, ?, ?)",
                arguments: [scope.project, scope.environment, holder, at])
        }
    }

    /// Gives the lock back; a lock of someone else stays.
    public func unlock(_ scope: LedgerScope, holder: String) async throws(LedgerError) {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM lock WHERE project = ? AND environment = ? AND holder = ?",
                arguments: [scope.project, scope.environment, holder])
        }
    }

    /// Takes the lock away from whoever holds it, and says who did.
    @discardableResult
    public func forceUnlock(_ scope: LedgerScope) async throws(LedgerError) -> LedgerLock? {
        try await write { database in
            let held = try SQLiteLedger.lock(of: scope, database)
            try database.execute(
                sql: "DELETE FROM lock WHERE project = ? AND environment = ?",
                arguments: [scope.project, scope.environment])
            return held
        }
    }

    /// Who holds the lock, if anyone.
    public func lockHolder(_ scope: LedgerScope) async throws(LedgerError) -> LedgerLock? {
        try await read { try SQLiteLedger.lock(of: scope, $0) }
    }

    private static func lock(of scope: LedgerScope, _ database: Database) throws -> LedgerLock? {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM lock WHERE project = ? AND environment = ?",
            arguments: [scope.project, scope.environment])
        return row.map { LedgerLock(holder: $0.text("holder"), since: $0.text("since")) }
    }
}
