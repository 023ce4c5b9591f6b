public import Documents

/// A platform's API as a pure function, so that the same code answers in-process and over HTTP.
///
/// It reads no clock and draws no randomness of its own: both come from the arguments, so a run
/// replays exactly.
public protocol EmulatedAPI: Sendable {
    /// The platform's name, which is also the first part of its table names.
    var platform: String { get }

    /// The switches for what the sources dispute, with their values under both presets.
    var switches: [EmulatedSwitch] { get }

    /// Whether a request path belongs to this platform.
    func owns(path: String) -> Bool

    /// Fills an empty store with what `flows/` refers to: segments, providers, sample tables.
    func seed(_ store: inout EmulatedStore, now: EmulatedTime)

    /// Answers one request as the platform would, changing the store where it is a write.
    func answer(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> EmulatedResponse

    /// Lets time pass: what the platform does by itself up to `now`.
    func advance(_ store: inout EmulatedStore, to now: EmulatedTime)

    /// What a stream tells after the events that were sent, from its beginning on.
    func events(
        for request: EmulatedRequest, sent: Int, _ store: EmulatedStore, now: EmulatedTime
    ) -> EmulatedEvents

    /// The webhooks that are due, which are under way from then on.
    func deliveries(_ store: inout EmulatedStore, now: EmulatedTime) -> [EmulatedDelivery]

    /// What became of a webhook: the status of its answer, nil without one.
    func delivered(
        _ id: String, status: Int?, _ store: inout EmulatedStore, now: EmulatedTime)

    /// When something next happens by itself, so that a stream or a webhook need not poll.
    func nextChange(_ store: EmulatedStore, after now: EmulatedTime) -> EmulatedTime?

    /// Changes an object behind its owner's back; false when there is none.
    func edit(_ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime) -> Bool

    /// An object as it is stored, without a request.
    func object(account: String?, kind: String, id: String, _ store: EmulatedStore) -> Value?
}

/// The points of a platform's API that sources dispute: an enum whose words name switches.
public protocol DisputedPoint: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What is on under the customer's documents.
    static var onInBrief: Set<Self> { get }
    /// What is on under the newest sources.
    static var onToday: Set<Self> { get }
    /// What it changes, in one sentence.
    var summary: String { get }
}

extension DisputedPoint {
    /// All of them with their values under both presets.
    public static var switches: [EmulatedSwitch] {
        allCases.map { point in
            EmulatedSwitch(
                name: point.rawValue, isOnInBrief: onInBrief.contains(point),
                isOnToday: onToday.contains(point), summary: point.summary)
        }
    }
}

/// A disputed point of a platform as a named switch.
public struct EmulatedSwitch: Sendable {
    /// The name, `strict-flows`.
    public let name: String
    /// Whether it is on under the customer's documents.
    public let isOnInBrief: Bool
    /// Whether it is on under the newest sources.
    public let isOnToday: Bool
    /// What it changes, in one sentence.
    public let summary: String

    /// Describes a switch.
    public init(name: String, isOnInBrief: Bool, isOnToday: Bool, summary: String) {
        self.name = name
        self.isOnInBrief = isOnInBrief
        self.isOnToday = isOnToday
        self.summary = summary
    }
}

/// Which sources a disputed point follows.
public enum EmulatedPreset: String, Sendable, CaseIterable {
    /// The customer's documents, word for word.
    case brief
    /// The newest public sources.
    case today
}

/// A moment of the emulator's clock, in milliseconds since 1970 UTC.
public struct EmulatedTime: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// Takes milliseconds since 1970.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Orders from earlier to later.
    public static func < (left: EmulatedTime, right: EmulatedTime) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

/// A request as it arrived.
public struct EmulatedRequest: Sendable {
    /// The method in capitals.
    public let method: String
    /// The path's parts, percent-decoded, without empty ones.
    public let path: [String]
    /// The query's pairs, decoded, in order.
    public let query: [(name: String, value: String)]
    /// The headers, names in lower case.
    public let headers: [String: String]
    /// The body's bytes.
    public let body: [UInt8]

    /// Describes a request.
    public init(
        method: String, path: [String], query: [(name: String, value: String)] = [],
        headers: [String: String] = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first value of a query parameter.
    public func query(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

/// An answer: a status, headers beyond the content type, and a body.
public struct EmulatedResponse: Sendable {
    /// What the answer carries.
    public enum Body: Sendable {
        case none
        case json(Value)
        case text(String)
        /// Server-sent events, asked for with `events(for:sent:)` until they are over.
        case events
    }

    /// The HTTP status.
    public let status: Int
    /// Headers beside content type and length.
    public let headers: [(name: String, value: String)]
    /// What it carries.
    public let body: Body

    /// Describes an answer.
    public init(status: Int, headers: [(name: String, value: String)] = [], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
