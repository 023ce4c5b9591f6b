public import Diagnostics
public import Documents

// What a field value reports has a code without an area and a message that starts with `must`;
// `NodeDecoder` adds the area and the field's name.

extension Node {
    /// Says that this node has the wrong type; always nil, so that it can be returned.
    package func wrongType<T: FieldValue>(_ type: T.Type, into report: inout Report) -> T? {
        report.add(
            .error(
                FieldCode.wrongType.withoutArea, "must be \(FieldTypeText.phrase(T.fieldType))",
                at: span))
        return nil
    }
}

extension String: FieldValue {
    /// A text.
    public static var fieldType: FieldType { .text }
    /// A text; a plain number or boolean gives its written text.
    public static func decode(_ node: Node, into report: inout Report) -> String? {
        if case .text(let text) = node.content { return text }
        guard let text = node.scalarText else { return node.wrongType(String.self, into: &report) }
        let length = Int(node.span.end) - Int(node.span.start)
        guard length == text.utf8.count || length == 0 else {
            report.add(
                .error(
                    FieldCode.wrongType.withoutArea,
                    "must be a text; the plain number means `\(text)`", at: node.span,
                    help: "write it in quotes"))
            return nil
        }
        return text
    }
    /// Any scalar.
    public init?(lenient value: Value) {
        switch value {
        case .text(let text): self = text
        case .int(let int): self = String(int)
        case .double(let double): self = "\(double)"
        case .bool(let bool): self = bool ? "true" : "false"
        default: return nil
        }
    }
    /// The text itself.
    public var canonical: Value { .text(self) }
}

extension Bool: FieldValue {
    /// A boolean.
    public static var fieldType: FieldType { .bool }
    /// `true` or `false`, unquoted.
    public static func decode(_ node: Node, into report: inout Report) -> Bool? {
        if case .bool(let bool) = node.content { return bool }
        let words = ["yes": true, "on": true, "y": true, "no": false, "off": false, "n": false]
        let likely = node.scalarText.flatMap { words[$0.lowercased()] ?? Bool($0.lowercased()) }
        report.add(
            .error(
                FieldCode.wrongType.withoutArea, "must be `true` or `false`", at: node.span,
                help: likely.map { "write `\($0)`, without quotes" }))
        return nil
    }
    /// A boolean, its text, or 0 and 1.
    public init?(lenient value: Value) {
        switch value {
        case .bool(let bool): self = bool
        case .text("true"), .int(1): self = true
        case .text("false"), .int(0): self = false
        default: return nil
        }
    }
    /// The boolean itself.
    public var canonical: Value { .bool(self) }
}

extension Int64: FieldValue {
    /// A whole number.
    public static var fieldType: FieldType { .int }
    /// A whole number, unquoted.
    public static func decode(_ node: Node, into report: inout Report) -> Int64? {
        if case .int(let int) = node.content { return int }
        return node.wrongType(Int64.self, into: &report)
    }
    /// A whole number, also as a text or a double.
    public init?(lenient value: Value) {
        switch value {
        case .int(let int): self = int
        case .double(let double):
            guard let int = Int64(exactly: double) else { return nil }
            self = int
        case .text(let text):
            guard let int = Int64(text) else { return nil }
            self = int
        default: return nil
        }
    }
    /// The number itself.
    public var canonical: Value { .int(self) }
}

extension Double: FieldValue {
    /// A number.
    public static var fieldType: FieldType { .double }
    /// A number, unquoted and finite.
    public static func decode(_ node: Node, into report: inout Report) -> Double? {
        switch node.content {
        case .int(let int): return Double(int)
        case .double(let double) where double.isFinite: return double
        default: return node.wrongType(Double.self, into: &report)
        }
    }
    /// A number, also as a text.
    public init?(lenient value: Value) {
        guard let number = value.number ?? value.text.flatMap(Double.init), number.isFinite
        else { return nil }
        self = number
    }
    /// The number itself.
    public var canonical: Value { .double(self) }
}
