/// A clock on which nobody ever wakes up by himself.
public final class FrozenClock: Clock, Sendable {
    /// Makes one.
    public init() {}

    /// The moment it was made, for ever.
    public var now: ManualClock.Instant { ManualClock.Instant(offset: .zero) }
    /// It is exact.
    public var minimumResolution: Duration { .zero }

    /// Waits until the task is cancelled.
    public func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        withExtendedLifetime(continuation) {}
    }
}
