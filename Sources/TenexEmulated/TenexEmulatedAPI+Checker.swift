import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// What a member of a body may be.
    enum Form: Sendable {
        case text
        case bool
        case whole
        case object
        case list
        case word([String])
        case anything
    }

    /// Checks a body and collects every mistake, worded as the service's validation does.
    struct Checker: Sendable {
        private(set) var issues: [Issue] = []

        /// Notes a mistake at a path behind `body`.
        mutating func note(_ path: [Value], _ message: String, _ type: String = "value_error") {
            issues.append(Issue(path, message, type))
        }

        /// Checks one member; its value where it is there, not null and of the form.
        @discardableResult
        mutating func member(
            _ key: String, _ form: Form, in object: Object, at path: [Value] = [],
            isRequired: Bool = false
        ) -> Value? {
            let here = path + [.text(key)]
            guard let value = object[key], !value.isNull || isRequired else {
                if isRequired { note(here, "Field required", "missing") }
                return nil
            }
            guard let mistake = Self.mistake(value, form) else { return value }
            note(here, mistake.message, mistake.type)
            return nil
        }

        private static func mistake(
            _ value: Value, _ form: Form
        ) -> (message: String, type: String)? {
            switch (form, value) {
            case (.text, .text), (.bool, .bool), (.whole, .int), (.object, .object), (.list, .list),
                (.anything, _):
                nil
            case (.word(let words), _):
                value.text.map(words.contains) == true
                    ? nil : ("Input should be \(listed(words))", "literal_error")
            case (.text, _): ("Input should be a valid string", "string_type")
            case (.bool, _): ("Input should be a valid boolean", "bool_type")
            case (.whole, _): ("Input should be a valid integer", "int_type")
            case (.object, _): ("Input should be a valid dictionary", "dict_type")
            case (.list, _): ("Input should be a valid list", "list_type")
            }
        }

        /// Words as a message lists them: `'a', 'b' or 'c'`.
        static func listed(_ words: [String]) -> String {
            let quoted = words.map { "'\($0)'" }
            guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
            return quoted.dropLast().joined(separator: ", ") + " or " + last
        }

        /// Refuses where there were mistakes; their places are in the names of the table.
        func finish(_ body: Object, as shape: TenexShape?, _ exchange: Exchange) throws(Refusal) {
            if issues.isEmpty { return }
            let placed = issues.map { issue in
                let path = exchange.located(issue.path, in: .object(body), as: shape)
                return Issue(["body"] + path, issue.message, issue.type)
            }
            if let missing = placed.first(where: \.isMissingField),
                exchange.store.isOn(.badRequests)
            {
                let name = missing.path.last?.text ?? ""
                throw Refusal(400, "Field required: \(name)", code: "bad_request")
            }
            throw .invalid(placed)
        }
    }
}

extension TenexEmulatedAPI.Exchange {
    /// A path of standard names in the names of the table; positions stay.
    func located(_ path: [Value], in value: Value, as shape: TenexShape?) -> [Value] {
        guard let shape, let first = path.first else { return path }
        let rest = Array(path.dropFirst())
        if let index = first.int {
            let items = value.list ?? []
            let item = items.indices.contains(Int(index)) ? items[Int(index)] : .null
            return [first] + located(rest, in: item, as: shape)
        }
        let key = first.text ?? ""
        let nested = shape.nested(key, type: value["type"]?.text)
        return [.text(api.name(key, of: shape) ?? key)]
            + located(rest, in: value[key] ?? .null, as: nested)
    }
}
