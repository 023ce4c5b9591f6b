public import Documents
public import Platforms

/// Talks to one account: keeps to its rate limit, opens its answers, repeats what is safe.
public struct AccountClient: Sendable {
    /// An opened answer with its status.
    struct Opened: Sendable {
        var status: Int
        var value: Value
        /// The answer as it came, which may tell where the next page is.
        var answer: Answer

        /// Whether it is a success in HTTP's own terms, not one that the call accepts besides.
        var isSuccess: Bool { (200..<300).contains(status) }
    }

    /// The platform.
    public let platform: any Platform
    /// The account.
    public var account: Account
    /// What is not switched off by a test.
    package var mechanisms = Mechanisms.all
    let time: Timekeeper
    let transport: any Transport
    let limiter: RequestLimiter

    /// Talks to an account over a transport.
    public init(
        _ account: Account, on platform: any Platform, over transport: any Transport,
        time: Timekeeper = .machine
    ) {
        self.platform = platform
        self.account = account
        self.transport = transport
        self.time = time
        limiter = RequestLimiter(platform.limits, time: time)
    }

    /// Carries out a read and opens its answer, all pages of it.
    public func read(_ read: Read) async throws(ReconcilingError) -> Value {
        try await pages(of: read.request, doing: "read \(read.purpose)").value
    }

    /// Sends a request, repeating only what cannot have been carried out, and reads.
    func exchange(
        _ wire: WireRequest, doing: String, accepting accepted: [Int] = []
    ) async throws(ReconcilingError) -> Opened {
        var refusals = 0
        var wasRepeated = wire.method != .get
        while true {
            await limiter.admit()
            let reply = await reply(to: wire)
            switch reply {
            case .success(let answer)
            where answer.status == 429 && refusals < platform.limits.repeats:
                await time.sleep(AccountClient.pause(after: answer, refusals: refusals))
                refusals += 1
            case .success(let answer) where answer.status >= 500 && !wasRepeated:
                wasRepeated = true
                await time.sleep(AccountClient.backoff)
            case .failure(.unknownOutcome) where !wasRepeated:
                wasRepeated = true
                await time.sleep(AccountClient.backoff)
            case .success(let answer):
                return try open(answer, doing: doing, accepting: accepted)
            case .failure(let error): throw failure(.transport(error), doing: doing)
            }
        }
    }

    static let backoff = Duration.milliseconds(500)

    /// As long as the platform says; else 1, 2, 4 … 60 seconds.
    static func pause(after answer: Answer, refusals: Int) -> Duration {
        let seconds = answer.headers["retry-after"].flatMap { Int($0) } ?? min(1 << refusals, 60)
        return .seconds(min(max(seconds, 0), 120))
    }

    private func reply(to wire: WireRequest) async -> Result<Answer, TransportError> {
        do throws(TransportError) {
            return .success(try await transport.send(wire))
        } catch {
            return .failure(error)
        }
    }

    func open(
        _ answer: Answer, doing: String, accepting accepted: [Int]
    ) throws(ReconcilingError) -> Opened {
        if (300..<400).contains(answer.status) {
            let location = answer.headers["location"] ?? "an unnamed place"
            throw failure(.redirected(status: answer.status, location: location), doing: doing)
        }
        let isSuccess = (200..<300).contains(answer.status)
        if isSuccess, answer.body == nil, !answer.text.isEmpty {
            throw failure(
                .notJSON(status: answer.status, beginning: answer.text), doing: doing)
        }
        switch platform.open(answer) {
        case .success(let value): return Opened(status: answer.status, value: value, answer: answer)
        case .failure where accepted.contains(answer.status):
            return Opened(status: answer.status, value: .null, answer: answer)
        case .failure(let error): throw failure(.refused(error), doing: doing)
        }
    }

    func failure(
        _ cause: ReconcilingError.Cause, doing: String, address: Address? = nil
    ) -> ReconcilingError {
        var failure = ReconcilingError(
            cause, doing: doing, account: account, urlVariable: platform.defaults.urlVariable,
            address: address)
        if case .refused(let error) = cause { failure.advice = platform.advice(for: error) }
        return failure
    }

    /// Turns a failed evaluation into an error of this account.
    func evaluating<Result>(
        _ doing: String, _ body: () throws(EvaluationError) -> Result
    ) throws(ReconcilingError) -> Result {
        do throws(EvaluationError) {
            return try body()
        } catch {
            throw failure(.unexpected(code: "apply/answer", message: error.message), doing: doing)
        }
    }
}
