import Documents

extension JSONSchema {
    private static let expression: Value = ["type": "string", "pattern": "\\$\\{"]

    /// The schema of one field: an expression, or its type, and null where nothing is required.
    static func schema(_ field: Field) -> Value {
        guard !field.rules.isSecret || field.type != .text else {
            return [
                "type": "string", "pattern": "\\$\\{secret\\.",
                "patternErrorMessage": "write a secret such as ${secret.NAME}",
            ]
        }
        let type = field.rules.isRenamable ? field.type.withFormerNames : field.type
        let canonical = choices(type, field.meanings)
        guard !canonical.isEmpty else { return [:] }
        let choices = field.rules.spellings.reduce(canonical) { $0.or($1, type) }
        let hasNoNull = field.rules.isRequired || field.rules.isNeverNull
        return orExpression(type, hasNoNull ? one(of: choices) : orNull(choices))
    }

    /// What a type can be written as beside an expression; nothing for a type that takes anything.
    private static func choices(
        _ type: FieldType, _ meanings: [String: String] = [:]
    ) -> [Value] {
        switch type {
        case .text, .reference: [text]
        case .bool: [["type": "boolean"]]
        case .int: [["type": "integer"]]
        case .double: [["type": "number"]]
        case .duration:
            [
                [
                    "type": "string", "pattern": .text(duration),
                    "patternErrorMessage": "write a duration such as 72h, 3d or 1h30m",
                ], ["const": 0],
            ]
        case .timestamp:
            [
                [
                    "type": "string", "pattern": .text(timestamp),
                    "patternErrorMessage": "write a time such as 2026-12-01T09:00:00Z",
                ]
            ]
        case .word(let words): [.object(self.words(words, meanings))]
        case .any: []
        case .object(let shape): [.object(object(shape))]
        case .list(let element, _): [["type": "array", "items": items(element)]]
        case .map(let inner): [["type": "object", "additionalProperties": items(inner)]]
        }
    }

    /// Some words, each with what it means where all are known.
    private static func words(_ words: [String], _ meanings: [String: String]) -> Object {
        var schema: Object = ["enum": .list(words.map { .text($0) })]
        let known = words.compactMap { meanings[$0] }
        if known.count == words.count {
            schema["enumDescriptions"] = .list(known.map { .text($0) })
        }
        return schema
    }

    /// A type or an expression. The type stands alone behind `else`, so that what is neither is
    /// told what the type asks for and not that it is no expression.
    private static func orExpression(_ type: FieldType, _ schema: Value) -> Value {
        switch type {
        case .text, .reference, .any: schema
        default: ["if": expression, "else": schema]
        }
    }

    private static func one(of choices: [Value]) -> Value {
        choices.count == 1 ? choices[0] : ["anyOf": .list(choices)]
    }

    /// The choices or null; within the only choice where it has room for it.
    private static func orNull(_ choices: [Value]) -> Value {
        guard choices.count == 1, var schema = choices[0].object else {
            return one(of: choices + [["type": "null"]])
        }
        if let words = schema["enum"]?.list {
            schema["enum"] = .list(words + [.null])
            if let meanings = schema["enumDescriptions"]?.list {
                schema["enumDescriptions"] = .list(meanings + ["Not set."])
            }
        } else if let type = schema["type"] {
            schema["type"] = .list((type.list ?? [type]) + ["null"])
        } else {
            return one(of: choices + [["type": "null"]])
        }
        return .object(schema)
    }

    private static let duration = "^([0-9]+(\\.[0-9]+)?(w|d|h|m|s|ms|us|µs|ns))+$"
    private static let timestamp =
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}"
        + "(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$"

    private static func items(_ type: FieldType) -> Value {
        if case .object(let shape) = type { return .object(object(shape)) }
        let choices = choices(type)
        return choices.isEmpty ? [:] : orExpression(type, one(of: choices))
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
