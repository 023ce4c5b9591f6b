/// A clock as an argument: how long something took, and waiting.
public struct Timekeeper: Sendable {
    /// The time since this was made.
    public let elapsed: @Sendable () -> Duration
    /// Waits; a cancelled task waits no longer.
    public let sleep: @Sendable (Duration) async -> Void

    /// Keeps time by a clock.
    public init<C: Clock & Sendable>(_ clock: C) where C.Duration == Duration {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        sleep = { duration in try? await clock.sleep(for: duration) }
    }

    /// Keeps the time of the machine.
    public static var machine: Timekeeper { Timekeeper(ContinuousClock()) }
}
