import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// One mistake in a request, in the words of the validation that the service uses.
    struct Issue: Sendable {
        let path: [Value]
        let message: String
        let type: String

        init(_ path: [Value], _ message: String, _ type: String) {
            self.path = path
            self.message = message
            self.type = type
        }

        /// Whether a field of the body itself is missing.
        var isMissingField: Bool { type == "missing" && path.count == 2 }

        /// The issue as the service lists it.
        var value: Value {
            ["loc": .list(path), "msg": .text(message), "type": .text(type)]
        }
    }

    /// A request that is refused; nothing of it is kept.
    ///
    /// Three shapes: a list of issues, a text with or without a code, and that of a 429.
    struct Refusal: Error {
        let status: Int
        var detail = ""
        var code: String?
        var issues: [Issue] = []
        var headers: [(name: String, value: String)] = []

        init(_ status: Int, _ detail: String, code: String? = nil) {
            self.status = status
            self.detail = detail
            self.code = code
        }

        /// Something that is not there or belongs to another workspace.
        static func missing(_ noun: String) -> Refusal {
            Refusal(404, "\(noun) not found", code: "not_found")
        }

        /// A request that the state of things does not allow.
        static func state(_ detail: String) -> Refusal {
            Refusal(409, detail, code: "invalid_state")
        }

        /// A key or token that is missing, malformed, expired or revoked.
        static var unauthorized: Refusal {
            var refusal = Refusal(401, "Missing or invalid Authorization header")
            refusal.headers = [("WWW-Authenticate", "Bearer")]
            return refusal
        }

        /// A request with mistakes, all of them.
        static func invalid(_ issues: [Issue]) -> Refusal {
            var refusal = Refusal(422, "")
            refusal.issues = issues
            return refusal
        }

        /// The answer.
        var response: EmulatedResponse {
            EmulatedResponse(status: status, headers: headers, body: .json(.object(body)))
        }

        private var body: Object {
            if status == 429 {
                return ["error": "rate_limited", "message": .text(detail)]
            }
            guard issues.isEmpty else { return ["detail": .list(issues.map(\.value))] }
            var body: Object = ["detail": .text(detail)]
            if let code { body["code"] = .text(code) }
            return body
        }
    }
}
