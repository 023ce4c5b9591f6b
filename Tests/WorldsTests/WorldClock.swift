import EmulatedKit
import Foundation
import Platforms
import Reconciling
import TestSupport

/// The time of one world: it stands still until somebody waits, and then jumps.
struct WorldClock: Sendable {
    /// 2026-01-01T00:00:00Z in milliseconds.
    private static let beginning: Int64 = 1_767_225_600_000

    let time = ManualClock()

    /// The moment as emulated platforms count it.
    var moment: EmulatedTime {
        let (seconds, rest) = time.now.offset.components
        let milliseconds = seconds * 1000 + rest / 1_000_000_000_000_000
        return EmulatedTime(milliseconds: Self.beginning + milliseconds)
    }
    /// The moment in RFC 3339.
    var text: String {
        Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000).formatted(.iso8601)
    }
    /// What a session waits by.
    var timekeeper: Timekeeper { Timekeeper(time) }

    /// Lets time pass.
    func pass(_ duration: Duration) { time.advance(by: duration) }
}
