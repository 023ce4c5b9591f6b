public import Documents

/// An event as 10ex tells it to a URL.
public struct TenexWebhookEvent: Sendable {
    /// Its id; null where it has none.
    public let id: Value
    /// What happened, `lead.created`; null where it does not say.
    public let type: Value

    /// Reads the body of a webhook.
    public init(_ body: Value) {
        id = body["id"] ?? .null
        type = body["type"] ?? .null
    }
}
