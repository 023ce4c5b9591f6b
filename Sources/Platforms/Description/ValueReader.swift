public import Documents

/// Reads a platform's answer into a model, tolerating other spellings.
///
/// What does not fit a field at all is kept as it came, as a `later` value, so nothing is lost.
public enum ValueReader {
    /// Reads an object; any other value gives an empty model.
    public static func read<T: Described>(_ type: T.Type, _ value: Value) -> T {
        guard case .object(let object) = value else { return T() }
        var visitor = ReadingVisitor(object.members)
        var model = T()
        model.describe(&visitor)
        return model
    }
}

/// Fills one model from one object.
struct ReadingVisitor {
    private let members: [Object.Member]
    private var claims: Claims
    private var word: String?

    init(_ members: [Object.Member]) {
        self.members = members
        claims = Claims(count: members.count)
    }

    /// The member of a field, unless the field does not exist for the tag's word.
    private mutating func take(_ name: StaticString, _ rules: Rules) -> Value? {
        guard claims.remaining > 0 else { return nil }
        for index in members.indices where FieldName.matches(members[index].key, name) {
            let isOther = word.map { !rules.only.isEmpty && !rules.only.contains($0) } ?? false
            claims.insert(index)
            if isOther { return nil }
            return members[index].value
        }
        return nil
    }

    private func written<T>(_ value: Value, _ read: (Value) -> T?) -> Written<T> {
        switch value {
        case .null: Written(.null)
        case .captured, .joined, .secret: Written(.later(value))
        default: Written(read(value).map { .value($0) } ?? .later(value))
        }
    }
}

extension ReadingVisitor: FieldVisitor {
    mutating func field<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        guard let found = take(name, rules) else { return }
        value = written(found) { T(lenient: $0) }
    }

    mutating func tag<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        field(name, &value, summary, rules)
        word = value.value?.canonical.text ?? (value.isAbsent ? rules.defaultValue?.text : nil)
    }

    mutating func reference(
        _ name: StaticString, _ value: inout Written<String>, to kind: KindName, plain: Plain,
        _ summary: StaticString, _ rules: Rules
    ) {
        field(name, &value, summary, rules)
    }

    mutating func references(
        _ name: StaticString, _ value: inout Written<[ReferenceText]>, to kind: KindName,
        plain: Plain, _ summary: StaticString, _ rules: Rules
    ) {
        guard let found = take(name, rules) else { return }
        value = written(found) { $0.list?.map { ReferenceText($0) } }
    }

    mutating func object<T: Described>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        guard let found = take(name, rules) else { return }
        value = written(found) { $0.object == nil ? nil : ValueReader.read(T.self, $0) }
    }

    mutating func list<T: Described>(
        _ name: StaticString, _ value: inout Written<[T]>, key: StaticString?,
        _ summary: StaticString, _ rules: Rules
    ) {
        guard let found = take(name, rules) else { return }
        value = written(found) { value in
            guard let elements = value.list, elements.allSatisfy({ $0.object != nil })
            else { return nil }
            return elements.map { ValueReader.read(T.self, $0) }
        }
    }

    mutating func map(
        _ name: StaticString, _ value: inout Written<Object>, _ summary: StaticString,
        _ rules: Rules
    ) {
        guard let found = take(name, rules) else { return }
        value = written(found) { $0.object }
    }

    mutating func rest(_ value: inout Object) {
        guard claims.remaining > 0 else { return }
        let left = members.indices.filter { !claims.contains($0) }
        value = Object(members: value.members + left.map { members[$0] })
        for index in left { claims.insert(index) }
    }
}
