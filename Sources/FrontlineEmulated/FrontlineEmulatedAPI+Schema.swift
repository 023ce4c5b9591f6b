import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// What a value in a body may be.
    indirect enum Schema: Sendable {
        case text(least: Int = 0, most: Int = .max)
        case number(ClosedRange<Double>? = nil)
        case positiveInteger
        case bool
        case word([String])
        case list(Schema, least: Int = 0)
        case object([Field])
        /// An object that is looked at later.
        case anyObject
        /// Anything that is looked at later.
        case anything
        case nullable(Schema)
    }

    /// A member of an object in a body.
    struct Field: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool
        let fallback: Value?

        /// A member that must be there.
        static func need(_ name: String, _ schema: Schema) -> Field {
            Field(name: name, schema: schema, isRequired: true, fallback: nil)
        }

        /// A member that may be left out, and what it then is.
        static func may(_ name: String, _ schema: Schema, or fallback: Value? = nil) -> Field {
            Field(name: name, schema: schema, isRequired: false, fallback: fallback)
        }
    }

    /// Checks values against schemas and collects every mistake, worded as the platform does.
    struct Checker: Sendable {
        private(set) var issues: [Issue] = []

        /// Refuses where there were mistakes.
        func finish() throws(Refusal) {
            if !issues.isEmpty { throw .invalid(issues) }
        }

        /// Notes a mistake.
        mutating func note(_ path: [Value], _ message: String, _ code: String) {
            issues.append(Issue(path, message, code))
        }

        /// Notes mistakes found elsewhere, where nothing is known to be wrong yet.
        mutating func note(_ more: [Issue]) {
            let wrong = Set(issues.map(\.path))
            issues += more.filter { !wrong.contains($0.path) }
        }

        /// The members a schema knows, checked; those left out get their defaults.
        mutating func members(_ object: Object, _ fields: [Field], at path: [Value]) -> Object {
            var clean = Object()
            for field in fields {
                let place = path + [.text(field.name)]
                if let value = object[field.name] {
                    clean[field.name] = check(value, field.schema, at: place)
                } else {
                    if field.isRequired { note(place, "Required", "invalid_type") }
                    clean[field.name] = field.fallback
                }
            }
            return clean
        }

        /// A value in the shape of its schema, or as it was where it has none of it.
        mutating func check(_ value: Value, _ schema: Schema, at path: [Value]) -> Value {
            switch (schema, value) {
            case (.nullable, .null), (.anything, _), (.anyObject, .object): return value
            case (.nullable(let inner), _): return check(value, inner, at: path)
            case (.object(let fields), .object(let object)):
                return .object(members(object, fields, at: path))
            case (.list(let inner, let least), .list(let items)):
                if items.count < least { tooFew(least, "Array", "element", at: path) }
                return .list(list(items, inner, at: path))
            default: checkPlain(value, schema, at: path)
            }
            return value
        }

        private mutating func list(
            _ items: [Value], _ schema: Schema, at path: [Value]
        ) -> [Value] {
            var clean: [Value] = []
            for (index, item) in items.enumerated() {
                clean.append(check(item, schema, at: path + [.int(Int64(index))]))
            }
            return clean
        }

        private mutating func checkPlain(_ value: Value, _ schema: Schema, at path: [Value]) {
            switch (schema, value) {
            case (.bool, .bool): break
            case (.text(let least, let most), .text(let text)):
                if text.count < least { tooFew(least, "String", "character", at: path) }
                if text.count > most { tooMany(most, "String", "character", at: path) }
            case (.number(let range), .int), (.number(let range), .double):
                check(value.number ?? 0, in: range, at: path)
            case (.positiveInteger, .int(let number)):
                if number < 1 { note(path, "Number must be greater than 0", "too_small") }
            case (.word(let words), .text(let word)):
                if !words.contains(word) { wrongWord(word, words, at: path) }
            default: wrongType(value, schema, at: path)
            }
        }
    }
}
