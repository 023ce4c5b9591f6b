import Synchronization

/// A clock that stands still until someone sleeps, and then jumps.
public final class ManualClock: Clock, Sendable {
    /// A moment, by how long it is after the clock was made.
    public struct Instant: InstantProtocol {
        /// How long after.
        public var offset: Duration

        /// A moment so long after the clock was made.
        public init(offset: Duration) { self.offset = offset }

        /// The moment so much later.
        public func advanced(by duration: Duration) -> Instant {
            Instant(offset: offset + duration)
        }
        /// How long it is to another moment.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether one moment is before another.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let time = Mutex(Duration.zero)
    private let naps = Mutex<[Duration]>([])
    private let asleep: @Sendable (Duration) async throws -> Void

    /// Makes one that tells how long every sleep is.
    public init(asleep: @escaping @Sendable (Duration) async throws -> Void = { _ in }) {
        self.asleep = asleep
    }

    /// The moment it shows.
    public var now: Instant { Instant(offset: time.withLock { $0 }) }
    /// It is exact.
    public var minimumResolution: Duration { .zero }
    /// How long each sleep was.
    public var slept: [Duration] { naps.withLock { $0 } }

    /// Jumps to a moment.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let pause = deadline.offset - now.offset
        naps.withLock { $0.append(pause) }
        time.withLock { $0 = max($0, deadline.offset) }
        try await asleep(pause)
    }

    /// Lets time pass.
    public func advance(by duration: Duration) { time.withLock { $0 += duration } }

    /// Goes back to a moment: a dead process waits for nothing.
    public func restore(_ instant: Instant) { time.withLock { $0 = instant.offset } }
}
