/// How waiting goes: by which clock, how long in all, until which signal, and who is told.
public struct Waiting: Sendable {
    /// How long one call may wait in all unless somebody says otherwise.
    public static let defaultBound = Duration.seconds(300)

    /// The clock.
    public var time: Timekeeper
    /// How long one call may wait in all, for answers that say "later" and between its repeats.
    public var bound: Duration
    /// Ends every wait at once.
    public var stop: StopSignal
    /// Gives a number from 0 to 1, so that many clients do not come back at the same moment.
    public var jitter: @Sendable () -> Double
    /// How often a wait is told while it lasts.
    public var interval: Duration
    /// Is told of every wait that is worth a word, at its beginning, while it lasts and at its end.
    public var tell: @Sendable (Wait) -> Void

    /// Describes how to wait.
    public init(
        time: Timekeeper = .machine, bound: Duration = Waiting.defaultBound,
        stop: StopSignal = StopSignal(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        interval: Duration = .seconds(30), tell: @escaping @Sendable (Wait) -> Void = { _ in }
    ) {
        self.time = time
        self.bound = bound
        self.stop = stop
        self.jitter = jitter
        self.interval = interval
        self.tell = tell
    }

    /// Waits until a time of the clock, or until the end of the wait that it is a part of.
    ///
    /// False where an interrupt or a cancelled task ended it early.
    public func pause(_ wait: Wait, until time: Duration? = nil) async -> Bool {
        let end = time ?? wait.end
        var wait = wait
        let isTold = wait.end - wait.now > Wait.shortest
        defer { if isTold { tell(over(wait)) } }
        while wait.now < end {
            if stop.isStopped { return false }
            if isTold { tell(wait) }
            let nap = isTold ? min(end - wait.now, interval) : end - wait.now
            guard await stop.outlasts({ await self.time.sleep(nap) }) else { return false }
            wait.now = self.time.elapsed()
        }
        return !stop.isStopped
    }

    private func over(_ wait: Wait) -> Wait {
        var wait = wait
        wait.now = time.elapsed()
        wait.isOver = true
        return wait
    }
}
