import Documents

extension JSONSchema {
    private static let expression: Value = ["type": "string", "pattern": "\\$\\{"]

    /// The schema of one field: its type, an expression, and null where nothing is required.
    static func schema(_ field: Field) -> Value {
        guard !field.rules.isSecret || field.type != .text else {
            return ["type": "string", "pattern": "\\$\\{secret\\."]
        }
        let type = field.rules.isRenamable ? field.type.withFormerNames : field.type
        let canonical = choices(type)
        guard !canonical.isEmpty else { return [:] }
        let choices = field.rules.spellings.reduce(canonical) { $0.or($1, type) }
        let hasNoNull = field.rules.isRequired || field.rules.isNeverNull
        let all = hasNoNull ? choices : choices + [["type": "null"]]
        guard all.count > 1 else { return all[0] }
        return ["anyOf": .list(all)]
    }

    /// What a type can be written as; nothing for a type that takes anything.
    private static func choices(_ type: FieldType) -> [Value] {
        switch type {
        case .text, .reference: [text]
        case .bool: [["type": "boolean"], expression]
        case .int: [["type": "integer"], expression]
        case .double: [["type": "number"], expression]
        case .duration:
            [["type": "string", "pattern": .text(duration)], ["const": 0], expression]
        case .timestamp: [["type": "string", "pattern": .text(timestamp)], expression]
        case .word(let words): [["enum": .list(words.map { .text($0) })], expression]
        case .any: []
        case .object(let shape): [.object(object(shape)), expression]
        case .list(let element, _): [["type": "array", "items": items(element)], expression]
        case .map(let inner):
            [["type": "object", "additionalProperties": items(inner)], expression]
        }
    }

    private static let duration = "^([0-9]+(\\.[0-9]+)?(w|d|h|m|s|ms|us|µs|ns))+$"
    private static let timestamp =
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}"
        + "(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$"

    private static func items(_ type: FieldType) -> Value {
        if case .object(let shape) = type { return .object(object(shape)) }
        let choices = choices(type)
        guard let first = choices.first else { return [:] }
        return choices.count == 1 ? first : ["anyOf": .list(choices)]
    }
}

extension FieldType {
    /// A list whose elements may say what they were called.
    fileprivate var withFormerNames: FieldType {
        guard case .list(.object(var shape), let key) = self else { return self }
        shape.fields.append(
            Field(name: "was", type: .any, rules: .none, summary: "The name that it had before."))
        return .list(.object(shape), key: key)
    }
}
