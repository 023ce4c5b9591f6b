public import Documents
public import Platforms

extension TenexPlatform {
    /// Takes the list out of a page; an object comes as it is, and a list may come bare.
    public func open(_ answer: Answer) -> OpenedAnswer {
        answer.opened(refusal: refusal) { body in
            if Self.tellsOfError(body) { return nil }
            let items = body["items"]
            return items?.list == nil ? body : items ?? body
        }
    }

    /// The list in a page, a bare list, or a bare object.
    public func content(of body: Value) -> Value? {
        if let items = body["items"]?.list { return .list(items) }
        if let object = body.object { return object.tellsOnlyOfErrors ? nil : body }
        return body.list == nil ? nil : body
    }

    /// Whether a body with a status of success tells what went wrong, and nothing else.
    private static func tellsOfError(_ body: Value) -> Bool {
        guard let object = body.object, object.tellsOnlyOfErrors else { return false }
        return ["detail", "error"].contains { object[$0].map { !$0.isNull } ?? false }
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

    /// The paths to compare, where it is the path itself that is not there.
    public func advice(for error: PlatformError) -> String? {
        guard Self.lacksPath(error) else { return nil }
        return "the service may have another path for it: `weir tenex doctor` compares the paths "
            + "of the account with those of the service"
    }

    private static func lacksPath(_ error: PlatformError) -> Bool {
        [404, 405].contains(error.status) && error.code == nil
            && ["Not Found", "Method Not Allowed"].contains(error.message)
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
        var error = PlatformError(
            status: answer.status, code: body?["code"]?.text ?? body?["error"]?.text,
            message: message.isEmpty ? "the platform answered \(answer.status)" : message,
            requestID: answer.headers["x-request-id"])
        error.isAboutObject = !Self.lacksPath(error)
        return error
    }

    /// One mistake: where in the request, and what.
    private static func words(_ problem: Value) -> String {
        let place = (problem["loc"]?.list ?? []).map { $0.text ?? $0.canonicalJSON }.joined(
            separator: ".")
        let what = problem["msg"]?.text ?? problem["type"]?.text ?? "not valid"
        return place.isEmpty ? what : "`\(place)`: \(what)"
    }
}
