import Crypto
public import Platforms

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes keyed digests, which tell whether a secret changed and nothing else.
public struct Digester: Sendable {
    private static let digits = Array("0123456789abcdef".utf8)

    private let key: SymmetricKey

    /// Digests with a key.
    public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// The digest of a text; the same text elsewhere has another digest.
    public func digest(_ text: String, context: String) -> String {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array(context.utf8))
        code.update(data: [0 as UInt8])
        code.update(data: Array(text.utf8))
        return Self.hex(code.finalize())
    }

    /// The digest of a secret.
    public func digest(_ secret: Secret, context: String) -> String {
        secret.reveal { digest($0, context: context) }
    }

    /// Bytes in hexadecimal.
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The SHA-256 of a text in hexadecimal, for things that are not secret.
    public static func sha256(_ text: String) -> String {
        hex(SHA256.hash(data: Array(text.utf8)))
    }
}

/// A key for digests could not be had.
public struct KeyError: Error, Sendable, Equatable {
    /// What is wrong, in words.
    public let message: String
    /// What to do about it.
    public let help: String
}

extension Digester {
    /// The key: `WEIR_KEY`, else the file `weir/key` in the configuration directory.
    ///
    /// The directory is `XDG_CONFIG_HOME` or `~/.config` unless given; the file is made on first
    /// use, 32 random bytes that only its owner may read.
    public static func key(
        variables: [String: String], configurationDirectory: String? = nil
    ) throws(KeyError) -> [UInt8] {
        if let text = variables["WEIR_KEY"], !text.isEmpty {
            return Array(SHA256.hash(data: Array(text.utf8)))
        }
        guard let folder = configurationDirectory ?? standardDirectory(variables) else {
            throw KeyError(
                message: "the key for digests of secrets has no place: `HOME` is not set",
                help: "set `WEIR_KEY` to a long random text")
        }
        let path = "\(folder)/weir/key"
        if FileSystem.entry(at: path) == nil { try create(path, below: folder) }
        return try read(path)
    }

    private static func standardDirectory(_ variables: [String: String]) -> String? {
        if let folder = variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder }
        return variables["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    }

    private static func read(_ path: String) throws(KeyError) -> [UInt8] {
        let bytes = (try? FileSystem.read(path)) ?? []
        guard bytes.count == 32 else {
            throw KeyError(
                message: "the key file `\(path)` must be readable and have 32 bytes",
                help:
                    "restore it, or set `WEIR_KEY`; with another key every secret counts as changed"
            )
        }
        return bytes
    }

    /// Writes a file beside its place and links it there, so that of two runs one wins whole.
    private static func create(_ path: String, below folder: String) throws(KeyError) {
        for directory in [folder, "\(folder)/weir"] { _ = unsafe mkdir(directory, 0o700) }
        let draft = "\(path).\(UInt64.random(in: 0 ... .max))"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = FileSystem.lastFailure().reason
            throw KeyError(
                message: "the key file `\(path)` cannot be made: \(reason)",
                help: "make the folder writable, or set `WEIR_KEY`")
        }
        defer { _ = unsafe unlink(draft) }
        let key = SymmetricKey(size: .bits256)
        unsafe key.withUnsafeBytes { unsafe _ = write(descriptor, $0.baseAddress, $0.count) }
        fsync(descriptor)
        close(descriptor)
        _ = unsafe link(draft, path)
    }
}
