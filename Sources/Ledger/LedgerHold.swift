import Synchronization

/// A held lock of a scope: as long as it is held, no other run changes that scope.
public final class LedgerHold: Sendable {
    /// The run that held it last and ended without giving it back; nil where none did.
    public let interrupted: LedgerLock?
    private let giveBack: Mutex<(@Sendable () -> Void)?>

    /// Describes a held lock by what gives it back.
    public init(interrupted: LedgerLock? = nil, giveBack: @escaping @Sendable () -> Void) {
        self.interrupted = interrupted
        self.giveBack = Mutex(giveBack)
    }

    deinit { release() }

    /// Gives the lock back, whatever became of the ledger; a second time does nothing.
    public func release() {
        let last = giveBack.withLock { giveBack in
            defer { giveBack = nil }
            return giveBack
        }
        last?()
    }
}
