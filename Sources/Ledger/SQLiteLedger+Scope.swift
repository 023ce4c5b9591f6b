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

    /// Takes the lock of a scope until the hold is given back, or says who has it.
    public func lock(
        _ scope: LedgerScope, holder: String, at: String
    ) async throws(LedgerError) -> LedgerHold {
        guard let giveBack = try locks.take(scope) else {
            throw .locked(try await holderRow(scope) ?? .unnamed)
        }
        do throws(LedgerError) {
            let interrupted = try await write { database in
                try SQLiteLedger.replaceHolder(
                    of: scope, by: LedgerLock(holder: holder, since: at), database)
            }
            return LedgerHold(interrupted: interrupted, giveBack: giveBack)
        } catch {
            giveBack()
            throw error
        }
    }

    /// Gives a lock back, whatever became of the ledger.
    public func unlock(_ scope: LedgerScope, _ hold: LedgerHold) async {
        // Where the row cannot be removed, the next run overwrites it.
        _ = try? await write { database in
            try SQLiteLedger.replaceHolder(of: scope, by: nil, database)
        }
        hold.release()
    }

    /// The run that holds the lock and lives; nil where none does.
    ///
    /// A run that was under way when a ledger was read, and has ended since, counts: what was
    /// read is what it was about.
    public func holder(of scope: LedgerScope) async throws(LedgerError) -> LedgerLock? {
        let known = try await holderRow(scope)
        guard let isHeld = try locks.isHeld(scope) else { return known }
        guard isCopy, let path else { return isHeld ? known ?? .unnamed : nil }
        let current = try await SQLiteLedger(reading: path).holderRow(scope)
        if isHeld { return current ?? .unnamed }
        return current == known ? nil : known
    }

    private func holderRow(_ scope: LedgerScope) async throws(LedgerError) -> LedgerLock? {
        try await read { try SQLiteLedger.holder(of: scope, $0) }
    }

    /// Writes down who holds a lock, and says who was written down before.
    @discardableResult
    private static func replaceHolder(
        of scope: LedgerScope, by new: LedgerLock?, _ database: Database
    ) throws -> LedgerLock? {
        let old = try holder(of: scope, database)
        try database.execute(
            sql: "DELETE FROM lock WHERE project = ? AND environment = ?",
            arguments: [scope.project, scope.environment])
        if let new {
            try database.execute(
                sql: "INSERT INTO lock VALUES (?, ?, ?, ?)",
                arguments: [scope.project, scope.environment, new.holder, new.since])
        }
        return old
    }

    private static func holder(of scope: LedgerScope, _ database: Database) throws -> LedgerLock? {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM lock WHERE project = ? AND environment = ?",
            arguments: [scope.project, scope.environment])
        return row.map { LedgerLock(holder: $0.text("holder"), since: $0.text("since")) }
    }
}
