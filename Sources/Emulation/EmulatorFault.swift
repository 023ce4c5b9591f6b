import Documents
import EmulatedKit
import Platforms

/// Trouble that the next matching requests run into.
struct EmulatorFault: Sendable {
    enum Kind: String, CaseIterable {
        /// The answer comes late.
        case latency
        /// 429, with `Retry-After` where `retry_after` is given.
        case tooManyRequests = "429"
        /// 500, and the request was not carried out.
        case failsBefore = "500-before"
        /// 500, although the request was carried out.
        case failsAfter = "500-after-commit"
        /// The connection closes, and the request was not carried out.
        case cutBefore = "cut-before"
        /// The connection closes, although the request was carried out.
        case cutAfter = "cut-after"
        /// Half of the answer, then the connection closes.
        case truncated
        /// Reads answer as before the last write.
        case lag
        /// A list without the element whose id is `id`; other answers are whole and do not count.
        case drop
        /// The connection closes, and the request is carried out `milliseconds` later.
        case late
        /// The `status` and `body` of the fault, and the request was not carried out.
        case answer
    }

    let kind: Kind
    let method: String?
    let path: String?
    let isForWrites: Bool
    let milliseconds: Int64
    let retryAfter: String?
    /// The id of the element that a list leaves out, for the kind `drop`.
    let id: String?
    /// What is answered, for the kind `answer`.
    let response: EmulatedResponse
    /// How many matching requests pass before the first one runs into it.
    var skip: Int64
    var count: Int64

    /// Reads a fault; nil where the kind is unknown.
    init?(_ value: Value) {
        guard let kind = Kind(rawValue: value["kind"]?.text ?? value["kind"]?.canonicalJSON ?? "")
        else { return nil }
        self.kind = kind
        method = (value["method"]?.text ?? value["match"]?["method"]?.text)?.uppercased()
        path = value["path"]?.text ?? value["match"]?["path"]?.text
        isForWrites = (value["writes"] ?? value["match"]?["writes"])?.bool ?? false
        skip = value["skip"]?.int ?? 0
        milliseconds = value["milliseconds"]?.int ?? 100
        let wait = value["retry_after"]
        retryAfter = wait?.text ?? wait?.int.map(String.init)
        count = value["count"]?.int ?? 1
        id = value["id"]?.idText
        response = EmulatedResponse(
            status: Int(value["status"]?.int ?? 500),
            body: value["body"].map { EmulatedResponse.Body.json($0) } ?? EmulatedResponse.Body.none
        )
    }

    /// Whether a request runs into it: same method, and the path matches; `*` stands for any part.
    func matches(method: String, path: String) -> Bool {
        if let wanted = self.method, wanted != method { return false }
        if kind == .lag || kind == .drop, method != "GET" { return false }
        if isForWrites, method == "GET" { return false }
        guard let pattern = self.path else { return true }
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        let wanted = pattern.split(separator: "/")
        if wanted.last == "**" {
            return Self.agree(wanted.dropLast(), parts.prefix(wanted.count - 1))
        }
        return Self.agree(wanted[...], parts[...])
    }

    private static func agree(_ wanted: ArraySlice<Substring>, _ parts: ArraySlice<Substring>)
        -> Bool
    {
        wanted.count == parts.count && zip(wanted, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// The fault as the control endpoint lists it.
    var value: Value {
        [
            "kind": .text(kind.rawValue), "method": method.map { .text($0) } ?? .null,
            "path": path.map { .text($0) } ?? .null, "count": .int(count),
        ]
    }
}
