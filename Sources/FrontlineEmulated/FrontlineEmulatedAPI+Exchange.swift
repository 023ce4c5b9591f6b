import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// One request being answered: what came in, for whom, when, and what the platform holds.
    struct Exchange: Sendable {
        let request: EmulatedRequest
        let account: Account
        let now: EmulatedTime
        /// What the platform holds.
        var store: EmulatedStore

        /// A part of the path, counted behind `/public/v1`.
        func part(_ index: Int) -> String {
            request.path.indices.contains(index + 2) ? request.path[index + 2] : ""
        }

        /// A numeric id in the path.
        func number(_ index: Int, _ name: String) throws(Refusal) -> String {
            guard let number = Int64(part(index)) else {
                let message = "Expected number, received nan"
                throw .invalid([Issue([.text(name)], message, "invalid_type")])
            }
            return "\(number)"
        }

        /// The row id of an object of this account.
        func row(_ id: String) -> String { "\(account.aid)/\(id)" }

        /// The time as the platform writes it.
        var timestamp: Value { .text(now.thousandths) }

        /// A query parameter that is one of a few words.
        func word(_ name: String, of words: [String]) throws(Refusal) -> String? {
            guard let word = request.query(name), !word.isEmpty else { return nil }
            var checker = Checker()
            _ = checker.check(.text(word), .word(words), at: [.text(name)])
            try checker.finish()
            return word
        }

        /// A query parameter that is written as a truth value.
        func flag(_ name: String) -> Bool? {
            switch request.query(name)?.lowercased() {
            case "true", "1": true
            case "false", "0": false
            default: nil
            }
        }

        /// Whether a text passes the query's `filterText`.
        func isListed(_ row: Object) -> Bool {
            guard let wanted = request.query("filterText"), !wanted.isEmpty else { return true }
            return row["name"]?.text?.lowercased().contains(wanted.lowercased()) ?? false
        }

        /// The body as an object.
        func body() throws(Refusal) -> Object {
            do throws(JSONError) {
                if let object = try JSON.parse(request.body).object { return object }
            } catch {
                throw Refusal(400, "the body is not JSON: \(error)")
            }
            throw .invalid([Issue([], "Expected object", "invalid_type")])
        }

        /// The body in the shape of a schema: unknown members left out, defaults filled in.
        func body(_ fields: [Field]) throws(Refusal) -> Object {
            var checker = Checker()
            let clean = checker.members(try body(), fields, at: [])
            try checker.finish()
            return clean
        }
    }
}

extension EmulatedResponse {
    /// An answer without a body.
    static let empty = EmulatedResponse(status: 204, body: .none)

    /// The bare object, as most of the API answers.
    static func bare(_ value: Value, status: Int = 200) -> EmulatedResponse {
        EmulatedResponse(status: status, body: .json(value))
    }

    /// A list in `results`.
    static func results(_ list: [Value]) -> EmulatedResponse {
        bare(.object(["results": .list(list)]))
    }

    /// Data in the envelope that `/me` and `/objects` have.
    static func enveloped(_ data: Value) -> EmulatedResponse {
        bare(.object(["ok": true, "data": data]))
    }

    /// A copy with more headers.
    func adding(_ more: [(name: String, value: String)]) -> EmulatedResponse {
        EmulatedResponse(status: status, headers: headers + more, body: body)
    }
}
