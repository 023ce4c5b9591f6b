import Foundation
import Platforms
import Reconciling
import Synchronization

/// The time of one world: it stands still until somebody waits, and then jumps.
final class WorldClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    /// 2026-01-01T00:00:00Z in milliseconds.
    private static let beginning: Int64 = 1_767_225_600_000

    private let time = Mutex(Duration.zero)

    var now: Instant { Instant(offset: time.withLock { $0 }) }
    var minimumResolution: Duration { .zero }
    /// The moment as emulated platforms count it.
    var moment: EmulatedTime {
        let (seconds, rest) = time.withLock { $0 }.components
        let milliseconds = seconds * 1000 + rest / 1_000_000_000_000_000
        return EmulatedTime(milliseconds: Self.beginning + milliseconds)
    }
    /// The moment in RFC 3339.
    var text: String {
        Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000).formatted(.iso8601)
    }
    /// What a session waits by.
    var timekeeper: Timekeeper { Timekeeper(self) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        time.withLock { $0 = max($0, deadline.offset) }
    }

    /// Lets time pass.
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }

    /// Goes back to a moment: a dead process waits for nothing.
    func restore(_ instant: Instant) { time.withLock { $0 = instant.offset } }
}
