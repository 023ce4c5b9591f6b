public import Documents
public import Platforms

extension FrontlinePlatform {
    /// Takes the object or list out of an answer, whichever envelope it came in.
    public func open(_ answer: Answer) -> OpenedAnswer {
        answer.opened(refusal: refusal) { body in
            if body["ok"] == false { return nil }
            let isEnveloped = body["ok"]?.bool != nil
            let value = isEnveloped ? body["data"] ?? body : body
            let results = value["results"]
            return results?.list == nil ? value : results ?? value
        }
    }

    /// A bare list or object, `results`, or what stands under `data` beside `ok: true`.
    public func content(of body: Value) -> Value? {
        var shown = body
        if let ok = body["ok"] {
            guard ok == true, let data = body["data"] else { return nil }
            shown = data
        }
        if let results = shown["results"] { return results.list == nil ? nil : results }
        if let object = shown.object { return object.tellsOnlyOfErrors ? nil : shown }
        return shown.list == nil ? nil : shown
    }

    /// A 409 `conflict` tells of a name that is taken, an object in use or a graph that cannot be.
    public func isOwnRefusal(_ error: PlatformError) -> Bool {
        error.status == 409 && error.code == "conflict"
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
