/// A part of a stream of server-sent events: what came after the events that were sent already.
public struct EmulatedEvents: Sendable, Equatable {
    /// The events in their form on the wire, each ended by an empty line.
    public var events: [String]
    /// Whether nothing comes after them.
    public var isOver: Bool

    /// Describes a part of a stream.
    public init(events: [String] = [], isOver: Bool = false) {
        self.events = events
        self.isOver = isOver
    }
}

/// A request that an emulated platform sends by itself: a webhook.
public struct EmulatedDelivery: Sendable, Equatable {
    /// Names this attempt.
    public var id: String
    /// Where it goes.
    public var url: String
    /// Its headers beside the content type, a signature among them.
    public var headers: [String: String]
    /// Its body's bytes, exactly as signed.
    public var body: [UInt8]

    /// Describes an attempt.
    public init(id: String, url: String, headers: [String: String], body: [UInt8]) {
        self.id = id
        self.url = url
        self.headers = headers
        self.body = body
    }
}

extension EmulatedAPI {
    /// Nothing: a platform without streams. `sent` events were sent before these; a body of
    /// `.events` makes the server ask until it is over.
    public func events(
        for request: EmulatedRequest, sent: Int, _ store: EmulatedStore, now: EmulatedTime
    ) -> EmulatedEvents { EmulatedEvents(isOver: true) }

    /// None: a platform without webhooks.
    public func deliveries(
        _ store: inout EmulatedStore, now: EmulatedTime
    ) -> [EmulatedDelivery] { [] }

    /// Nothing to remember.
    public func delivered(
        _ id: String, status: Int?, _ store: inout EmulatedStore, now: EmulatedTime
    ) {}

    /// Never: nothing happens by itself.
    public func nextChange(_ store: EmulatedStore, after now: EmulatedTime) -> EmulatedTime? { nil }
}
