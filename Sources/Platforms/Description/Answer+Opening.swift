package import Documents

extension Answer {
    /// What a success holds, taken out of its envelope; else what the platform refused.
    ///
    /// `takeOut` gives nil for the body of a refusal, which may come with a status of success.
    package func opened(
        refusal: (Answer) -> PlatformError, _ takeOut: (Value) -> Value?
    ) -> OpenedAnswer {
        guard (200..<300).contains(status) else { return .failure(refused(refusal)) }
        if let body { return takeOut(body).map { .success($0) } ?? .failure(refused(refusal)) }
        if text.isEmpty { return .success(.null) }
        return .failure(
            PlatformError(
                status: status, message: "the answer is not JSON: \(text.prefix(80))"))
    }

    /// The refusal; what is no JSON object does not come from the platform's API.
    private func refused(_ refusal: (Answer) -> PlatformError) -> PlatformError {
        var error = refusal(self)
        if body?.object == nil { error.isAboutObject = false }
        return error
    }
}

extension Object {
    /// Whether nothing is in it but nulls and what errors are told with; so it is with an empty
    /// object.
    package var tellsOnlyOfErrors: Bool {
        let words = [
            "ok", "error", "errors", "message", "detail", "details", "status", "statusCode",
            "code", "request_id", "requestId", "timestamp", "path",
        ]
        return allSatisfy { words.contains($0.key) || $0.value.isNull }
    }
}
