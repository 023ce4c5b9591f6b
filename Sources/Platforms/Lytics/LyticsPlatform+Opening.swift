import Documents

extension LyticsPlatform {
    /// Takes `data` out of an answer, or the message out of any of the three shapes of errors.
    public func open(_ answer: Answer) -> OpenedAnswer {
        answer.opened(refusal: refusal) { body in
            guard let object = body.object, let data = object["data"], isEnvelope(object) else {
                return body
            }
            return data
        }
    }

    /// The page before the last object shown, where `_meta` says that there is more.
    ///
    /// Without a cursor it is the same request again, which the reader refuses to repeat.
    public func nextPage(after answer: Answer, of request: Request) -> Request? {
        guard let meta = answer.body?["_meta"], meta["has_more"] == true else { return nil }
        var next = request
        if let cursor = meta["next_before"], !cursor.isNull { next.query["before"] = cursor }
        return next
    }

    private func isEnvelope(_ object: Object) -> Bool {
        let known = ["data", "status", "request_id", "message", "_meta"]
        return object.allSatisfy { known.contains($0.key) }
    }

    /// `errors[0]`, then `message`, then `error`; else what the body begins with.
    private func refusal(in answer: Answer) -> PlatformError {
        let first = answer.body?["errors"]?.list?.first
        let message =
            first?["message"]?.text ?? answer.body?["message"]?.text
            ?? answer.body?["error"]?.text ?? String(answer.text.prefix(200))
        return PlatformError(
            status: answer.status, code: first?["code"]?.text,
            message: message.isEmpty ? "the platform answered \(answer.status)" : message,
            requestID: answer.body?["request_id"]?.text)
    }
}
