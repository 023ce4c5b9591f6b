import Crypto
public import Platforms

/// The key of the digests of secrets: where it comes from, and what is derived from it.
public struct DigestKey: Sendable, Equatable {
    /// Where a key comes from.
    public enum Origin: Sendable, Equatable {
        /// An environment variable.
        case variable(String)
        /// A file.
        case file(String)
        /// Nowhere: it ends with the command.
        case command
    }

    /// Where it comes from.
    public let origin: Origin
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], _ origin: Origin) {
        self.bytes = bytes
        self.origin = origin
    }

    /// A key that ends with the command, for digests that are compared with nothing.
    public static var ofCommand: DigestKey { DigestKey(random(), .command) }

    /// What tells this key from others and does not reveal it: sixteen hexadecimal digits.
    public var fingerprint: String {
        Digester.hex(derived("weir: the fingerprint of a key", salt: []).prefix(8))
    }

    /// Makes the digests of a ledger; without a salt, those of ledgers before there were salts.
    public func digester(salt: String?) -> Digester {
        guard let salt else { return Digester(key: bytes) }
        return Digester(key: derived("weir: digests of secrets", salt: Array(salt.utf8)))
    }

    /// The key itself as a text that `WEIR_KEY` takes.
    public var exported: Secret { Secret(DigestKey.prefix + Digester.hex(bytes)) }

    /// The code of a plan file's text, which only who has the key can make.
    public func code(ofPlan text: String) -> String {
        let key = derived("weir: plan files", salt: [])
        return Digester(key: key).digest(text, context: "plan")
    }

    /// A salt for a ledger that has none.
    public static func freshSalt() -> String { Digester.hex(random().prefix(16)) }

    /// How many characters a key in a variable has at least.
    static let shortest = 32

    /// Reads a key from a text: an exported one, or any long text; nil where it is neither.
    static func parse(_ text: String, _ origin: Origin) -> DigestKey? {
        if text.hasPrefix(prefix) {
            return bytes(ofHex: text.dropFirst(prefix.count)).map { DigestKey($0, origin) }
        }
        guard text.count >= shortest else { return nil }
        return DigestKey(Array(SHA256.hash(data: Array(text.utf8))), origin)
    }

    static func random() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
    }

    /// What an exported key begins with.
    static let prefix = "weir-key:"

    private static func bytes(ofHex text: Substring) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard text.count == 64, digits.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private func derived(_ purpose: String, salt: [UInt8]) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), salt: salt, info: Array(purpose.utf8),
            outputByteCount: 32)
        return unsafe key.withUnsafeBytes { unsafe Array($0) }
    }
}
