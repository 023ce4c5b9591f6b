import Diagnostics
import Documents
import Platforms

extension TenexCondition {
    /// Reads a condition strictly; what is wrong is said at its place, and nil comes back.
    static func decode(_ node: Node, into report: inout Report) -> TenexCondition? {
        guard let entries = node.map, let first = entries.first else {
            report.add(malformed(node.span))
            return nil
        }
        guard let word = entries.first(where: { ["all", "any", "not"].contains($0.key) }) else {
            return comparison(entries, first, into: &report)
        }
        for other in entries where other.key != word.key {
            report.add(
                .error(
                    TenexCode.condition, "`\(word.key)` stands alone in its condition",
                    at: other.keySpan))
        }
        guard entries.count == 1 else { return nil }
        if word.key == "not" { return decode(word.value, into: &report).map { .not($0) } }
        return parts(of: word, into: &report).map { word.key == "all" ? .all($0) : .any($0) }
    }

    private static func parts(
        of entry: Node.Entry, into report: inout Report
    ) -> [TenexCondition]? {
        guard let nodes = entry.value.list, !nodes.isEmpty else {
            report.add(
                .error(
                    TenexCode.condition, "`\(entry.key)` has a list of conditions",
                    at: entry.value.span))
            return nil
        }
        let parts = nodes.compactMap { decode($0, into: &report) }
        return parts.count == nodes.count ? parts : nil
    }

    private static func comparison(
        _ entries: [Node.Entry], _ first: Node.Entry, into report: inout Report
    ) -> TenexCondition? {
        let fields = ["field", "op", "value"]
        for entry in entries where !fields.contains(entry.key) {
            let nearest = Suggestion.nearest(
                to: entry.key, among: fields + ["all", "any", "not"])
            report.add(
                .error(
                    FieldCode.unknownKey.tenex, "`\(entry.key)` is not a field here",
                    at: entry.keySpan,
                    help: nearest.map { "did you mean `\($0)`?" },
                    fix: nearest.map { .init(entry.keySpan, replacement: $0) }))
        }
        let node = Node(.map(entries), span: first.keySpan)
        guard entries.allSatisfy({ fields.contains($0.key) }),
            let field = text("field", node, into: &report),
            let operation = text("op", node, into: &report)
        else { return nil }
        var comparison = TenexComparison(
            field: field.scalarText ?? "", operation: operation.scalarText ?? "",
            value: node["value"]?.freeValue)
        comparison.fieldSpan = field.span
        comparison.operationSpan = operation.span
        comparison.valueSpan = node["value"]?.span
        return .comparison(comparison)
    }

    private static func text(
        _ key: String, _ node: Node, into report: inout Report
    ) -> Node? {
        guard let value = node[key] else {
            report.add(
                .error(TenexCode.condition, "a condition must have `\(key)`", at: node.span))
            return nil
        }
        guard value.scalarText != nil else {
            report.add(.error(TenexCode.condition, "`\(key)` must be a text", at: value.span))
            return nil
        }
        return value
    }

    private static func malformed(_ span: SourceSpan) -> Diagnostic {
        .error(
            TenexCode.condition,
            "a condition is `{ field, op, value }`, or has `all`, `any` or `not`", at: span)
    }

    /// Any object; what is no condition is kept as it is.
    init?(lenient value: Value) {
        guard let object = value.object else { return nil }
        self = TenexCondition.form(of: object) ?? .other(value)
    }

    private static func form(of object: Object) -> TenexCondition? {
        if let parts = object["all"]?.list { return all(parts).map { .all($0) } }
        if let parts = object["any"]?.list { return all(parts).map { .any($0) } }
        if let part = object["not"] { return TenexCondition(lenient: part).map { .not($0) } }
        guard let field = object["field"]?.text, let operation = object["op"]?.text
        else { return nil }
        return .comparison(
            TenexComparison(field: field, operation: operation, value: object["value"]))
    }

    private static func all(_ values: [Value]) -> [TenexCondition]? {
        let parts = values.compactMap { TenexCondition(lenient: $0) }
        return parts.count == values.count ? parts : nil
    }
}
