import Documents
import Synchronization

/// Where the locks of a ledger are: in files beside it, or in memory with it.
enum LedgerLocks: Sendable {
    /// Files whose names begin with this path.
    case beside(String)
    /// The scopes that are held.
    case inMemory(HeldScopes)

    /// Takes the lock of a scope and says how to give it back; nil where another run has it.
    func take(_ scope: LedgerScope) throws(LedgerError) -> (@Sendable () -> Void)? {
        switch self {
        case .beside(let path):
            guard let lock = try OSLock.taken(at: Self.file(path, scope)) else { return nil }
            return { lock.release() }
        case .inMemory(let held):
            guard held.take(scope) else { return nil }
            return { held.giveBack(scope) }
        }
    }

    /// Whether a run that lives holds the lock of a scope; nil where this user may not ask.
    func isHeld(_ scope: LedgerScope) throws(LedgerError) -> Bool? {
        switch self {
        case .beside(let path): try OSLock.isHeld(at: Self.file(path, scope))
        case .inMemory(let held): held.isHeld(scope)
        }
    }

    /// `.weir/ledger.sqlite.shop.staging.lock`, whatever characters the names have.
    static func file(_ ledger: String, _ scope: LedgerScope) -> String {
        "\(ledger).\(plain(scope.project)).\(plain(scope.environment)).lock"
    }

    private static func plain(_ name: String) -> String {
        name.utf8.map { byte in
            let isPlain = byte.isNameByte
            return isPlain ? String(UnicodeScalar(byte)) : "%\(String(byte, radix: 16))"
        }.joined()
    }
}

/// The scopes of a ledger in memory whose locks are held.
final class HeldScopes: Sendable {
    private let scopes = Mutex<Set<LedgerScope>>([])

    func take(_ scope: LedgerScope) -> Bool { scopes.withLock { $0.insert(scope).inserted } }

    func giveBack(_ scope: LedgerScope) { scopes.withLock { _ = $0.remove(scope) } }

    func isHeld(_ scope: LedgerScope) -> Bool { scopes.withLock { $0.contains(scope) } }
}
