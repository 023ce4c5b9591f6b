import Documents

extension TenexPlatform {
    /// Takes the list out of a page; an object comes as it is, and a list may come bare.
    public func open(_ answer: Answer) -> OpenedAnswer {
        answer.opened(refusal: refusal) { body in
            let items = body["items"]
            return items?.list == nil ? body : items ?? body
        }
    }

    /// The next page, by a cursor that is sent back as it came.
    public func nextPage(after answer: Answer, of request: Request) -> Request? {
        guard request.query["limit"] != nil, request.query["limit"] != 1,
            let cursor = answer.body?["next_cursor"]?.text, !cursor.isEmpty
        else { return nil }
        var next = request
        next.query["cursor"] = .text(cursor)
        return next
    }

    /// A framework's own 404 or 405 has no code: the path itself is not there.
    public func advice(for error: PlatformError) -> String? {
        guard [404, 405].contains(error.status), error.code == nil,
            ["Not Found", "Method Not Allowed"].contains(error.message)
        else { return nil }
        return "the service may have another path for it: `weir tenex doctor` compares the paths "
            + "of the account with those of the service"
    }

    /// A 409 with a code tells of a duplicate or of a state that does not allow it.
    public func isOwnRefusal(_ error: PlatformError) -> Bool {
        error.status == 409 && error.code != nil
    }

    /// `detail`, a text or a list of places, with its code; else `message` and `error`.
    private func refusal(in answer: Answer) -> PlatformError {
        let body = answer.body
        let found = body?["detail"]?.list?.map(Self.words).joined(separator: "; ")
        let message =
            found ?? body?["detail"]?.text ?? body?["message"]?.text
            ?? String(answer.text.prefix(200))
        return PlatformError(
            status: answer.status, code: body?["code"]?.text ?? body?["error"]?.text,
            message: message.isEmpty ? "the platform answered \(answer.status)" : message,
            requestID: answer.headers["x-request-id"])
    }

    /// One mistake: where in the request, and what.
    private static func words(_ problem: Value) -> String {
        let place = (problem["loc"]?.list ?? []).map { $0.text ?? $0.canonicalJSON }.joined(
            separator: ".")
        let what = problem["msg"]?.text ?? problem["type"]?.text ?? "not valid"
        return place.isEmpty ? what : "`\(place)`: \(what)"
    }
}
