public import Platforms

/// Lets at most so many requests of one account through in each fixed window.
public actor RequestLimiter {
    private let limit: RateLimit
    private let time: Timekeeper
    private var windowStart: Duration
    private var admitted = 0

    /// Starts with an open window.
    public init(_ limit: RateLimit, time: Timekeeper) {
        self.limit = limit
        self.time = time
        windowStart = time.elapsed()
    }

    /// Returns when a request may be sent.
    public func admit() async {
        while !takesOne() {
            await time.sleep(windowStart + limit.window - time.elapsed())
            if Task.isCancelled { return }
        }
    }

    private func takesOne() -> Bool {
        let now = time.elapsed()
        if now >= windowStart + limit.window {
            windowStart = now
            admitted = 0
        }
        guard admitted < max(1, limit.requests) else { return false }
        admitted += 1
        return true
    }
}
