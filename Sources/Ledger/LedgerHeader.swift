#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The beginning of a SQLite file, which tells whose it is before SQLite opens it.
///
/// To open a file is to change it where a log was left beside it; another program's is left alone.
enum LedgerHeader {
    /// Refuses a file that another program wrote.
    static func refuseOthers(_ path: String) throws {
        guard let file = try FileStatus.of(path), file.size > 0 else { return }
        let owner = try OpenLedgers.reading(file.identity) { try number(in: path) }
        // What SQLite has open in this process was looked at then.
        guard let owner, owner != LedgerSchema.applicationID else { return }
        // A ledger of before is not marked: a copy shows whether it is one.
        _ = try LedgerSnapshot.take(path)
    }

    /// The number in the header that says whose the file is.
    private static func number(in path: String) throws(LedgerError) -> Int32 {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .storage("`\(path)` cannot be read: \(SystemWords.of(errno))")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4)
        let count = unsafe pread(descriptor, &bytes, 4, 68)
        guard count == 4 else { return 0 }
        return bytes.reduce(0) { $0 << 8 | Int32($1) }
    }
}
