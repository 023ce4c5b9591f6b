import Diagnostics
import Documents
public import Platforms

extension AccountClient {
    /// How the following of a stream ended.
    public enum StreamEnding: Sendable, Equatable {
        /// With the event that was waited for.
        case done
        /// Without it: the stream ends or is cut again and again, or the task was cancelled.
        case cut
        /// Without it: the stream is open and tells nothing, so that it is asked instead.
        case silent
    }

    /// How often in a row a stream is opened again that tells nothing new.
    static let mostReturns = 5

    /// How long a stream that is open may tell nothing; comments that keep it open tell nothing.
    static let longestSilence = Duration.seconds(30)

    /// Follows a stream of events until `isLast` says that one is the last.
    ///
    /// A stream that is cut goes on behind the last event that came. An answer that is no stream is
    /// an error: the platform's own, or `account/no-stream`.
    public func follow(
        _ request: Request, doing: String, isLast: (ServerSentEvent) async -> Bool
    ) async throws(ReconcilingError) -> StreamEnding {
        var wire = try evaluating(doing) { () throws(EvaluationError) in
            try Substitution().wire(request)
        }
        wire.headers["accept"] = "text/event-stream"
        var returns = 0
        var heard = time.elapsed()
        while true {
            var passage = Passage(
                lastID: wire.headers["last-event-id"] ?? "", heard: heard, clock: time.elapsed)
            let reply = await reply(to: wire, &passage, isLast)
            if passage.isDone { return .done }
            heard = passage.heard
            if passage.isSilent { return .silent }
            if Task.isCancelled || waiting.stop.isStopped { return .cut }
            if passage.isNew { returns = 0 }
            returns += 1
            let pause = try pause(after: reply, passage, returns, doing)
            if returns > AccountClient.mostReturns { return .cut }
            wire.headers["last-event-id"] = passage.lastID.isEmpty ? nil : passage.lastID
            let now = time.elapsed()
            let wait = Wait(
                subject, .pending("the stream is opened again"), now: now, end: now + pause)
            guard await waiting.pause(wait) else { return .cut }
        }
    }

    /// What came of one opening of a stream.
    private struct Passage {
        var parser = ServerSentEvents()
        var lastID: String
        var isNew = false
        var isDone = false
        /// When it told something last.
        var heard: Duration
        private let clock: @Sendable () -> Duration

        init(lastID: String, heard: Duration, clock: @escaping @Sendable () -> Duration) {
            self.lastID = lastID
            self.heard = heard
            self.clock = clock
        }

        /// Whether it has told nothing for too long.
        var isSilent: Bool { clock() - heard >= AccountClient.longestSilence }

        /// Takes bytes; whether the events in them go on.
        mutating func take(
            _ bytes: ArraySlice<UInt8>, _ isLast: (ServerSentEvent) async -> Bool
        ) async -> Bool {
            for event in parser.read(bytes) {
                heard = clock()
                if !event.id.isEmpty, event.id != lastID {
                    lastID = event.id
                    isNew = true
                }
                isDone = await isLast(event)
                if isDone { return false }
            }
            return !isSilent && parser.waiting < Passage.longestEvent
        }

        private static let longestEvent = 16 << 20
    }

    private func reply(
        to wire: WireRequest, _ passage: inout Passage,
        _ isLast: (ServerSentEvent) async -> Bool
    ) async -> Result<Answer, TransportError> {
        guard await isAdmitted() else { return .failure(.notSent("interrupted")) }
        do throws(TransportError) {
            let answer = try await transport.follow(wire) { await passage.take($0, isLast) }
            return .success(answer.hiding(secrets.redactor))
        } catch {
            return .failure(error)
        }
    }

    /// How long to wait before opening a stream again; throws where that is of no use.
    private func pause(
        after reply: Result<Answer, TransportError>, _ passage: Passage, _ returns: Int,
        _ doing: String
    ) throws(ReconcilingError) -> Duration {
        switch reply {
        case .success(let answer) where answer.isStream:
            return min(passage.parser.retry ?? .seconds(1), .seconds(30))
        case .success(let answer)
        where (answer.status == 429 || answer.status >= 500) && returns <= AccountClient.mostReturns:
            return answer.retryAfter(now: time.date())
                ?? Backoff.pause(returns - 1, jitter: waiting.jitter())
        case .success(let answer):
            _ = try open(answer, doing: doing, accepting: [])
            throw failure(
                .unexpected(
                    code: ReconcilingCode.noStream,
                    message: "`\(account.name)` answers no stream of events"), doing: doing)
        case .failure(let error):
            let mayReturn = returns > 1 || error.mayHaveBeenOpen
            guard mayReturn, returns <= AccountClient.mostReturns else {
                throw failure(.transport(error), doing: doing)
            }
            return .seconds(1)
        }
    }
}

extension TransportError {
    /// Whether there may have been a stream that was cut.
    fileprivate var mayHaveBeenOpen: Bool {
        if case .unknownOutcome = self { true } else { false }
    }
}
