public import Documents
public import Platforms

/// What names a live object: its account, its kind, and its id or natural key.
public struct LiveKey: Hashable, Sendable {
    let account: String
    let kind: KindName
    let value: Value

    /// Names an object by its id, whether the platform writes it as a number or as a text.
    public init(_ account: String, _ kind: KindName, id: Value) {
        self.init(account, kind, value: id.scalarText.map(Value.text) ?? id)
    }

    init(_ account: String, _ kind: KindName, value: Value) {
        self.account = account
        self.kind = kind
        self.value = value
    }

    /// Names an object that was observed.
    public init(_ object: ObservedResource) {
        self.init(object.account, object.kind, id: object.liveID)
    }
}
