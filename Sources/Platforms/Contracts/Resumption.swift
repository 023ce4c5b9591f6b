public import Documents

/// The lifecycle value that an object had before deletes of ours stopped it.
///
/// It stands in the ledger from before such a delete until the object has that value again, so
/// that a run which is cut off in between is made up for, and nobody else is blamed.
public struct Resumption: Sendable, Hashable {
    /// The value.
    public var state: String
    /// The kind of what is deleted.
    public var kind: KindName
    /// The ids of what is deleted.
    public var ids: [Value]

    /// Describes what is to be given back.
    public init(state: String, kind: KindName, ids: [Value]) {
        self.state = state
        self.kind = kind
        self.ids = ids
    }
}

extension Resumption {
    /// The value as plain JSON.
    public var encoded: Value {
        [
            "state": .text(state), "kind": .text(kind.description),
            "ids": .list(ids.map(\.encoded)),
        ]
    }

    /// Reads what `encoded` wrote.
    public init?(encoded: Value) {
        guard let state = encoded["state"]?.text,
            let kind = encoded["kind"]?.text.flatMap(KindName.init(parsing:)),
            let ids = encoded["ids"]?.list
        else { return nil }
        self.init(state: state, kind: kind, ids: ids.map { Value(encoded: $0) })
    }
}
