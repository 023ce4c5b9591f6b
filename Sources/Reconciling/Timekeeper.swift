import FoundationEssentials

/// A clock as an argument: how long something took, and waiting.
public struct Timekeeper: Sendable {
    /// The time since this was made.
    public let elapsed: @Sendable () -> Duration
    /// Waits; a cancelled task waits no longer.
    public let sleep: @Sendable (Duration) async -> Void
    /// The seconds since 1970, for dates that servers name.
    public let date: @Sendable () -> Int64

    /// Keeps time by a clock; dates are the machine's unless said otherwise.
    public init<C: Clock & Sendable>(
        _ clock: C, date: (@Sendable () -> Int64)? = nil
    ) where C.Duration == Duration {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        sleep = { duration in try? await clock.sleep(for: duration) }
        self.date = date ?? { Int64(Date().timeIntervalSince1970) }
    }

    /// Keeps the time of the machine.
    public static var machine: Timekeeper { Timekeeper(ContinuousClock()) }
}
