import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

private func readSome(
    _ descriptor: Int32, _ place: UnsafeMutablePointer<UInt8>?, _ count: Int
) -> Int {
    unsafe read(descriptor, place, count)
}

/// The few things a project asks of the file system.
enum FileSystem {
    /// Why a file could not be read, in the system's words.
    struct Failure: Error {
        let reason: String
    }

    /// What a path leads to.
    enum Entry: Equatable {
        case file
        /// With what tells it from every other folder.
        case folder(device: UInt64, number: UInt64)
        case link
        case other
    }

    /// The absolute path without links; nil where nothing is.
    static func realPath(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    /// What is at a path, links not followed.
    static func entry(at path: String) -> Entry? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        return entry(status)
    }

    /// What is at the end of all links.
    static func target(of path: String) -> Entry? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return entry(status)
    }

    private static func entry(_ status: stat) -> Entry {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR:
            .folder(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The names in a folder, in no order.
    static func names(in folder: String) throws(Failure) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw Failure(reason: "the folder cannot be read")
        }
    }

    /// The bytes of a file, whose size is looked at before any of it is read.
    static func read(_ path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw lastFailure() }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw lastFailure() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(reason: "it is not a file")
        }
        guard status.st_size <= limit else {
            throw Failure(reason: "it has more than \(limit >> 10) KiB")
        }
        return try read(descriptor, size: Int(status.st_size))
    }

    private static func read(_ descriptor: Int32, size: Int) throws(Failure) -> [UInt8] {
        var isBroken = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let place = unsafe buffer.baseAddress?.advanced(by: count)
                let got = unsafe readSome(descriptor, place, size - count)
                if got < 0, errno == EINTR { continue }
                isBroken = got < 0
                guard got > 0 else { return }
                count += got
            }
        }
        guard !isBroken else { throw lastFailure() }
        return bytes
    }

    /// What the system says about the call that failed just now.
    static func lastFailure() -> Failure {
        Failure(reason: unsafe String(cString: strerror(errno)).lowercased())
    }
}
