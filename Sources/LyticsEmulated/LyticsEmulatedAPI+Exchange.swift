import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// One request being answered: what came in, for whom, when, and what the platform holds.
    struct Exchange: Sendable {
        let request: EmulatedRequest
        let account: Account
        let now: EmulatedTime
        let requestID: String
        /// What the platform holds.
        var store: EmulatedStore

        /// A part of the path.
        func part(_ index: Int) -> String {
            request.path.indices.contains(index) ? request.path[index] : ""
        }

        /// The row id of an object of this account.
        func row(_ id: String) -> String { "\(account.aid)/\(id)" }

        /// Whether a query parameter is written as true.
        func flag(_ name: String) -> Bool {
            ["true", "1", "t"].contains(request.query(name)?.lowercased() ?? "")
        }

        /// The time as the platform writes it.
        var timestamp: Value { .text(LyticsEmulatedAPI.timestamp(now)) }

        /// The body as an object; an empty body is an empty object.
        func body() throws(Refusal) -> Object {
            if request.body.allSatisfy({ [9, 10, 13, 32].contains($0) }) { return Object() }
            do throws(JSONError) {
                if let object = try JSON.parse(request.body).object { return object }
            } catch {
                throw Refusal(400, "JSON-BADREQ-025", "the body is not JSON: \(error)")
            }
            throw Refusal(400, "JSON-BADREQ-025", "the body must be a JSON object")
        }

        /// Wraps data as this part of the API does.
        func answer(_ data: Value, status: Int = 200) -> EmulatedResponse {
            var envelope: Object = ["data": data, "status": .int(Int64(status))]
            if part(0) == "api" {
                envelope["message"] = "success"
            } else {
                envelope["request_id"] = .text(requestID)
            }
            return EmulatedResponse(status: status, body: .json(.object(envelope)))
        }

        /// The answer to a delete, with or without a body.
        func deleted() -> EmulatedResponse {
            if store.isOn(.deleteWithoutBody) { return EmulatedResponse(status: 204, body: .none) }
            let envelope: Object = [
                "data": .null, "status": 200, "message": "deleted", "request_id": .text(requestID),
            ]
            return EmulatedResponse(status: 200, body: .json(.object(envelope)))
        }
    }

    /// A request that is refused, with the code the platform has for it.
    struct Refusal: Error {
        let status: Int
        let code: String
        let message: String
        var headers: [(name: String, value: String)] = []

        init(_ status: Int, _ code: String, _ message: String) {
            self.status = status
            self.code = code
            self.message = message
        }

        /// Something that is not there, or belongs to another account.
        static func missing(_ noun: String, _ id: String, code: String = "NOTFOUND-003") -> Refusal
        {
            Refusal(404, code, "there is no \(noun) `\(id)` in this account")
        }

        /// A payload that breaks a rule.
        static func bad(_ message: String, code: String = "BADREQ-001") -> Refusal {
            Refusal(400, code, message)
        }

        /// The answer in the shape this part of the API has: three shapes exist.
        func response(path: [String], requestID: String, now: EmulatedTime) -> EmulatedResponse {
            var body: Object = ["status": .int(Int64(status))]
            if status == 401 || path.first == "api" {
                body["data"] = Value.null
                body["message"] = .text(message)
            } else if status == 405 || status == 429 {
                body["message"] = .text(message)
                body["request_id"] = .text(requestID)
            } else {
                body["errors"] = [
                    [
                        "code": .text(code), "message": .text(message), "level": "warn",
                        "timestamp": .text(LyticsEmulatedAPI.timestamp(now)),
                    ]
                ]
                body["request_id"] = .text(requestID)
            }
            return EmulatedResponse(status: status, headers: headers, body: .json(.object(body)))
        }
    }
}
