import Crypto
import Documents
import Foundation
import Synchronization

/// The writes that were shown and not yet sent; each confirmation is good once.
final class MCPConfirmations: Sendable {
    private let open = Mutex<[String: String]>([:])
    private let draw: @Sendable () -> String

    /// `draw` gives a text that nobody can guess.
    init(draw: @escaping @Sendable () -> String = { MCPConfirmations.random() }) {
        self.draw = draw
    }

    /// A confirmation for exactly one request.
    func offer(for request: Value) -> String {
        let token = draw()
        open.withLock { $0[token] = Self.digest(request) }
        return token
    }

    /// Takes a confirmation; false where it is unknown, was used, or is for another request.
    func take(_ token: String, for request: Value) -> Bool {
        open.withLock { $0.removeValue(forKey: token) } == Self.digest(request)
    }

    private static func digest(_ request: Value) -> String {
        SHA256.hash(data: Data(request.canonicalBytes)).map { String(format: "%02x", $0) }.joined()
    }

    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            String(format: "%08x", UInt32.random(in: .min ... .max, using: &generator))
        }
        .joined()
    }
}
