public import Platforms
import Synchronization

/// Lets at most so many requests of one account through in each fixed window, and none while the
/// platform wants none; all clients of an account share one.
public actor RequestLimiter {
    /// What a request has to wait for.
    struct Delay: Sendable, Equatable {
        var end: Duration
        var reason: Wait.Reason
        /// Whether the platform refused requests, which a call bears only so long.
        var isHeld = false
        /// When all requests that are expected will have been let through.
        var finish: Duration?
    }

    private let limit: RateLimit
    private let time: Timekeeper
    private var windowStart: Duration
    private var admitted = 0
    private var held: Delay?
    private var expected = 0
    /// Whether the account's server has answered at all.
    private(set) var hasAnswered = false

    /// Starts with an open window.
    public init(_ limit: RateLimit, time: Timekeeper) {
        self.limit = limit
        self.time = time
        windowStart = time.elapsed()
    }

    /// Lets a request through, or says what it has to wait for before it asks again.
    func admit() -> Delay? {
        let now = time.elapsed()
        if let held, now < held.end { return held }
        held = nil
        if now >= windowStart + limit.window {
            windowStart = now
            admitted = 0
        }
        guard admitted < most else {
            let end = windowStart + limit.window
            return Delay(end: end, reason: .limit(limit), finish: finish(after: end))
        }
        admitted += 1
        expected = max(0, expected - 1)
        return nil
    }

    /// Holds every request back until a time, because of an answer to one of them.
    func hold(until end: Duration, because reason: Wait.Reason) {
        if let held, held.end >= end { return }
        held = Delay(end: end, reason: reason, isHeld: true)
    }

    /// Takes note that at least so many requests will come.
    func expect(_ count: Int) { expected = max(expected, count) }

    /// Takes note that the server is there.
    func noteAnswer() { hasAnswered = true }

    private var most: Int { max(1, limit.requests) }

    private func finish(after end: Duration) -> Duration? {
        expected > most ? end + limit.window * ((expected - 1) / most) : nil
    }
}

/// The limiters of a process: one for each account of a server, whoever talks to it.
public final class RequestLimiters: Sendable {
    private struct Key: Hashable {
        var url: String
        var tokenName: String
    }

    private let limiters = Mutex<[Key: RequestLimiter]>([:])

    /// Starts without any.
    public init() {}

    /// The limiter of an account, the same for all accounts of one server with one token.
    public func limiter(
        of account: Account, on platform: any Platform, time: Timekeeper
    ) -> RequestLimiter {
        limiters.withLock { limiters in
            let key = Key(url: account.url, tokenName: account.tokenName)
            let limiter = limiters[key] ?? RequestLimiter(platform.limits, time: time)
            limiters[key] = limiter
            return limiter
        }
    }
}
