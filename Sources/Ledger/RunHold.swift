import Foundation
import Synchronization

/// An operating system's lock on a file, which tells others that a run is under way.
///
/// It ends with the process, however that ends.
public final class RunHold: Sendable {
    private let path: String
    private let descriptor: Mutex<Int32?>

    /// Locks a file of a run's own, which nobody else locks for longer than a look.
    init(path: String) throws(LedgerError) {
        self.path = path
        let flags = O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW
        let opened = unsafe open(path, flags, 0o600)
        guard opened >= 0, flock(opened, LOCK_EX) == 0 else {
            let reason = unsafe String(cString: strerror(errno))
            if opened >= 0 { close(opened) }
            throw .storage("`\(path)` cannot be locked: \(reason)")
        }
        descriptor = Mutex(opened)
    }

    /// A hold that nobody else can see, for ledgers in memory.
    init() {
        path = ""
        descriptor = Mutex(nil)
    }

    deinit { release() }

    /// Ends the hold and removes its file.
    public func release() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            _ = unsafe unlink(path)
            close(open)
            descriptor = nil
        }
    }

    /// Whether a living process holds the lock on a file.
    static func exists(at path: String) -> Bool {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard opened >= 0 else { return false }
        defer { close(opened) }
        return flock(opened, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
