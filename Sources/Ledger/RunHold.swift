#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Tells others that a run which takes no lock is under way; it ends with the process, however
/// that ends.
///
/// Its file is the run's own, whose number is never used again, so it is removed with it.
public final class RunHold: Sendable {
    private let path: String
    private let lock: OSLock?

    /// Locks a file of a run's own.
    init(path: String) throws(LedgerError) {
        self.path = path
        lock = try OSLock.taken(at: path)
    }

    /// A hold that nobody else can see, for ledgers in memory.
    init() {
        path = ""
        lock = nil
    }

    deinit { release() }

    /// Ends the hold and removes its file.
    public func release() {
        guard let lock else { return }
        _ = unsafe unlink(path)
        lock.release()
    }

    /// Whether a living process holds the lock on a file.
    static func exists(at path: String) throws(LedgerError) -> Bool {
        try OSLock.isHeld(at: path) ?? false
    }
}
