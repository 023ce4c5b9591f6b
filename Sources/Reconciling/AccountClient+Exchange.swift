import Documents
import Platforms

extension AccountClient {
    /// Sends a request and opens its answer; within the bound of a call it is sent again where
    /// that can do no harm.
    ///
    /// A read is repeated after 429, a server's error and a cut connection; a write only after 429
    /// and where it was never sent. With `isScarce`, a 429 that names no time may be the platform's
    /// limit of new objects, which no call waits for: that is tried a few times only, and where it
    /// names a time beyond the bound, once. What has a `renewal` is made anew after each wait.
    func exchange(
        _ wire: WireRequest, doing: String, accepting accepted: [Int] = [],
        isScarce: Bool = false, renewal: Renewal? = nil
    ) async throws(ReconcilingError) -> Opened {
        var tries = Tries(deadline: time.elapsed() + waiting.bound)
        var wire = wire
        while true {
            let hasWaited = try await admit(&tries, doing)
            if let renewal, hasWaited || tries.count > 1 || renewal.isDue {
                wire = try await renewal.make(sendsBefore: tries.count - 1)
            }
            let reply = await reply(to: wire)
            let isLast = isScarce && isUsedUp(reply, tries)
            let obstacle = await obstacle(in: reply, to: wire, accepted, isLast)
            guard let obstacle, time.elapsed() < tries.deadline else {
                return try result(reply, tries, doing: doing, accepting: accepted)
            }
            try await pause(after: obstacle, tries, doing)
        }
    }

    private static let mostScarceRepeats = 3

    /// Whether a 429 means a limit that ends later than a call may wait.
    private func isUsedUp(_ reply: Result<Answer, TransportError>, _ tries: Tries) -> Bool {
        guard case .success(let answer) = reply, answer.status == 429 else { return false }
        guard let asked = answer.retryAfter(now: time.date()) else {
            return tries.count > AccountClient.mostScarceRepeats
        }
        return time.elapsed() + asked > tries.deadline
    }

    /// How often one call was sent, and until when it may be sent again.
    struct Tries: Sendable {
        var deadline: Duration
        var count = 0
    }

    /// What stands in the way of a call that may be sent again.
    private struct Obstacle {
        var reason: Wait.Reason
        /// How long the server asks to wait.
        var asked: Duration?
        /// Whether it holds for every request of the account.
        var isForAll = false
    }

    private func reply(to wire: WireRequest) async -> Result<Answer, TransportError> {
        var credentials = LiveCredentials(secrets)
        if let shown = wire.shown { credentials.find(in: shown) }
        do throws(TransportError) {
            let answer = try await transport.send(wire)
            await limiter.noteAnswer()
            if let body = answer.body { credentials.find(in: body) }
            return .success(answer.hiding(secrets.redactor))
        } catch {
            return .failure(error)
        }
    }

    private func obstacle(
        in reply: Result<Answer, TransportError>, to wire: WireRequest, _ accepted: [Int],
        _ isLast: Bool
    ) async -> Obstacle? {
        switch reply {
        case .success(let answer):
            return accepted.contains(answer.status)
                ? nil : obstacle(in: answer, to: wire, isLast)
        case .failure(.notSent(let words)):
            // What never answered is more likely a wrong URL than a server that is away.
            let hasAnswered = await limiter.hasAnswered
            guard wire.method != .get || hasAnswered else { return nil }
            return Obstacle(reason: .trouble("cannot be reached: \(words)"))
        case .failure(.unknownOutcome(let words)) where wire.method == .get:
            return Obstacle(reason: .trouble("gave no whole answer: \(words)"))
        case .failure: return nil
        }
    }

