#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Synchronization

/// An operating system's lock on a file: it ends with `release`, or with its process.
///
/// The file holds nothing and is never removed, so that all who come later lock the same one. A
/// process that is killed frees the lock at once; one that lives in another container, over the
/// same file, holds it as any other. Children do not inherit it.
public final class OSLock: Sendable {
    private let descriptor: Mutex<Int32?>

    private init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

    deinit { release() }

    /// Takes the lock of a file, which is made where it is missing; nil where another has it.
    public static func taken(at path: String) throws(LedgerError) -> OSLock? {
        while true {
            let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard file >= 0 else { throw unusable(path, errno) }
            let lock = OSLock(file)
            guard try lockFile(file, LOCK_EX, path) else { return nil }
            // One that was removed between opening and locking would keep nobody out.
            if try FileStatus.of(path)?.identity == FileStatus(descriptor: file)?.identity {
                return lock
            }
        }
    }

    /// Waits for the lock of a folder, for something that is done in a moment; makes no file.
    static func waiting(at folder: String) throws(LedgerError) -> OSLock {
        let file = unsafe open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard file >= 0 else { throw unusable(folder, errno) }
        let lock = OSLock(file)
        while flock(file, LOCK_EX) != 0 {
            if errno != EINTR { throw unusable(folder, errno) }
        }
        return lock
    }

    /// Whether anybody has the lock of a file now; nil where this user may not ask.
    ///
    /// No file is made. Asking holds a shared lock for a moment, which is why those who take the
    /// lock try more than once.
    public static func isHeld(at path: String) throws(LedgerError) -> Bool? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return false }
            if errno == EACCES { return nil }
            throw unusable(path, errno)
        }
        // As in `release`: a child that was forked in between would keep the lock for a moment more.
        defer {
            flock(file, LOCK_UN)
            close(file)
        }
        return try !lockFile(file, LOCK_SH, path)
    }

    /// Gives the lock back; the file stays.
    ///
    /// Closing alone would leave it with a child that was forked and has not yet become another
    /// program.
    public func release() {
        descriptor.withLock { file in
            if let file {
                flock(file, LOCK_UN)
                close(file)
            }
            file = nil
        }
    }

    private static func lockFile(
        _ file: Int32, _ kind: Int32, _ path: String
    ) throws(LedgerError) -> Bool {
        while flock(file, kind | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            if errno != EINTR { throw unusable(path, errno) }
        }
        return true
    }

    private static func unusable(_ path: String, _ code: Int32) -> LedgerError {
        .storage("`\(path)` cannot be locked: \(SystemWords.of(code))")
    }
}
