#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What the file system says of a file, learnt without opening it.
struct FileStatus: Equatable, Sendable {
    /// What tells a file from every other, whatever its path.
    struct Identity: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    let identity: Identity
    let size: Int64
    /// When it was last written, as seconds and nanoseconds.
    let written: [Int64]
    /// Who may read and write it.
    let mode: mode_t

    /// Asks for a path; nil where there is no file.
    ///
    /// Any other answer than "no such file" is an error: a folder that may not be looked into
    /// must never read as a ledger that does not exist.
    static func of(_ path: String) throws(LedgerError) -> FileStatus? {
        var status = stat()
        if unsafe stat(path, &status) == 0 { return FileStatus(status) }
        let code = errno
        guard code == ENOENT, unsafe lstat(path, &status) != 0 else {
            let words = code == ENOENT ? "it is a link to nothing" : SystemWords.of(code)
            throw .storage("`\(path)` cannot be looked at: \(words)")
        }
        return nil
    }

    /// Asks for an open file.
    init?(descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        size = Int64(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        written = [Int64(time.tv_sec), Int64(time.tv_nsec)]
        mode = mode_t(status.st_mode) & 0o777
    }
}

/// The operating system's errors in words.
enum SystemWords {
    /// The words for an error number.
    static func of(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "it may not be used by this user"
        case ENOSPC: "the disk is full"
        case EROFS: "the disk may only be read"
        case ELOOP: "it is a symbolic link"
        case ENOTDIR: "a part of its path is a file"
        default: unsafe String(cString: strerror(code))
        }
    }
}
