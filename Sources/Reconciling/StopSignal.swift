import Synchronization

/// A request to begin nothing new, as an interrupt gives it; what is in flight goes on.
public final class StopSignal: Sendable {
    private let flag = Atomic(false)

    /// Waits for a request.
    public init() {}

    /// Asks to stop.
    public func stop() { flag.store(true, ordering: .releasing) }

    /// Whether stopping was asked for.
    public var isStopped: Bool { flag.load(ordering: .acquiring) }
}
