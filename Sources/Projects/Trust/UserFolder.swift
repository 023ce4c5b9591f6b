#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder of this user's own files, `~/.config/weir`; only its owner looks into it.
struct UserFolder: Sendable {
    /// Its path.
    let path: String

    /// The folder of this user; nil without a home.
    init?(_ variables: [String: String]) {
        if let configuration = variables["XDG_CONFIG_HOME"], configuration.hasPrefix("/") {
            path = "\(configuration)/weir"
        } else if let home = variables["HOME"], !home.isEmpty {
            path = "\(home)/.config/weir"
        } else {
            return nil
        }
    }

    /// Makes the folder where it is missing.
    func make() { Self.make(path) }

    private static func make(_ folder: String) {
        guard let parent = folder.lastIndex(of: "/"), parent > folder.startIndex else { return }
        if FileSystem.target(of: folder) != nil { return }
        make(String(folder[..<parent]))
        _ = unsafe mkdir(folder, 0o700)
    }

    /// Does something while no other run changes the folder; then what it did is on the disk.
    func locked<Failure>(
        orThrow failure: (FileSystem.Failure) -> Failure, _ work: () throws(Failure) -> Void
    ) throws(Failure) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(FileSystem.lastFailure()) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure(FileSystem.lastFailure()) }
        }
        try work()
        fsync(descriptor)
    }

    /// Writes a file beside its place first, so that there is never a part of one.
    func write(_ bytes: [UInt8], to place: String) throws(FileSystem.Failure) {
        let draft = "\(path)/.draft-\(UInt64.random(in: 0 ... .max))"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileSystem.lastFailure() }
        defer { _ = unsafe unlink(draft) }
        let written = unsafe bytes.withUnsafeBytes {
            unsafe writeSome(descriptor, $0.baseAddress, $0.count)
        }
        let isOnDisk = fsync(descriptor) == 0
        close(descriptor)
        guard written == bytes.count, isOnDisk, unsafe rename(draft, place) == 0 else {
            throw FileSystem.lastFailure()
        }
    }

    /// Whether others than its owner may read or write a file.
    static func isOpenToOthers(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & 0o077 != 0
    }
}

private func writeSome(_ descriptor: Int32, _ place: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, place, count)
}
