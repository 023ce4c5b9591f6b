import Diagnostics
import Documents

/// Puts the values of a kind's example beside the fields of its schema, where editors offer them.
enum SchemaExamples {
    /// The schema with `examples` at every field that the example writes as a plain value.
    static func add(_ example: String, to schema: Value) -> Value {
        var report = Report()
        let source = Source(name: "example", text: example)
        var illustrated = schema
        for document in DocumentParser.parse(source, as: SourceID(0), into: &report) {
            illustrated = add(document.root, to: illustrated)
        }
        return illustrated
    }

    private static func add(_ node: Node, to schema: Value) -> Value {
        guard var object = schema.object else { return schema }
        if let inner = object["else"] { object["else"] = add(node, to: inner) }
        if let choices = object["anyOf"]?.list {
            object["anyOf"] = .list(choices.map { add(node, to: $0) })
        }
        switch node.content {
        case .map(let entries): add(entries, to: &object)
        case .list(let elements):
            if let items = object["items"] {
                object["items"] = elements.reduce(items) { add($1, to: $0) }
            }
        default: break
        }
        return .object(object)
    }

    private static func add(_ entries: [Node.Entry], to schema: inout Object) {
        if var properties = schema["properties"]?.object {
            for entry in entries where !["kind", "weir"].contains(entry.key) {
                guard let property = properties[entry.key] else { continue }
                properties[entry.key] = illustrate(property, by: entry.value)
            }
            schema["properties"] = .object(properties)
        }
        guard let others = schema["additionalProperties"], others.object != nil else { return }
        schema["additionalProperties"] = entries.reduce(others) { add($1.value, to: $0) }
    }

    /// At most three plain values beside a field; what is a list or a map goes further in.
    private static func illustrate(_ property: Value, by node: Node) -> Value {
        guard let value = plain(node) else { return add(node, to: property) }
        guard var schema = property.object, !hasWords(property) else { return property }
        let known = schema["examples"]?.list ?? []
        if known.count < 3, !known.contains(value) { schema["examples"] = .list(known + [value]) }
        return .object(schema)
    }

    /// Whether an editor knows all values of a field already.
    private static func hasWords(_ property: Value) -> Bool {
        let type = property["else"] ?? property
        return type["enum"] != nil || type["type"]?.text == "boolean"
            || type["type"]?.list?.first == "boolean"
    }

    private static func plain(_ node: Node) -> Value? {
        switch node.content {
        case .text(let text): .text(text)
        case .int(let int): .int(int)
        case .double(let double): .double(double)
        case .bool(let bool): .bool(bool)
        default: nil
        }
    }
}
