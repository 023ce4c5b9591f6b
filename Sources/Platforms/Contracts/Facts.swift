public import Documents

/// What a platform tells of an object or of an account beside the fields that files write: its
/// version, the wire form, the numbers of its steps.
///
/// Each kind names its facts as keys with the type that they hold, so that who reads one agrees
/// with who told it.
public struct Facts: Sendable, Equatable {
    /// One fact: its name, and what it holds.
    public struct Key<Content: FactContent>: Sendable {
        /// Its name, by which references and plan files speak of it.
        public let name: String

        /// Names a fact.
        public init(_ name: String) { self.name = name }
    }

    /// All of them by name, as plan files keep them.
    public private(set) var members: Object

    /// Takes facts as a plan file kept them.
    public init(_ members: Object = [:]) { self.members = members }

    /// What a fact holds; nil where nothing tells it.
    public subscript<Content>(key: Key<Content>) -> Content? {
        get { members[key.name].flatMap(Content.init(fact:)) }
        set { members[key.name] = newValue?.fact }
    }

    /// A fact by its name, as a reference asks for it: `${lytics/flow/welcome.version}`.
    public subscript(named name: String) -> Value? { members[name] }

    /// A copy in which a fact is told; nil takes it away.
    public func telling<Content>(_ key: Key<Content>, _ content: Content?) -> Facts {
        var facts = self
        facts[key] = content
        return facts
    }

    /// Takes others, which win.
    public mutating func add(_ other: Facts) {
        for member in other.members { members[member.key] = member.value }
    }
}

/// What a fact can hold.
public protocol FactContent: Sendable {
    /// Reads it; nil where the value is something else.
    init?(fact: Value)
    /// The value that keeps it.
    var fact: Value { get }
}

extension Value: FactContent {
    /// Takes any value but null.
    public init?(fact: Value) {
        guard !fact.isNull else { return nil }
        self = fact
    }
    /// The value itself.
    public var fact: Value { self }
}

extension String: FactContent {
    /// Takes a text.
    public init?(fact: Value) {
        guard let text = fact.text else { return nil }
        self = text
    }
    /// The text as a value.
    public var fact: Value { .text(self) }
}

extension Int64: FactContent {
    /// Takes a whole number.
    public init?(fact: Value) {
        guard let int = fact.int else { return nil }
        self = int
    }
    /// The number as a value.
    public var fact: Value { .int(self) }
}

extension Bool: FactContent {
    /// Takes a boolean.
    public init?(fact: Value) {
        guard let bool = fact.bool else { return nil }
        self = bool
    }
    /// The boolean as a value.
    public var fact: Value { .bool(self) }
}

extension Object: FactContent {
    /// Takes a map.
    public init?(fact: Value) {
        guard let object = fact.object else { return nil }
        self = object
    }
    /// The map as a value.
    public var fact: Value { .object(self) }
}

extension [Value]: FactContent {
    /// Takes a list.
    public init?(fact: Value) {
        guard let list = fact.list else { return nil }
        self = list
    }
    /// The list as a value.
    public var fact: Value { .list(self) }
}
