import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// One mistake in a body, with the path to it.
    struct Issue: Sendable {
        let path: [Value]
        let message: String
        let code: String

        init(_ path: [Value], _ message: String, _ code: String) {
            self.path = path
            self.message = message
            self.code = code
        }

        /// A reference to something that this account does not have.
        static func unknown(_ path: [Value], _ noun: String, _ value: Value) -> Issue {
            Issue(path, "\(noun) \(value.text ?? value.canonicalJSON) not found", "not_found")
        }

        /// The issue as the platform lists it.
        var value: Value {
            ["path": .list(path), "message": .text(message), "code": .text(code)]
        }
    }

    /// A request that is refused; nothing of it is kept.
    struct Refusal: Error {
        let status: Int
        let message: String
        var issues: [Issue] = []

        init(_ status: Int, _ message: String, _ issues: [Issue] = []) {
            self.status = status
            self.message = message
            self.issues = issues
        }

        /// Something that is not there, was deleted, or belongs to another account.
        static func missing(_ noun: String) -> Refusal { Refusal(404, "\(noun) not found") }

        /// A request that the state of things does not allow.
        static func conflict(_ message: String) -> Refusal { Refusal(409, message) }

        /// A body with mistakes, all of them.
        static func invalid(_ issues: [Issue]) -> Refusal {
            Refusal(400, "Validation failed", issues)
        }

        /// A write that would break the graph.
        static func structural(_ issues: [Issue], _ store: EmulatedStore) -> Refusal {
            let why = issues.map(\.message).joined(separator: "; ")
            let status = store.isOn(.structuralConflicts) ? 409 : 400
            return Refusal(status, "Invalid graph: \(why)", issues)
        }

        /// The platform's word for the status; 402 and 429 have the word of a 500.
        private var code: String {
            switch status {
            case 400: "bad_request"
            case 401: "unauthorized"
            case 403: "forbidden"
            case 404: "not_found"
            case 409: "conflict"
            default: "internal_error"
            }
        }

        /// The answer.
        var response: EmulatedResponse {
            var error: Object = ["code": .text(code), "message": .text(message)]
            if !issues.isEmpty {
                error["details"] = .object(["issues": .list(issues.map(\.value))])
            }
            return .bare(.object(["ok": false, "error": .object(error)]), status: status)
        }
    }
}
