import Documents
import Foundation
import Synchronization

@testable import Commands

/// The clock of a world: it stands until somebody sleeps, and takes the emulator's along.
final class WorldClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    /// When every world begins, in seconds since 1970.
    static let start: Int64 = 1_767_225_600

    private let emulator: EmulatorControl
    private let time = Mutex(Duration.zero)

    init(_ emulator: EmulatorControl) { self.emulator = emulator }

    var now: Instant { Instant(offset: time.withLock { $0 }) }
    var minimumResolution: Duration { .zero }

    /// The time as runs of the ledger note it.
    var text: String {
        let seconds = Self.start + now.offset.components.seconds
        return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let pause = deadline.offset - now.offset
        time.withLock { $0 = max($0, deadline.offset) }
        let milliseconds = Int64(pause / .milliseconds(1))
        try await emulator.post("clock", ["advance": .text("\(milliseconds)ms")])
    }
}
