import Crypto
public import Platforms

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
