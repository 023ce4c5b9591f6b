public import Documents

/// Turns a kind's fields into a JSON Schema (draft-07), so that editors know them.
public enum JSONSchema {
    /// The schema of one kind's documents.
    public static func document(for kind: any Kind) -> Value {
        var schema = object(kind.shape)
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
        schema["title"] = .text(kind.name.description)
        schema["description"] = .text(kind.summary)
        var properties = schema["properties"]?.object ?? [:]
        properties["$schema"] = ["type": "string"]
        properties["kind"] = ["const": .text(kind.name.description)]
        if properties["id"] == nil { properties["id"] = identifier }
        properties["weir"] = weirBlock
        schema["properties"] = .object(properties)
        let required = (schema["required"]?.list ?? []).filter { $0 != "id" && $0 != "kind" }
        schema["required"] = .list(["kind", "id"] + required)
        return SchemaExamples.add(kind.example, to: .object(schema))
    }

    /// The schema of what an environment changes of one kind's documents: any field may be left out,
    /// and a path with dots reaches further in.
    public static func patch(for kind: any Kind) -> Value {
        let whole = document(for: kind)
        guard var properties = whole["properties"]?.object else { return whole }
        for key in ["$schema", "kind", "id"] { properties[key] = nil }
        var paths = whole["patternProperties"]?.object ?? [:]
        paths["^[^.]+(\\.[^.]+)+$"] = ["description": "A path of names with dots between."]
        return [
            "type": "object", "properties": .object(properties),
            "patternProperties": .object(paths),
            "additionalProperties": whole["additionalProperties"] ?? false,
        ]
    }

    private static let identifier: Value = [
        "type": "string", "pattern": "^[A-Za-z0-9_-]+$",
        "description": "The stable name of this resource.",
    ]

    private static let texts: Value = ["type": "array", "items": ["type": "string"]]

    private static let weirBlock: Value = [
        "type": "object", "additionalProperties": false,
        "description": "What is Weir's and not the platform's.",
        "properties": [
            "account": ["type": "string", "description": "The account, where there are several."],
            "protect": [
                "type": "boolean", "description": "Refuses delete, replace, kill and drain.",
            ],
            "ignore": .object(described(texts, "Paths left to the platform.")),
            "was": ["type": "string", "description": "The address it had before."],
            "live": ["type": "string", "description": "The live object's id where it differs."],
            "external": ["type": "boolean", "description": "Used here, never written."],
            "on_remove": [
                "enum": .list(ResourceOptions.OnRemove.allCases.map { .text($0.rawValue) }),
                "enumDescriptions": .list(
                    ResourceOptions.OnRemove.allCases.map { .text($0.meaning) }),
                "description": "What happens on the platform when the file goes.",
            ],
            "after": .object(described(texts, "What must be done before.")),
        ],
    ]

    private static func described(_ schema: Value, _ summary: String) -> Object {
        var object = schema.object ?? [:]
        if !summary.isEmpty { object["description"] = .text(summary) }
        return object
    }

    /// The schema of a map with fields.
    static func object(_ shape: Shape) -> Object {
        let fields = shape.fields.filter { !$0.rules.isReadOnly }
        var properties: Object = [:]
        for field in fields { properties[field.name] = merged(properties[field.name], field) }
        var schema: Object = ["type": "object", "properties": .object(properties)]
        schema["additionalProperties"] = .bool(shape.keepsRest)
        let required = fields.filter { $0.rules.isRequired && $0.rules.only.isEmpty }
        if !required.isEmpty { schema["required"] = .list(required.map { .text($0.name) }) }
        schema["patternProperties"] = fromFiles(fields)
        if let tag = shape.tag.flatMap({ shape.field($0) }) {
            let variants = variants(fields, tag)
            if !variants.isEmpty { schema["allOf"] = .list(variants) }
        }
        return schema
    }

    /// A field that is described once for each of some tag words takes what any of them takes.
    private static func merged(_ known: Value?, _ field: Field) -> Value {
        var object = described(self.schema(field), field.summary)
        if let value = field.rules.defaultValue, !value.isNull {
            object["default"] = authored(value, field.type)
        }
        let schema = Value.object(object)
        guard let known, known != schema else { return schema }
        return ["anyOf": .list((known["anyOf"]?.list ?? [known]) + [schema])]
    }

    /// A default as authors write it: a duration as a text, a switch as a boolean.
    private static func authored(_ value: Value, _ type: FieldType) -> Value {
        switch (value, type) {
        case (.int(let nanoseconds), .duration): .text(Nanoseconds(nanoseconds).description)
        case (.text("true"), .bool): true
        case (.text("false"), .bool): false
        default: value
        }
    }

    /// `field@: path` for every field that holds a text.
    private static func fromFiles(_ fields: [Field]) -> Value? {
        let names = fields.filter { $0.type == .text }.map(\.name)
        guard !names.isEmpty else { return nil }
        let pattern = "^(\(names.map(escaped).joined(separator: "|")))@$"
        return [pattern: ["type": "string", "description": "A file that holds the text."]]
    }

    /// A text must be written, or be in a file.
    private static func orFromFile(_ name: String) -> Value {
        ["anyOf": [["required": [.text(name)]], ["required": [.text("\(name)@")]]]]
    }

    /// Escapes what means something in a pattern.
    private static func escaped(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if ".$^*+?()[]{}|\\".contains(character) { text.append("\\") }
            text.append(character)
        }
    }

    /// For each word of the tag: what must be written and what must not.
    private static func variants(_ fields: [Field], _ tag: Field) -> [Value] {
        guard case .word(let words) = tag.type else { return [] }
        let names = Set(fields.filter { !$0.rules.only.isEmpty }.map(\.name))
        return words.compactMap { word -> Value? in
            let own = fields.filter { $0.rules.only.contains(word) }
            let always = fields.filter { $0.rules.only.isEmpty }
            let allowed = Set((own + always).map(\.name))
            var then: Object = [:]
            let refused = names.subtracting(allowed).sorted()
            if !refused.isEmpty {
                then["properties"] = .object(Object(refused.map { ($0, .bool(false)) }))
            }
            let required = own.filter(\.rules.isRequired)
            let plain = required.filter { $0.type != .text }
            if !plain.isEmpty { then["required"] = .list(plain.map { .text($0.name) }) }
            let texts = required.filter { $0.type == .text }
            if !texts.isEmpty { then["allOf"] = .list(texts.map { orFromFile($0.name) }) }
            guard !then.isEmpty else { return nil }
            let isWord: Value = [tag.name: ["const": .text(word)]]
            return [
                "if": ["properties": isWord, "required": [.text(tag.name)]],
                "then": .object(then),
            ]
        }
    }
}
