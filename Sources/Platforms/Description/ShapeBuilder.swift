import Documents

/// Turns a description into plain data.
public enum ShapeBuilder {
    /// The fields of a model; a model within itself is followed a few levels deep.
    public static func shape(of type: any Described.Type) -> Shape { shape(of: type, depth: 0) }

    fileprivate static func shape(of type: any Described.Type, depth: Int) -> Shape {
        guard depth < 8 else { return Shape(keepsRest: true) }
        return collect(type, depth)
    }

    private static func collect<T: Described>(_ type: T.Type, _ depth: Int) -> Shape {
        var visitor = ShapeVisitor(depth: depth)
        var model = T()
        model.describe(&visitor)
        return visitor.shape
    }
}

/// Collects the fields of one model.
struct ShapeVisitor {
    fileprivate var shape = Shape()
    fileprivate let depth: Int

    fileprivate init(depth: Int) { self.depth = depth }

    private mutating func add(
        _ name: StaticString, _ type: FieldType, _ summary: StaticString, _ rules: Rules,
        _ meanings: [String: String] = [:]
    ) {
        var field = Field(
            name: name.description, type: type, rules: rules, summary: summary.description)
        field.meanings = meanings
        shape.fields.append(field)
    }

    private func inner(_ type: any Described.Type) -> Shape {
        ShapeBuilder.shape(of: type, depth: depth + 1)
    }
}

extension ShapeVisitor: FieldVisitor {
    mutating func field<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, T.fieldType, summary, rules, T.meanings)
    }

    mutating func tag<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, T.fieldType, summary, rules, T.meanings)
        shape.tag = name.description
    }

    mutating func reference(
        _ name: StaticString, _ value: inout Written<String>, to kind: KindName, plain: Plain,
        _ summary: StaticString, _ rules: Rules
    ) {
        add(name, .reference(kind, plain), summary, rules)
    }

    mutating func references(
        _ name: StaticString, _ value: inout Written<[ReferenceText]>, to kind: KindName,
        plain: Plain, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, .list(.reference(kind, plain), key: nil), summary, rules)
    }

    mutating func object<T: Described>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, .object(inner(T.self)), summary, rules)
    }

    mutating func list<T: Described>(
        _ name: StaticString, _ value: inout Written<[T]>, key: StaticString?,
        _ summary: StaticString, _ rules: Rules
    ) {
        add(name, .list(.object(inner(T.self)), key: key?.description), summary, rules)
    }

    mutating func map(
        _ name: StaticString, _ value: inout Written<Object>, _ summary: StaticString,
        _ rules: Rules
    ) {
        add(name, .map(.any), summary, rules)
    }

    mutating func rest(_ value: inout Object) { shape.keepsRest = true }
}
