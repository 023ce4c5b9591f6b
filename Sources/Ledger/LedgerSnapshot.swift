import FoundationEssentials
import GRDB

/// A ledger as it is now, in memory: what reads a ledger leaves no trace of it.
///
/// SQLite itself would make files beside a ledger that it only reads, or refuse where it may not.
enum LedgerSnapshot {
    /// Reads a ledger, in its newest format; an empty one where there is no file.
    static func take(_ path: String) throws -> DatabaseQueue {
        let memory = try DatabaseQueue()
        if let file = try FileStatus.of(path) {
            try read(path, file, into: memory)
        }
        try memory.writeWithoutTransaction { database in
            try LedgerSchema.refuseOthers(database, path)
            try LedgerSchema.migrator.migrate(database)
        }
        return memory
    }

    private static func read(
        _ path: String, _ file: FileStatus, into memory: DatabaseQueue
    ) throws {
        try PrivateFolder.use { folder in
            let isCopied = try OpenLedgers.reading(file.identity) {
                try copy(path, to: folder)
                return true
            }
            // What writes to it in this process has made its log already: nothing is added.
            let source = try DatabaseQueue(
                path: isCopied == true ? folder + "/ledger" : path,
                configuration: LedgerFile.configuration)
            try source.backup(to: memory)
            try source.close()
        }
    }

    /// Copies the file and its log, again where another process changed them in the meantime.
    private static func copy(_ path: String, to folder: String) throws {
        for _ in 0..<100 {
            let before = try Moment(path)
            for part in ["", "-wal", "-journal"] {
                try copyPart(path + part, to: "\(folder)/ledger\(part)")
            }
            if try Moment(path) == before { return }
        }
        throw LedgerError.storage("`\(path)` changes too often to be read")
    }

    private static func copyPart(_ source: String, to target: String) throws {
        guard try FileStatus.of(source) != nil else {
            guard FileManager.default.fileExists(atPath: target) else { return }
            return try FileManager.default.removeItem(atPath: target)
        }
        guard let bytes = FileManager.default.contents(atPath: source) else {
            // A log goes away when the last process closes the ledger.
            guard try FileStatus.of(source) != nil else { return }
            throw LedgerError.storage("`\(source)` may not be read")
        }
        try bytes.write(to: URL(filePath: target))
    }
}

/// What is the same before and after a copy that can be relied on.
///
/// While a log goes on, pages move from it to the file, and the log still has them; when it
/// begins anew, its beginning is another. Where there is no log, the file itself stays the same.
private struct Moment: Equatable {
    let identity: FileStatus.Identity?
    let file: FileStatus?
    let log: Data?

    init(_ path: String) throws {
        let status = try FileStatus.of(path)
        let log = try FileStatus.of(path + "-wal").flatMap { _ in
            FileManager.default.contents(atPath: path + "-wal")?.prefix(32)
        }
        self.log = log.flatMap { $0.isEmpty ? nil : Data($0) }
        identity = status?.identity
        file = self.log == nil ? status : nil
    }
}

/// A folder that only this user may look into.
private enum PrivateFolder {
    /// Makes one, and removes it after its use.
    static func use(_ work: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/weir-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: path) }
        try work(path)
    }
}
