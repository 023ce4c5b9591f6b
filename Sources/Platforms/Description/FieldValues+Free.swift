public import Diagnostics
public import Documents

extension Value: FieldValue {
    /// Anything.
    public static var fieldType: FieldType { .any }
    /// Any tree, expressions in it as what they stand for.
    public static func decode(_ node: Node, into report: inout Report) -> Value? { node.freeValue }
    /// Anything.
    public init?(lenient value: Value) { self = value }
    /// The value itself.
    public var canonical: Value { self }
}

extension Object: FieldValue {
    /// A map of anything.
    public static var fieldType: FieldType { .map(.any) }
    /// Any map, expressions in it as what they stand for.
    public static func decode(_ node: Node, into report: inout Report) -> Object? {
        guard case .map = node.content else { return node.wrongType(Object.self, into: &report) }
        return node.freeValue.object
    }
    /// An object.
    public init?(lenient value: Value) {
        guard let object = value.object else { return nil }
        self = object
    }
    /// The object itself.
    public var canonical: Value { .object(self) }
}

extension Array: FieldValue where Element: FieldValue {
    /// A list without keys.
    public static var fieldType: FieldType { .list(Element.fieldType, key: nil) }
    /// A list whose elements all fit.
    public static func decode(_ node: Node, into report: inout Report) -> [Element]? {
        guard case .list(let nodes) = node.content else {
            report.add(.error(FieldCode.wrongType.withoutArea, "must be a list", at: node.span))
            return nil
        }
        var found = Report()
        let elements = nodes.compactMap { element in
            element.isNull
                ? element.wrongType(Element.self, into: &found)
                : Element.decode(element, into: &found)
        }
        for var diagnostic in found.diagnostics {
            if diagnostic.message.hasPrefix("must ") {
                diagnostic.message = "each element \(diagnostic.message)"
            }
            report.add(diagnostic)
        }
        return elements.count == nodes.count ? elements : nil
    }
    /// A list whose elements all fit.
    public init?(lenient value: Value) {
        guard let values = value.list else { return nil }
        self = values.compactMap { Element(lenient: $0) }
        if count != values.count { return nil }
    }
    /// The elements in order.
    public var canonical: Value { .list(map(\.canonical)) }
}
