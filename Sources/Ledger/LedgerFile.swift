import GRDB

/// An open ledger, closed with the last that uses it, so that no log is left beside it.
final class LedgerFile: Sendable {
    /// Where a ledger that is written to was when it was opened.
    struct Place: Sendable {
        let path: String
        let identity: FileStatus.Identity

        /// Refuses to go on where the file is not the one any more that was opened.
        func confirm() throws(LedgerError) {
            guard try FileStatus.of(path)?.identity == identity else {
                throw .replaced(path: path)
            }
        }
    }

    let database: DatabaseQueue
    /// Where it is; nil in memory.
    let place: Place?

    init(_ database: DatabaseQueue, at place: Place? = nil) {
        self.database = database
        self.place = place
    }

    deinit {
        // A ledger that cannot be closed is closed by the end of the process.
        try? database.close()
        if let place { OpenLedgers.closed(place.identity) }
    }

    /// A new ledger in memory.
    static func inMemory() throws -> LedgerFile {
        let database = try DatabaseQueue()
        try database.writeWithoutTransaction { try LedgerSchema.migrator.migrate($0) }
        return LedgerFile(database)
    }

    /// Opens a file to write to it, creating it and its folder; what is no ledger is not touched.
    static func writing(_ path: String) throws -> LedgerFile {
        try LedgerFolder.create(for: path)
        // Whoever comes first makes the tables; the others wait for a moment and find them.
        let gate = try LedgerFolder.alone(with: path)
        defer { gate.release() }
        try LedgerHeader.refuseOthers(path)
        let (database, identity) = try OpenLedgers.opening(path) {
            try LedgerFolder.createFile(path)
            try LedgerFolder.makeWritable(path)
            return try DatabaseQueue(path: path, configuration: configuration)
        }
        let file = LedgerFile(database, at: Place(path: path, identity: identity))
        try database.writeWithoutTransaction { database in
            try LedgerSchema.refuseOthers(database, path)
            try LedgerSchema.claim(database)
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
            try LedgerSchema.migrator.migrate(database)
        }
        return file
    }

    /// What waits for another process that writes.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }
}
