import Diagnostics
import Documents
import Platforms

extension AccountClient {
    /// More pages than any account fills; a server that goes on is broken.
    static let mostPages = 1000

    /// Carries out a read and those that fetch the rest of its answer; lists become one list.
    ///
    /// Every page must be as promised.
    func pages(
        of request: Request, known: Substitution = Substitution(),
        expecting promise: PromisedAnswer,
        doing: String, accepting accepted: [Int] = []
    ) async throws(ReconcilingError) -> Opened {
        var request = request
        var asked: Set<Request> = []
        var pages: [Value] = []
        while true {
            try refuseToRepeat(request, asked, doing)
            asked.insert(request)
            let wire = try evaluating(doing) { () throws(EvaluationError) in
                try known.wire(request)
            }
            var opened = try await exchange(wire, doing: doing, accepting: accepted)
            if opened.isSuccess {
                opened.value = try content(of: opened.answer, as: promise, doing)
            }
            try refuseSamePage(opened.value, as: pages.last, doing)
            pages.append(opened.value)
            if opened.isSuccess, let next = platform.nextPage(after: opened.answer, of: request) {
                request = next
                continue
            }
            if pages.count > 1 { opened.value = .list(pages.flatMap { $0.list ?? [$0] }) }
            return opened
        }
    }

    /// What an answer shows; an answer that is not as promised is an error.
    private func content(
        of answer: Answer, as promise: PromisedAnswer, _ doing: String
    ) throws(ReconcilingError) -> Value {
        let content = answer.body.flatMap { platform.content(of: $0) }
        let breach =
            content.map { promise.breach(in: $0) } ?? PromisedAnswer.description(of: answer.body)
        guard let content, breach == nil else {
            let came = UnpromisedAnswer(
                status: answer.status, mediaType: answer.mediaType, came: breach ?? "nothing",
                promised: promise.words)
            throw failure(.unpromised(came), doing: doing)
        }
        return content
    }

    /// A list that never ends is an error, and so is one whose end nobody can ask for.
    private func refuseToRepeat(
        _ request: Request, _ asked: Set<Request>, _ doing: String
    ) throws(ReconcilingError) {
        guard asked.contains(request) || asked.count >= AccountClient.mostPages else { return }
        throw endless(doing)
    }

    /// A page that holds the same as the one before it leads nowhere.
    private func refuseSamePage(
        _ page: Value, as last: Value?, _ doing: String
    ) throws(ReconcilingError) {
        if page == last { throw endless(doing) }
    }

    private func endless(_ doing: String) -> ReconcilingError {
        failure(
            .unexpected(
                code: ReconcilingCode.endlessList,
                message: "`\(account.name)` says that there is more than it shows, and does not "
                    + "show it"),
            doing: doing)
    }
}
