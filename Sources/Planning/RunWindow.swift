public import Platforms

/// A time in which what a run sent may have been carried out, as the platform's clock tells it.
public struct RunWindow: Sendable, Hashable {
    /// Seconds by which the clocks of a machine and a platform may differ.
    static let clockDifference: Int64 = 60
    /// Seconds after a run in which a gateway may still carry out what it holds.
    static let lateness: Int64 = 300
    /// Seconds that a run lasts at most of which nobody wrote down the end.
    static let longest: Int64 = 86_400

    private let first: Int64
    private let last: Int64

    /// The window of a run; one that was cut off ended, at the latest, when the `next` one began.
    public init(begin: Timestamp, end: Timestamp?, next: Timestamp?) {
        first = begin.seconds - RunWindow.clockDifference
        let cut = min(next?.seconds ?? .max, begin.seconds + RunWindow.longest)
        last = max(begin.seconds, end?.seconds ?? cut) + RunWindow.lateness
    }

    /// Whether a time is within it.
    func contains(_ time: Timestamp) -> Bool { (first...last).contains(time.seconds) }
}
