import Crypto
import Foundation
import Platforms

/// The signature of a webhook: `sha256=` and the HMAC of the body's raw bytes, in hexadecimal.
struct TenexSignature: Sendable {
    private let code: [UInt8]

    /// Reads the header's value, or the header as a whole; nil where it is no such signature.
    init?(_ header: String) {
        var text = header.trimmingCharacters(in: .whitespaces)
        if text.lowercased().hasPrefix("x-10ex-signature:") {
            text = text.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
        }
        guard text.hasPrefix("sha256="), let code = Self.bytes(String(text.dropFirst(7))),
            code.count == SHA256.byteCount
        else { return nil }
        self.code = code
    }

    /// Whether the workspace's secret signs these bytes so; takes as long whichever byte differs.
    func fits(_ body: [UInt8], _ secret: Secret) -> Bool {
        secret.reveal { text in
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: body, using: SymmetricKey(data: Array(text.utf8)))
        }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let letters = Array(text.utf8)
        guard letters.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: letters.count, by: 2) {
            guard let high = digit(letters[place]), let low = digit(letters[place + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case 0x30...0x39: letter - 0x30
        case 0x41...0x46: letter - 0x41 + 10
        case 0x61...0x66: letter - 0x61 + 10
        default: nil
        }
    }
}
