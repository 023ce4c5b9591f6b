public import Documents

/// Turns a model into its canonical value: absent fields are left out, null stays null.
public enum ValueEncoder {
    /// Encodes a model as an object; values known later stay as they are.
    public static func encode<T: Described>(_ model: T) -> Value {
        var visitor = EncodingVisitor()
        visitor.members.reserveCapacity(6)
        var model = model
        model.describe(&visitor)
        return .object(Object(members: visitor.members))
    }
}

/// Collects the members of one object.
struct EncodingVisitor {
    fileprivate var members: [Object.Member] = []

    fileprivate mutating func add<T>(
        _ name: StaticString, _ written: Written<T>, _ encode: (T) -> Value
    ) {
        switch written.state {
        case .absent: break
        case .null: members.append(.init(name.description, .null))
        case .value(let value): members.append(.init(name.description, encode(value)))
        case .later(let value): members.append(.init(name.description, value))
        }
    }
}

extension EncodingVisitor: FieldVisitor {
    mutating func field<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, value, \.canonical)
    }

    mutating func tag<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, value, \.canonical)
    }

    mutating func reference(
        _ name: StaticString, _ value: inout Written<String>, to kind: KindName, plain: Plain,
        _ summary: StaticString, _ rules: Rules
    ) {
        add(name, value) { .text($0) }
    }

    mutating func references(
        _ name: StaticString, _ value: inout Written<[ReferenceText]>, to kind: KindName,
        plain: Plain, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, value) { .list($0.map(\.value)) }
    }

    mutating func object<T: Described>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        add(name, value) { ValueEncoder.encode($0) }
    }

    mutating func list<T: Described>(
        _ name: StaticString, _ value: inout Written<[T]>, key: StaticString?,
        _ summary: StaticString, _ rules: Rules
    ) {
        add(name, value) { .list($0.map { ValueEncoder.encode($0) }) }
    }

    mutating func map(
        _ name: StaticString, _ value: inout Written<Object>, _ summary: StaticString,
        _ rules: Rules
    ) {
        add(name, value) { .object($0) }
    }

    mutating func rest(_ value: inout Object) { members += value.members }
}
