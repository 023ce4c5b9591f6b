import Documents
import Platforms

/// A service's OpenAPI document as the doctor looks at it: paths, methods, and names of fields.
struct TenexDocument {
    /// One path with its methods.
    struct Path {
        /// As the document writes it, `/api/v1/flows/runs/{id}`.
        let text: String
        /// What it offers, by method in lower case.
        let methods: Object

        /// The path without the names of its parameters and without a slash at its end.
        var form: String { TenexDocument.form(text) }
        /// How many parameters it has.
        var parameterCount: Int { text.count { $0 == "{" } }
    }

    /// Every path, in order.
    let paths: [Path]
    private let root: Value

    init(_ root: Value) {
        self.root = root
        paths = (root["paths"]?.object ?? [:]).map { member in
            Path(text: member.key, methods: member.value.object ?? [:])
        }
    }

    /// A path without the names of its parameters: `/api/v1/flows/runs/{}`.
    static func form(_ path: String) -> String {
        let parts = path.split(separator: "/").map { part in part.contains("{") ? "{}" : part }
        return "/" + parts.joined(separator: "/")
    }

    /// The path of a form.
    func path(_ form: String) -> Path? { paths.first { $0.form == form } }

    // Schemas

    /// The component schema of a shape, whatever a framework puts behind its name.
    func component(_ name: String) -> Value? {
        let schemas = root["components"]?["schemas"]?.object ?? [:]
        let names = [""] + ["Read", "Out", "Response", "Public", "Detail", "Schema"]
        for suffix in names {
            let wanted = (name + suffix).lowercased()
            if let found = schemas.first(where: { $0.key.lowercased() == wanted }) {
                return resolved(found.value)
            }
        }
        return nil
    }

    /// What an operation answers: one object, or an element of the list that it answers.
    func answer(_ operation: Value) -> Value? {
        let responses = operation["responses"]?.object ?? [:]
        let good = responses.first { $0.key.hasPrefix("2") }?.value
        guard let schema = good.flatMap(content) else { return nil }
        return properties(schema)["items"].flatMap(element) ?? element(schema) ?? schema
    }

    /// What an operation takes.
    func body(_ operation: Value) -> Value? { operation["requestBody"].flatMap(content) }

    /// The names of an operation's query.
    func query(_ operation: Value) -> [String] {
        (operation["parameters"]?.list ?? []).map(resolved)
            .filter { $0["in"] == "query" }.compactMap { $0["name"]?.text }
    }

    /// What a field holds, alone or in a list.
    func nested(_ schema: Value, _ field: String) -> Value? {
        guard let found = properties(schema)[field] else { return nil }
        return element(found) ?? resolved(found)
    }

    /// The fields of a schema; nothing where it does not name them.
    func properties(_ schema: Value) -> Object { properties(schema, depth: 0) }

    private func properties(_ schema: Value, depth: Int) -> Object {
        let schema = resolved(schema)
        guard depth < 8 else { return [:] }
        var all = schema["properties"]?.object ?? [:]
        for part in (schema["allOf"]?.list ?? []) + choices(schema) {
            for member in properties(part, depth: depth + 1) where all[member.key] == nil {
                all[member.key] = member.value
            }
        }
        return all
    }

    private func element(_ schema: Value) -> Value? {
        let all = [resolved(schema)] + choices(resolved(schema)).map(resolved)
        return all.lazy.compactMap { $0["items"] }.first.map(resolved)
    }

    /// What `anyOf` and `oneOf` offer; a schema that may be null is written so.
    private func choices(_ schema: Value) -> [Value] {
        (schema["anyOf"]?.list ?? []) + (schema["oneOf"]?.list ?? [])
    }

    private func content(_ part: Value) -> Value? {
        let content = resolved(part)["content"]?.object
        return (content?["application/json"] ?? content?.members.first?.value)?["schema"]
            .map(resolved)
    }

    /// What a reference leads to; a reference outside the document is nothing.
    private func resolved(_ value: Value) -> Value {
        var value = value
        for _ in 0..<8 {
            guard let reference = value["$ref"]?.text else { return value }
            guard reference.hasPrefix("#/") else { return [:] }
            var target = root
            for key in reference.dropFirst(2).split(separator: "/") {
                let name = String(key).replacing("~1", with: "/").replacing("~0", with: "~")
                target = target[name] ?? [:]
            }
            value = target
        }
        return value
    }
}
