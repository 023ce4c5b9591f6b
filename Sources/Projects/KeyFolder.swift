#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder of the key file, `key`, and of those that were it before, `key.FINGERPRINT`.
///
/// No key is ever removed or written over: a ledger may depend on it.
public struct KeyFolder: Sendable {
    /// The path of the key file.
    public let path: String
    private let folder: UserFolder
    private static let length = 32

    /// The folder of this user; nil without a home.
    public init?(_ variables: [String: String]) {
        guard let folder = UserFolder(variables) else { return nil }
        self.folder = folder
        path = "\(folder.path)/key"
    }

    /// The folder of this user, where a key is to be written.
    public static func required(_ variables: [String: String]) throws(KeyError) -> KeyFolder {
        if let folder = KeyFolder(variables) { return folder }
        throw KeyError(
            message: "there is no folder for a key file: `HOME` is not set",
            help: "set `WEIR_KEY` to what `openssl rand -hex 32` prints")
    }

    /// The key file and those that were it before, by name.
    func keys() throws(KeyError) -> [DigestKey] {
        var keys: [DigestKey] = []
        if let key = try current() { keys.append(key) }
        let names = (try? FileSystem.names(in: folder.path)) ?? []
        for name in names.sorted() where Self.isEarlier(name) {
            let key = try Self.read("\(folder.path)/\(name)")
            if !keys.contains(where: { $0.fingerprint == key.fingerprint }) { keys.append(key) }
        }
        return keys
    }

    /// The key file; nil where there is none.
    public func current() throws(KeyError) -> DigestKey? {
        FileSystem.entry(at: path) == nil ? nil : try Self.read(path)
    }

    /// Makes the key file; of two runs that do so at once one wins whole.
    public func makeFirst() throws(KeyError) -> DigestKey {
        let key = try makeBeside()
        return try use(key, overwriting: false)
    }

    /// Makes a key that is found from now on, and is not yet the key file.
    public func makeBeside() throws(KeyError) -> DigestKey {
        folder.make()
        let bytes = DigestKey.random()
        let new = place(of: DigestKey(bytes, .command))
        try locked { () throws(KeyError) in
            do throws(FileSystem.Failure) {
                try folder.write(bytes, to: new)
            } catch {
                throw unwritable(error)
            }
        }
        return try Self.read(new)
    }

    /// Makes a key of this folder the key file; the one before it stays beside it.
    @discardableResult
    public func use(_ key: DigestKey) throws(KeyError) -> DigestKey {
        try use(key, overwriting: true)
    }

    private func use(_ key: DigestKey, overwriting: Bool) throws(KeyError) -> DigestKey {
        let new = place(of: key)
        try locked { () throws(KeyError) in
            if let before = try current() {
                guard overwriting else {
                    _ = unsafe unlink(new)
                    return
                }
                _ = unsafe link(path, place(of: before))
            }
            guard unsafe rename(new, path) == 0 else {
                throw unwritable(FileSystem.lastFailure())
            }
        }
        return try Self.read(path)
    }

    private func place(of key: DigestKey) -> String { "\(path).\(key.fingerprint)" }

    private static func isEarlier(_ name: String) -> Bool {
        let mark = name.dropFirst("key.".count)
        return name.hasPrefix("key.") && mark.count == 16 && mark.allSatisfy(\.isHexDigit)
    }

    /// Reads a key file, which only its owner may read.
    private static func read(_ path: String) throws(KeyError) -> DigestKey {
        if UserFolder.isOpenToOthers(path) {
            throw KeyError(
                message: "the key file `\(path)` can be read by others",
                help: "run `chmod 600 \(path)`")
        }
        let bytes = (try? FileSystem.read(path, atMost: 1024)) ?? []
        guard bytes.count == length else {
            throw KeyError(
                message: "the key file `\(path)` must be readable and have \(length) bytes",
                help: "restore it, or set `WEIR_KEY`")
        }
        return DigestKey(bytes, .file(path))
    }

    private func locked(_ work: () throws(KeyError) -> Void) throws(KeyError) {
        try folder.locked(orThrow: unwritable, work)
    }

    private func unwritable(_ failure: FileSystem.Failure) -> KeyError {
        KeyError(
            message: "the key file `\(path)` cannot be made: \(failure.reason)",
            help: "make its folder writable, or set `WEIR_KEY`")
    }
}
