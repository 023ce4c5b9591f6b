public import Documents

/// A change of one object that does not come as a request of the platform's API.
///
/// The fields' names may be paths, `steps.send_offer.delay`, where a part also names the element of a
/// list by its `slug`, `id`, `key`, `label` or `name`.
public struct EmulatedEdit: Sendable {
    /// The account, as the platform writes its id; nil means the first one that has the object.
    public let account: String?
    /// The kind of object, `lytics/flow`.
    public let kind: String
    /// The object's id.
    public let id: String
    /// What it is to hold; null is kept as null.
    public let fields: Object
    /// Whether the object goes instead.
    public let deletes: Bool

    /// Describes a change.
    public init(
        account: String? = nil, kind: String, id: String, fields: Object, deletes: Bool = false
    ) {
        self.account = account
        self.kind = kind
        self.id = id
        self.fields = fields
        self.deletes = deletes
    }
}

extension EmulatedAPI {
    /// Changes nothing: a platform without objects to edit.
    public func edit(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool { false }

    /// Finds nothing: a platform without objects to show.
    public func object(
        account: String?, kind: String, id: String, _ store: EmulatedStore
    ) -> Value? { nil }
}

extension Value {
    /// A copy with a value set at a path of member names, list positions and element names.
    public func setting(_ path: some Collection<String>, to new: Value) -> Value {
        guard let first = path.first else { return new }
        let rest = path.dropFirst()
        if case .list(var list) = self {
            guard let index = list.firstIndex(named: first) else { return self }
            list[index] = list[index].setting(rest, to: new)
            return .list(list)
        }
        var object = object ?? Object()
        object[first] = (object[first] ?? .null).setting(rest, to: new)
        return .object(object)
    }
}

extension [Value] {
    /// The place of the element that a part of a path names.
    fileprivate func firstIndex(named name: String) -> Int? {
        for key in ["slug", "id", "sequence_id", "key", "name", "label"] {
            let index = firstIndex {
                $0[key] == .text(name) || $0[key].map(\.canonicalJSON) == name
            }
            if let index { return index }
        }
        guard let position = Int(name), indices.contains(position) else { return nil }
        return position
    }
}

extension Value? {
    /// Whether there is a value, null included.
    var isThere: Bool { if case .some = self { true } else { false } }
}
