public import Documents

/// What an observation is asked for, within one account.
public struct Scope: Sendable {
    /// The kinds of which something is wanted or recorded.
    public var kinds: Set<KindName>
    /// The lookups that something refers to.
    public var lookups: Set<KindName>
    /// What the ledger holds of this account, by address.
    public var recorded: [Address: RecordedResource]
    /// Numbers given to objects, by kind and live id: `lytics/flow welcome_series`.
    public var given: [String: Object]
    /// What was just written to objects, by kind and live id as in `given`.
    public var written: [String: Value] = [:]
    /// What the files want of this account; nil where every object is asked for.
    public var wanted: [Resource]?

    /// Asks for some kinds and lookups.
    public init(
        kinds: Set<KindName>, lookups: Set<KindName> = [],
        recorded: [Address: RecordedResource] = [:], wanted: [Resource]? = nil
    ) {
        self.kinds = kinds
        self.lookups = lookups
        self.recorded = recorded
        self.wanted = wanted
        given = [:]
        for resource in recorded.values {
            given[Scope.key(resource.kind, resource.liveID)] = resource.given
        }
    }

    /// The key of `given`.
    public static func key(_ kind: KindName, _ liveID: Value) -> String {
        "\(kind) \(liveID.text ?? liveID.canonicalText)"
    }
}

extension Value {
    fileprivate var canonicalText: String {
        switch self {
        case .int(let int): String(int)
        default: ""
        }
    }
}

/// An HTTP answer, opened or not.
public struct Answer: Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The headers, names in lower case.
    public var headers: [String: String]
    /// The body as JSON; nil when empty or not JSON.
    public var body: Value?
    /// The body's beginning as text when it is not JSON.
    public var text: String

    /// Describes an answer.
    public init(status: Int, headers: [String: String] = [:], body: Value?, text: String = "") {
        self.status = status
        self.headers = headers
        self.body = body
        self.text = text
    }
}

/// An answer without its envelope.
public enum OpenedAnswer: Sendable, Equatable {
    /// What was asked for; null where the platform answers nothing.
    case success(Value)
    /// What the platform refused, in its own words.
    case failure(PlatformError)
}

/// A platform's refusal, whatever shape it came in.
public struct PlatformError: Error, Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The platform's code, where it has one.
    public var code: String?
    /// The platform's message.
    public var message: String
    /// The id to give to the platform's support.
    public var requestID: String?
    /// Whether the platform says it of what was asked for; false where a proxy may say it, or where
    /// the path itself is not there.
    public var isAboutObject = true

    /// Describes a refusal.
    public init(status: Int, code: String? = nil, message: String, requestID: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
    }
}

/// What one answer told: objects, lookups, facts about the account, and what to read next.
public struct Observation: Sendable {
    /// Objects that a file could describe.
    public var resources: [ObservedResource] = []
    /// Things that can only be referred to.
    public var lookups: [LookupRow] = []
    /// Facts about the account.
    public var facts = Facts()
    /// Further reads.
    public var reads: [Read] = []
    /// Ids of objects that a list showed and nobody asked for, by kind.
    public var passedOver: [KindName: Set<Value>] = [:]
    /// The kinds that were read whole, of which the account may still have nothing.
    public var listed: Set<KindName> = []
    /// What the ledger holds and the platform does not have, with what showed it, in words.
    public var missing: [Address: String] = [:]

    /// An observation of nothing.
    public init() {}

    /// The kinds that were read whole, each with the ids of those that nobody asked for.
    public var listedIDs: [KindName: Set<Value>] {
        listed.reduce(into: [:]) { $0[$1] = passedOver[$1] ?? [] }
    }

    /// The same of a read that shows all that the account has of some kinds.
    package func listing(_ kinds: KindName...) -> Observation {
        var observation = self
        observation.listed.formUnion(kinds)
        return observation
    }

    /// Adds what another answer told, in the order of the reads.
    public mutating func add(_ other: Observation) {
        resources += other.resources
        lookups += other.lookups
        facts.add(other.facts)
        passedOver.merge(other.passedOver) { $0.union($1) }
        listed.formUnion(other.listed)
        missing.merge(other.missing) { $1 }
    }
}
