import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// One request being answered: what came in, for whom, when, in whose names, and what the platform holds.
    struct Exchange: Sendable {
        let request: EmulatedRequest
        let api: TenexAPI
        let parameters: [String: String]
        let caller: Caller
        let now: EmulatedTime
        /// What the platform holds.
        var store: EmulatedStore

        /// A parameter of the path.
        func part(_ name: String) -> String { parameters[name] ?? "" }

        /// The row id of an object of this workspace.
        func row(_ id: String) -> String { caller.row(id) }

        /// The time as the platform writes it.
        var timestamp: Value { .text(now.thousandths) }

        /// A parameter of the query by its standard name; nothing where the table has none.
        func query(_ name: String) -> String? {
            api.name(name, of: .query).flatMap { request.query($0) }.flatMap { text in
                text.isEmpty ? nil : text
            }
        }

        /// A parameter of the query that is one of a few words.
        func word(_ name: String, of words: [String]) throws(Refusal) -> String? {
            guard let word = query(name) else { return nil }
            guard words.contains(word) else {
                throw wrong(name, "Input should be \(Checker.listed(words))", "literal_error")
            }
            return word
        }

        /// A parameter of the query that is a time.
        func time(_ name: String) throws(Refusal) -> Int64? {
            guard let text = query(name) else { return nil }
            guard let time = TenexEmulatedAPI.milliseconds(ofTime: text) else {
                throw wrong(name, "Input should be a valid datetime", "datetime_from_date_parsing")
            }
            return time
        }

        /// A parameter of the query that is refused.
        func wrong(_ name: String, _ message: String, _ type: String) -> Refusal {
            let shown = api.name(name, of: .query) ?? name
            return .invalid([Issue(["query", .text(shown)], message, type)])
        }

        /// The body as an object with the standard names; an empty one is an empty object.
        func body(as shape: TenexShape?) throws(Refusal) -> Object {
            if request.body.allSatisfy({ [9, 10, 13, 32].contains($0) }) { return [:] }
            let value: Value
            do throws(JSONError) {
                value = try JSON.parse(request.body)
            } catch {
                if store.isOn(.badRequests) {
                    throw Refusal(400, "Malformed JSON: \(error)", code: "bad_request")
                }
                let place: [Value] = ["body", .int(Int64(error.offset))]
                throw .invalid([Issue(place, "JSON decode error", "json_invalid")])
            }
            let body = shape.map { api.canonical(value, as: $0) } ?? value
            if let object = body.object { return object }
            throw .invalid([
                Issue(["body"], "Input should be a valid dictionary", "model_attributes_type")
            ])
        }

        /// An object in the table's names.
        func answer(_ object: Object, as shape: TenexShape, status: Int = 200) -> EmulatedResponse {
            let value = api.wire(.object(object.visible), as: shape)
            return EmulatedResponse(status: status, body: .json(value))
        }
    }
}

extension EmulatedResponse {
    /// An object as it is.
    static func plain(_ value: Value, status: Int = 200) -> EmulatedResponse {
        EmulatedResponse(status: status, body: .json(value))
    }

    /// Nothing.
    static let gone = EmulatedResponse(status: 204, body: .none)
}
