import Synchronization

/// The ledger files that SQLite has open in this process.
///
/// Closing any descriptor of a file gives up all locks that the process has on it, SQLite's among
/// them. So what SQLite has open here is never opened by our own code, nor the other way round.
enum OpenLedgers {
    private static let counts = Mutex<[FileStatus.Identity: Int]>([:])

    /// Has SQLite open a file, and notes which one it is.
    static func opening<Opened: Sendable>(
        _ path: String, _ open: () throws -> Opened
    ) throws -> (Opened, FileStatus.Identity) {
        try counts.withLock { counts in
            let opened = try open()
            guard let file = try FileStatus.of(path) else {
                throw LedgerError.replaced(path: path)
            }
            counts[file.identity, default: 0] += 1
            return (opened, file.identity)
        }
    }

    /// Notes that SQLite has closed a file that it opened.
    static func closed(_ file: FileStatus.Identity) {
        counts.withLock { counts in
            let left = counts[file, default: 0] - 1
            counts[file] = left > 0 ? left : nil
        }
    }

    /// Reads a file with our own code; nil where SQLite has it open.
    static func reading<Result: Sendable>(
        _ file: FileStatus.Identity, _ read: () throws -> Result
    ) throws -> Result? {
        try counts.withLock { counts in counts[file] == nil ? try read() : nil }
    }
}
