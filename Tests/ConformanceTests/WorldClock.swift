import Documents
import Foundation
import TestSupport

@testable import Commands

/// The clock of a world: it stands until somebody sleeps, and takes the emulator's along.
struct WorldClock: Sendable {
    /// When every world begins, in seconds since 1970.
    static let start: Int64 = 1_767_225_600

    let time: ManualClock

    init(_ emulator: EmulatorControl) {
        time = ManualClock { pause in
            let milliseconds = Int64(pause / .milliseconds(1))
            try await emulator.post("clock", ["advance": .text("\(milliseconds)ms")])
        }
    }

    /// The time as runs of the ledger note it.
    var text: String {
        let seconds = Self.start + time.now.offset.components.seconds
        return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }
}
