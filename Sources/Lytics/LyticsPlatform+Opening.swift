public import Documents
public import Platforms

extension LyticsPlatform {
    /// Takes `data` out of an answer, or the message out of any of the three shapes of errors.
    public func open(_ answer: Answer) -> OpenedAnswer {
        answer.opened(refusal: refusal) { body in
            guard let object = body.object else { return body }
            if tellsOfError(object) { return nil }
            guard let data = object["data"], isEnvelope(object) else { return body }
            return data
        }
    }

    /// What stands under `data`; null there is how the service writes an empty list.
    public func content(of body: Value) -> Value? {
        guard let object = body.object, let data = object["data"], !tellsOfError(object) else {
            return nil
        }
        if data.isNull { return isEnvelope(object) && saysSuccess(object) ? [] : nil }
        return data.list == nil && data.object == nil ? nil : data
    }

    /// Whether a body without data tells what went wrong.
    private func tellsOfError(_ object: Object) -> Bool {
        guard object["data"]?.isNull ?? true else { return false }
        let hasErrors = object["errors"]?.list?.isEmpty == false
        let hasError = object["error"].map { !$0.isNull } ?? false
        return hasErrors || hasError || (object["status"]?.int ?? 200) >= 400
    }

    /// Whether a body without data speaks of success, or says nothing at all.
    private func saysSuccess(_ object: Object) -> Bool {
        if let status = object["status"]?.int { return (200..<300).contains(status) }
        return object["message"].map { $0 == "success" } ?? true
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
