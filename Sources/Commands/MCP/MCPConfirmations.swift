import Crypto
import Documents
import Foundation
import Synchronization

/// The writes that were shown and not yet sent, each with a code that only the person sees; it is
/// good once, and a wrong code ends all of them.
final class MCPConfirmations: Sendable {
    private let open = Mutex<[String: String]>([:])
    private let draw: @Sendable () -> String

    /// `draw` gives a text that nobody can guess.
    init(draw: @escaping @Sendable () -> String = { MCPConfirmations.random() }) {
        self.draw = draw
    }

    /// A code for exactly one request.
    func offer(for request: Value) -> String {
        let token = draw()
        open.withLock { $0[token] = Self.digest(request) }
        return token
    }

    /// Takes a code; false where it is unknown, was used, or is for another request.
    func take(_ token: String, for request: Value) -> Bool {
        let digest = open.withLock { open in
            let digest = open.removeValue(forKey: token)
            if digest == nil { open = [:] }
            return digest
        }
        return digest == Self.digest(request)
    }

    private static func digest(_ request: Value) -> String {
        SHA256.hash(data: Data(request.canonicalBytes)).map { String(format: "%02x", $0) }.joined()
    }

    /// Eight letters and digits that are not mistaken for each other.
    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let drawn = (0..<8).compactMap { _ in signs.randomElement(using: &generator) }
        return String(drawn.prefix(4)) + "-" + String(drawn.suffix(4))
    }
}
