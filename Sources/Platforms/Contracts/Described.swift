public import Diagnostics
public import Documents

/// A model that names each of its fields once; everything else visits that one description.
///
/// Visitors: `NodeDecoder` (files, strict, with spans), `ValueReader` (answers, lenient),
/// `ValueEncoder` (to the canonical value) and `ShapeBuilder` (to plain data).
public protocol Described: Sendable, Equatable {
    /// An empty model: every field absent.
    init()
    /// Shows every field to a visitor, tag fields before the fields that depend on them.
    mutating func describe(_ fields: inout some FieldVisitor)
}

/// Looks at, fills or collects the fields of a model.
public protocol FieldVisitor {
    /// A scalar, a list of scalars or free JSON.
    mutating func field<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules)

    /// The word that tells the variants of a model apart, such as `type_hint`.
    mutating func tag<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules)

    /// The live id of another resource or of something looked up.
    mutating func reference(
        _ name: StaticString, _ value: inout Written<String>, to kind: KindName, plain: Plain,
        _ summary: StaticString, _ rules: Rules)

    /// Several live ids; `rules.isUnordered` where order means nothing.
    mutating func references(
        _ name: StaticString, _ value: inout Written<[ReferenceText]>, to kind: KindName,
        plain: Plain, _ summary: StaticString, _ rules: Rules)

    /// An object with fields of its own.
    mutating func object<T: Described>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules)

    /// A list of objects; with a key, elements are told apart by that field.
    mutating func list<T: Described>(
        _ name: StaticString, _ value: inout Written<[T]>, key: StaticString?,
        _ summary: StaticString, _ rules: Rules)

    /// A map of free keys to free JSON; `${…}` inside is kept and digested where secret.
    mutating func map(
        _ name: StaticString, _ value: inout Written<Object>, _ summary: StaticString,
        _ rules: Rules)

    /// Fields that the description does not name: kept, passed through, never a difference.
    mutating func rest(_ value: inout Object)
}

extension FieldVisitor {
    /// A scalar without rules.
    public mutating func field<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString
    ) {
        field(name, &value, summary, .none)
    }
}

/// One element of a list of references: a plain text, or a value known later.
public struct ReferenceText: Sendable, Equatable {
    /// `.text`, `.captured` or `.joined`.
    public var value: Value
    /// Where it was written.
    public var span: SourceSpan?

    /// Takes one element.
    public init(_ value: Value, span: SourceSpan? = nil) {
        self.value = value
        self.span = span
    }
}

/// A type that a single field can hold.
public protocol FieldValue: Sendable, Equatable {
    /// Its type as data.
    static var fieldType: FieldType { get }
    /// Reads it from a file; reports what is wrong at the node and returns nil.
    static func decode(_ node: Node, into report: inout Report) -> Self?
    /// Reads it from a platform's answer, tolerating other spellings.
    init?(lenient value: Value)
    /// Its canonical form.
    var canonical: Value { get }
    /// What each of its words means, where it has words and that is known.
    static var meanings: [String: String] { get }
}

extension FieldValue {
    /// Most have no words.
    public static var meanings: [String: String] { [:] }
}
