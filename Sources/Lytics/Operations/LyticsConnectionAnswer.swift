public import Documents

/// A connection as the service shows it.
public struct LyticsConnectionAnswer: Sendable {
    /// All that the service shows.
    public let raw: Object

    /// Reads a connection.
    public init(_ raw: Object) { self.raw = raw }

    /// Its id.
    public var id: String { raw["id"]?.text ?? "" }
    /// What people call it; its id where it has no label.
    public var label: String { raw["label"]?.text ?? id }
    /// The auths that it uses.
    public var authIDs: [Value] { LyticsAuthOperations.ids(in: raw) }
    /// The slug of its provider, else the id.
    public var provider: Value { raw["provider_slug"] ?? raw["provider_id"] ?? .null }

    /// The health of the auth that is worst off, of those of the account by id; nil for a
    /// connection without auths.
    public func health(_ auths: [Value: LyticsAuthAnswer], now: String) -> LyticsAuthHealth? {
        authIDs.map { auths[$0]?.health(now: now) ?? .missing }.max()
    }

    /// The latest time that one of its auths was used; else when it was last changed.
    public func lastUsed(_ auths: [Value: LyticsAuthAnswer]) -> Value {
        let used = authIDs.compactMap { auths[$0]?.lastUsed }
        return used.max().map { .text($0) } ?? raw["updated"] ?? .null
    }
}
