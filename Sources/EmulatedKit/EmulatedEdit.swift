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

extension Value? {
    /// Whether there is a value, null included.
    package var isThere: Bool { if case .some = self { true } else { false } }
}
