import Diagnostics
public import Documents
public import Platforms

/// Talks to one account: keeps to its rate limit, opens its answers, repeats what may be repeated.
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
    /// What no error repeats; what the platform shows that looks like a credential is added.
    public var secrets = KnownSecrets()
    let waiting: Waiting
    let transport: any Transport
    let limiter: RequestLimiter

    var time: Timekeeper { waiting.time }

    /// Talks to an account over a transport; clients of one account share its limiter.
    public init(
        _ account: Account, on platform: any Platform, over transport: any Transport,
        waiting: Waiting, limiter: RequestLimiter? = nil
    ) {
        self.platform = platform
        self.account = account
        self.transport = transport
        self.waiting = waiting
        self.limiter = limiter ?? RequestLimiter(platform.limits, time: waiting.time)
    }

    /// Talks to an account over a transport, by a clock.
    public init(
        _ account: Account, on platform: any Platform, over transport: any Transport,
        time: Timekeeper = .machine
    ) {
        self.init(account, on: platform, over: transport, waiting: Waiting(time: time))
    }

    /// Carries out a read and gives what its answer shows, all pages of it, if the platform keeps
    /// its promise.
    public func read(_ read: Read) async throws(ReconcilingError) -> Value {
        let doing = "read \(read.purpose)"
        let opened = try await pages(
            of: read.request, expecting: read.expects, doing: doing,
            accepting: read.absence.statuses)
        if !opened.isSuccess {
            if read.absence == .list { return .list([]) }
            try confirmAbsence(opened.answer, doing)
        }
        return opened.value
    }

    /// A 404 of something before the platform, or of a path that it does not have, says nothing.
    func confirmAbsence(_ answer: Answer, _ doing: String) throws(ReconcilingError) {
        guard case .failure(let error) = platform.open(answer) else { return }
        let isOfPlatform = answer.body != nil || answer.text.isEmpty
        guard isOfPlatform, error.status == 404, error.isAboutObject else {
            throw failure(.refused(error), doing: doing)
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
                .notJSON(status: answer.status, mediaType: answer.mediaType), doing: doing)
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
            cause.hiding(secrets.redactor), doing: doing, account: account,
            urlVariable: platform.defaults.urlVariable,
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
            throw failure(
                .unexpected(code: ReconcilingCode.applyAnswer, message: error.message), doing: doing
            )
        }
    }
}
