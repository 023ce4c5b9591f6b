import Documents

extension [Value] {
    /// The forms of a field, with one more that authors may write.
    func or(_ spelling: Spelling, _ type: FieldType) -> [Value] {
        switch (spelling, type) {
        case (.mapByKey, .list(.object(let shape), let key?)):
            let list = JSONSchema.listed(JSONSchema.object(shape.optional(key)))
            return [list, JSONSchema.mapped(shape, by: key)] + dropFirst()
        case (.keyAlone, .list(.object(let shape), _)):
            let element: Value = ["anyOf": [.object(JSONSchema.object(shape)), JSONSchema.text]]
            return [["type": "array", "items": element]] + dropFirst()
        case (.keyNamed(let name), .list(.object(let shape), let key?)):
            let either = shape.optional(key).naming(key, name)
            return [JSONSchema.listed(JSONSchema.object(either))] + dropFirst()
        case (.list(let shape), _):
            return self + [JSONSchema.listed(JSONSchema.object(shape))]
        case (.first, .object): return self + [JSONSchema.text]
        case (.single, .list): return self + [JSONSchema.text]
        case (.period, .duration): return self + [JSONSchema.period]
        case (.mapByKey, _), (.keyAlone, _), (.keyNamed, _), (.first, _), (.single, _),
            (.period, _):
            return self
        }
    }
}

extension JSONSchema {
    /// What a text can be written as.
    static let text: Value = ["type": ["string", "number", "boolean"]]

    /// A duration in ISO 8601 without months and years, which have no fixed length.
    fileprivate static let period: Value = [
        "type": "string",
        "pattern": "^P([0-9.]+W)?([0-9.]+D)?(T([0-9.]+H)?([0-9.]+M)?([0-9.]+S)?)?$",
    ]

    /// A list of maps.
    static func listed(_ element: Object) -> Value {
        ["type": "array", "items": .object(element)]
    }

    /// A keyed list as a map: a key that must be written stands in front of its element.
    static func mapped(_ shape: Shape, by key: String) -> Value {
        var shape = shape
        shape.fields.removeAll { $0.name == key && $0.rules.isRequired }
        let element = object(shape)
        let mayBeEmpty = !shape.fields.contains { $0.rules.isRequired && $0.rules.only.isEmpty }
        let value: Value =
            mayBeEmpty
            ? ["anyOf": [.object(element), ["type": "null"]]] : .object(element)
        return ["type": "object", "additionalProperties": value]
    }
}

extension Shape {
    /// The same fields, one of which has another name besides.
    fileprivate func naming(_ name: String, _ other: String) -> Shape {
        guard let field = field(name) else { return self }
        var shape = self
        shape.fields.append(
            Field(name: other, type: field.type, rules: field.rules, summary: field.summary))
        return shape
    }

    /// The same fields, one of which need not be written.
    fileprivate func optional(_ name: String) -> Shape {
        var shape = self
        shape.fields = fields.map { field in
            guard field.name == name else { return field }
            var rules = field.rules
            rules.isRequired = false
            return Field(name: name, type: field.type, rules: rules, summary: field.summary)
        }
        return shape
    }
}
