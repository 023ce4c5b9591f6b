public import Documents

/// An auth as the service shows it, without its credentials.
public struct LyticsAuthAnswer: Sendable {
    /// All that the service shows.
    public let raw: Object

    /// Reads an auth.
    public init(_ raw: Object) { self.raw = raw }

    /// Its id.
    public var id: String { raw["id"]?.text ?? "" }
    /// What people call it; its id where it has no label.
    public var label: String { raw["label"]?.text ?? id }
    /// What kind of credentials it holds; nil where the service does not say.
    public var type: String? { raw["type"]?.text }
    /// When it was last used; nil where it never was.
    public var lastUsed: String? {
        raw["last_accessed_at"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    }
    /// The slug and the id of the provider, as far as the service shows them.
    public var providers: [String] {
        [raw["provider_slug"], raw["provider_id"]].compactMap { $0?.text }
    }

    /// Whether it is one of the account's own API tokens.
    public var isToken: Bool { type?.snake == "lytics_auth_token" }
    /// Whether it is an API token or the platform's own, so that no integration uses it.
    public var isNoIntegration: Bool { isToken || raw["internal"] == true }

    /// How well it works; `now` is RFC 3339 in UTC.
    public func health(now: String) -> LyticsAuthHealth { LyticsAuthHealth(raw, now: now) }
}
