public import Documents

/// The names of what a row's fields refer to by a live id, as a file would write them.
public struct ReferenceNames: Sendable, Hashable {
    /// A reference, or a plain name where the field takes one, by kind and id.
    public private(set) var names: [KindName: [String: Value]] = [:]

    /// No names.
    public init() {}

    /// Whether no id has a name.
    public var isEmpty: Bool { names.isEmpty }

    /// Adds the name of an object, unless it has one already.
    public mutating func add(_ name: Value, for id: String, of kind: KindName) {
        names[kind, default: [:]][id] = names[kind]?[id] ?? name
    }

    /// Adds names.
    public mutating func add(_ other: ReferenceNames) {
        for (kind, ids) in other.names {
            for (id, name) in ids { add(name, for: id, of: kind) }
        }
    }

    /// A value with names in place of the ids that have one.
    public func naming(_ value: Value, _ type: SortedType) -> Value {
        guard !isEmpty else { return value }
        return type.replacingReferences(in: value) { kind, _, id in
            id.scalarText.flatMap { names[kind]?[$0] }
        }
    }

    /// What is live and what is wanted, both with names; where that makes them alike, as after a
    /// replacement, the ids of what is live stay.
    public func naming(
        before: Value?, after: Value?, _ type: SortedType
    ) -> (before: Value?, after: Value?) {
        let named = (before.map { naming($0, type) }, after.map { naming($0, type) })
        guard let one = named.0, one == named.1, before != after else { return named }
        return (before, named.1)
    }
}
