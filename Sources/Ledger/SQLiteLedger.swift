import FoundationEssentials
import GRDB

/// The ledger in one SQLite file: a write-ahead log, and every write on the disk when it returns.
public struct SQLiteLedger: LedgerStore {
    private let file: LedgerFile
    let locks: LedgerLocks
    /// The path of the file; nil in memory.
    let path: String?
    /// Whether it was opened to be read, and is what the file was then.
    let isCopy: Bool

    /// Opens a file to write to it, creating it and its folder.
    ///
    /// A file of a newer version, or of something else, is refused and not touched.
    public init(path: String) throws(LedgerError) {
        let path = SQLiteLedger.resolved(path)
        file = try SQLiteLedger.opened(path) { try LedgerFile.writing(path) }
        locks = .beside(path)
        self.path = path
        isCopy = false
    }

    /// Reads a file as it is now; nothing is written, and no file is made or left beside it.
    ///
    /// Where there is no file the ledger is empty. What is written to it is forgotten with it.
    public init(reading path: String) throws(LedgerError) {
        let path = SQLiteLedger.resolved(path)
        file = try SQLiteLedger.opened(path) { LedgerFile(try LedgerSnapshot.take(path)) }
        locks = .beside(path)
        self.path = path
        isCopy = true
    }

    /// Keeps a ledger in memory, for tests and trials.
    public init() throws(LedgerError) {
        file = try SQLiteLedger.opened("memory") { try LedgerFile.inMemory() }
        locks = .inMemory(HeldScopes())
        path = nil
        isCopy = false
    }

    /// The path without links, so that all who reach a ledger by any path lock the same file.
    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
    }

    private static func opened(
        _ path: String, _ open: () throws -> LedgerFile
    ) throws(LedgerError) -> LedgerFile {
        do {
            return try open()
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .storage("`\(path)` cannot be opened: \(words(error))")
        }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(LedgerError) -> Result {
        try file.place?.confirm()
        do {
            return try await file.database.read(body)
        } catch {
            throw error as? LedgerError ?? .storage(SQLiteLedger.words(error))
        }
    }

    /// Runs one transaction; it is on the disk when this returns.
    ///
    /// A cancelled task still writes: what was sent to a platform must be recorded. A file that is
    /// not at its path any more is not written to: nobody would find there what was recorded.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(LedgerError) -> Result {
        let database = file.database
        let place = file.place
        do {
            return try await withCheckedThrowingContinuation { continuation in
                database.asyncWrite(
                    { database in
                        try place?.confirm()
                        let result = try body(database)
                        try place?.confirm()
                        return result
                    },
                    completion: { _, result in continuation.resume(with: result) })
            }
        } catch {
            throw error as? LedgerError ?? .unwritable(SQLiteLedger.words(error))
        }
    }

    /// How the file is written, for tests.
    func settings() throws -> (journal: String, synchronous: Int) {
        try file.database.read { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
                try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
            )
        }
    }

    private static func words(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
}
