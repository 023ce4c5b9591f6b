#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The folder that a ledger is in, and what else is there: for its user alone.
enum LedgerFolder {
    /// Makes the folders of a path that are missing.
    static func create(for path: String) throws(LedgerError) {
        let folder = folder(of: path)
        guard try FileStatus.of(folder) == nil else { return }
        try create(for: folder)
        guard unsafe mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        throw .storage("its folder `\(folder)` cannot be made: \(SystemWords.of(errno))")
    }

    /// Makes an empty file where there is none.
    static func createFile(_ path: String) throws(LedgerError) {
        guard try FileStatus.of(path) == nil else { return }
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw .storage("`\(path)` cannot be made: \(SystemWords.of(errno))")
        }
        close(file)
    }

    /// Gives a log that was left beside a ledger the rights that the ledger has.
    ///
    /// SQLite makes its log with the rights of the file. One that was left by a reader, while the
    /// file was read-only, would make every write fail.
    static func makeWritable(_ path: String) throws(LedgerError) {
        guard let ledger = try FileStatus.of(path) else { return }
        for log in ["\(path)-wal", "\(path)-shm"] {
            guard let status = try FileStatus.of(log), status.mode != ledger.mode else { continue }
            guard unsafe chmod(log, ledger.mode) != 0, ledger.mode & ~status.mode & 0o600 != 0
            else {
                continue
            }
            throw .storage("`\(log)` may not be written to: \(SystemWords.of(errno))")
        }
    }

    /// Waits until no other process opens a ledger in the folder; leaves no file behind.
    static func alone(with path: String) throws(LedgerError) -> OSLock {
        try OSLock.waiting(at: folder(of: path))
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
