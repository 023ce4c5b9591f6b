import Documents
public import Platforms

/// Ids of objects, each within its account and kind; an id is the same as a number and as a text.
public struct ObjectIDs: Sendable, Equatable {
    private struct Key: Hashable {
        var account: String
        var kind: KindName
        var id: String
    }

    private var keys: Set<Key> = []

    /// No ids.
    public init() {}

    /// The ids of everything that observations showed, by account.
    public init(_ observations: [String: Observation]) {
        for (account, observation) in observations { insert(observation, account) }
    }

    /// Adds what an observation of one account showed, passed over or not.
    mutating func insert(_ observation: Observation, _ account: String) {
        for object in observation.resources { insert(object.liveID, object.kind, account) }
        for (kind, ids) in observation.passedOver {
            for id in ids { insert(id, kind, account) }
        }
    }

    /// Adds one.
    mutating func insert(_ id: Value, _ kind: KindName, _ account: String) {
        keys.insert(Key(account: account, kind: kind, id: id.idText))
    }

    /// Takes one away.
    mutating func remove(_ id: Value, _ kind: KindName, _ account: String) {
        keys.remove(Key(account: account, kind: kind, id: id.idText))
    }

    /// Whether it is one of them.
    func contains(_ id: Value, _ kind: KindName, _ account: String) -> Bool {
        keys.contains(Key(account: account, kind: kind, id: id.idText))
    }

    /// Adds those of others.
    public mutating func formUnion(_ other: ObjectIDs) { keys.formUnion(other.keys) }
}
