import Documents

extension FrontlinePlatform {
    /// Takes the object or list out of an answer, whichever envelope it came in.
    public func open(_ answer: Answer) -> OpenedAnswer {
        guard (200..<300).contains(answer.status) else { return .failure(refusal(in: answer)) }
        guard let body = answer.body else {
            if answer.text.isEmpty { return .success(.null) }
            return .failure(
                PlatformError(
                    status: answer.status,
                    message: "the answer is not JSON: \(answer.text.prefix(80))"))
        }
        var value = body
        if body["ok"]?.bool != nil, let data = body["data"] { value = data }
        if let results = value["results"], results.list != nil { value = results }
        return .success(value)
    }

    /// The message, with everything that a validation found wrong.
    private func refusal(in answer: Answer) -> PlatformError {
        let error = answer.body?["error"]
        let issues = error?["details"]?["issues"]?.list ?? []
        var message = error?["message"]?.text ?? String(answer.text.prefix(200))
        if message.isEmpty { message = "the platform answered \(answer.status)" }
        let found = issues.map(Self.words)
        return PlatformError(
            status: answer.status, code: error?["code"]?.text,
            message: ([message] + found).joined(separator: "; "),
            requestID: answer.headers["x-request-id"])
    }

    /// One issue: the path, whether it came as a list or as a text, and what is wrong there.
    private static func words(_ issue: Value) -> String {
        let path = issue["path"]?.list?.map { $0.text ?? $0.canonicalJSON }.joined(separator: ".")
        let place = path ?? issue["path"]?.text ?? ""
        let what = issue["message"]?.text ?? issue["code"]?.text ?? ""
        return place.isEmpty ? what : "`\(place)`: \(what)"
    }
}