    private func obstacle(
        in answer: Answer, to wire: WireRequest, _ isLast: Bool
    ) -> Obstacle? {
        guard !isLast else { return nil }
        let asked = answer.retryAfter(now: time.date())
        let isRead = wire.method == .get
        let trouble = Wait.Reason.trouble("answered \(answer.status)")
        if let asked, answer.status == 429 || answer.status == 503 && isRead {
            return Obstacle(reason: .asked(status: answer.status), asked: asked, isForAll: true)
        }
        if answer.status == 429 {
            return Obstacle(reason: trouble, isForAll: true)
        }
        return isRead && answer.isTransient ? Obstacle(reason: trouble) : nil
    }

    /// Waits before a call is sent again; every request of the account waits where all are meant.
    private func pause(
        after obstacle: Obstacle, _ tries: Tries, _ doing: String
    ) async throws(ReconcilingError) {
        let now = time.elapsed()
        let own = Backoff.pause(tries.count - 1, jitter: waiting.jitter())
        let end = now + (obstacle.asked.map { max($0, Backoff.shortest) } ?? own)
        if obstacle.isForAll {
            // The next admission waits, as that of every other call does.
            let end = obstacle.asked == nil ? min(end, tries.deadline) : end
            return await limiter.hold(until: end, because: obstacle.reason)
        }
        try await pause(
            Wait(subject, obstacle.reason, now: now, end: min(end, tries.deadline)), tries, doing)
    }

    /// Waits for the account's turn, however long that takes; false where that was interrupted.
    func isAdmitted() async -> Bool {
        while let delay = await limiter.admit() {
            let now = time.elapsed()
            let wait = Wait(subject, delay.reason, now: now, end: delay.end, finish: delay.finish)
            guard await waiting.pause(wait) else { return false }
        }
        return true
    }

    /// Waits for the account's turn, for as long as the call may wait; false where it was at once.
    private func admit(
        _ tries: inout Tries, _ doing: String
    ) async throws(ReconcilingError) -> Bool {
        var hasWaited = false
        while let delay = await limiter.admit() {
            hasWaited = true
            let now = time.elapsed()
            if delay.isHeld, delay.end > tries.deadline {
                throw failure(
                    .beyondPatience(delay.reason, wait: delay.end - now, bound: waiting.bound),
                    doing: doing)
            }
            try await pause(
                Wait(subject, delay.reason, now: now, end: delay.end, finish: delay.finish),
                tries, doing)
            if !delay.isHeld { tries.deadline += time.elapsed() - now }
        }
        tries.count += 1
        return hasWaited
    }

    private func pause(
        _ wait: Wait, _ tries: Tries, _ doing: String
    ) async throws(ReconcilingError) {
        guard await waiting.pause(wait) else {
            throw failure(.interrupted(wasSent: tries.count > 0), doing: doing)
        }
    }

    private func result(
        _ reply: Result<Answer, TransportError>, _ tries: Tries, doing: String,
        accepting accepted: [Int]
    ) throws(ReconcilingError) -> Opened {
        do throws(ReconcilingError) {
            switch reply {
            case .success(let answer):
                return try open(answer, doing: doing, accepting: accepted)
            case .failure(let error): throw failure(.transport(error), doing: doing)
            }
        } catch {
            var error = error
            error.tries = tries.count
            throw error
        }
    }
}

extension AccountClient {
    /// Who makes us wait, `Lytics`; with the account's name where that is another.
    var subject: String {
        account.name == platform.name ? platform.title : "\(platform.title) (`\(account.name)`)"
    }

    /// Waits for something that is not so yet, until `deadline` at the latest; an interrupt is an
    /// error.
    func pause(
        for duration: Duration, until deadline: Duration? = nil, because fact: String,
        doing: String
    ) async throws(ReconcilingError) {
        let now = time.elapsed()
        let end = now + duration
        let wait = Wait(subject, .pending(fact), now: now, end: deadline ?? end)
        guard await waiting.pause(wait, until: end) else {
            throw failure(.interrupted(wasSent: true), doing: doing)
        }
    }
}

extension Answer {
    /// Whether the same request may be answered otherwise in a while.
    var isTransient: Bool { status == 408 || status >= 500 && ![501, 505].contains(status) }
}
