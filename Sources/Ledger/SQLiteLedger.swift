import FoundationEssentials
import GRDB

/// The ledger in one SQLite file: a write-ahead log, and every write on the disk when it returns.
public struct SQLiteLedger: LedgerStore {
    private let database: DatabaseQueue
    /// The path of the file; nil in memory.
    let path: String?

    /// Opens a file, creating it and its folder; a file of a newer version is refused.
    public init(path: String) throws(LedgerError) {
        self.path = path
        do {
            try SQLiteLedger.createFolder(of: path)
            database = try DatabaseQueue(path: path, configuration: SQLiteLedger.configuration)
        } catch {
            throw .storage("`\(path)` cannot be opened: \(SQLiteLedger.words(error))")
        }
        try migrate()
    }

    /// Keeps a ledger in memory, for tests and trials.
    public init() throws(LedgerError) {
        path = nil
        do {
            database = try DatabaseQueue()
        } catch {
            throw .storage(SQLiteLedger.words(error))
        }
        try migrate()
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        }
        return configuration
    }

    private static func createFolder(of path: String) throws {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        try FileManager.default.createDirectory(
            atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }

    private func migrate() throws(LedgerError) {
        let found: Int
        do {
            found = try database.read { try LedgerSchema.version(of: $0) }
        } catch {
            throw .storage(SQLiteLedger.words(error))
        }
        guard found <= LedgerSchema.version else { throw .newer(version: found) }
        do {
            try LedgerSchema.migrator.migrate(database)
        } catch {
            throw .storage(SQLiteLedger.words(error))
        }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(LedgerError) -> Result {
        do {
            return try await database.read(body)
        } catch {
            throw SQLiteLedger.ledgerError(error)
        }
    }

    /// Runs one transaction; it is on the disk when this returns.
    ///
    /// A cancelled task still writes: what was sent to a platform must be recorded.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(LedgerError) -> Result {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                database.asyncWrite(body) { _, result in continuation.resume(with: result) }
            }
        } catch {
            throw SQLiteLedger.ledgerError(error)
        }
    }

    /// How the file is written, for tests.
    func settings() throws -> (journal: String, synchronous: Int) {
        try database.read { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
                try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
            )
        }
    }

    private static func ledgerError(_ error: any Error) -> LedgerError {
        error as? LedgerError ?? .storage(words(error))
    }

    private static func words(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return systemWords(error) }
        return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }

    private static func systemWords(_ error: any Error) -> String {
        guard let error = error as? CocoaError else { return "\(error)" }
        return switch error.code {
        case .fileWriteNoPermission: "its folder may not be written to"
        case .fileWriteFileExists: "its folder is a file"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk may only be read"
        default: "its folder cannot be made"
        }
    }
}
