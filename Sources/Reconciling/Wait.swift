public import Platforms

/// A wait that is worth a word: who makes us wait, why, and until when.
public struct Wait: Sendable, Hashable {
    /// Why nothing is sent for a while.
    public enum Reason: Sendable, Hashable {
        /// So many requests in a time are let through.
        case limit(RateLimit)
        /// An answer of this status named the time.
        case asked(status: Int)
        /// The last try ended so, as a predicate: `answered 502`.
        case trouble(String)
        /// Something is not so yet, and is looked at again: `the job is not running`.
        case pending(String)
    }

    /// Shorter waits are told to nobody.
    public static let shortest = Duration.seconds(2)

    /// Who makes us wait, `Lytics`.
    public var subject: String
    /// Why.
    public var reason: Reason
    /// The clock's time.
    public var now: Duration
    /// When it ends, or ends at the latest.
    public var end: Duration
    /// When all that is known to be sent will be sent; nil where nothing more is known.
    public var finish: Duration?
    /// Whether it has ended, early or not.
    public var isOver = false

    /// What several calls may wait for together, and what is told once.
    public struct Cause: Sendable, Hashable {
        var subject: String
        var reason: Reason
    }

    /// What it is told by.
    public var cause: Cause { Cause(subject: subject, reason: reason) }

    /// Describes a wait.
    public init(
        _ subject: String, _ reason: Reason, now: Duration, end: Duration,
        finish: Duration? = nil
    ) {
        self.subject = subject
        self.reason = reason
        self.now = now
        self.end = end
        self.finish = finish
    }
}

extension Wait {
    /// `waiting 41 s: Lytics takes 1,000 requests a minute · about 2 min left`.
    public var text: String {
        let rest = finish.map { $0 > end ? " · about \(($0 - now).roughWords) left" : "" } ?? ""
        return switch reason {
        case .limit(let limit): "waiting \(left): \(subject) takes \(limit.words)\(rest)"
        case .asked(let status): "waiting \(left): \(subject) asked for it (\(status))"
        case .trouble(let predicate): "waiting \(left): \(subject) \(predicate)"
        case .pending(let fact): "waiting up to \(left): \(fact)"
        }
    }

    private var left: String { (end - now).words }
}

extension RateLimit {
    /// `1,000 requests a minute`.
    fileprivate var words: String {
        var digits = String(requests)
        if requests >= 1000 { digits.insert(",", at: digits.index(digits.endIndex, offsetBy: -3)) }
        let time =
            switch window {
            case .seconds(1): "a second"
            case .seconds(60): "a minute"
            case .seconds(3600): "an hour"
            default: "in \(window.words)"
            }
        return "\(digits) \(requests == 1 ? "request" : "requests") \(time)"
    }
}
