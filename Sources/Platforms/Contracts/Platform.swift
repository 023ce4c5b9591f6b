public import Diagnostics
public import Documents

/// A platform: its kinds, its reads, how its answers open, and what it cannot do.
///
/// Stateless: every function takes the `Account`; tokens and clocks belong to the transport.
public protocol Platform: Sendable {
    /// Its name, the first part of its kinds: `lytics`.
    var name: String { get }
    /// Its name as it writes it: `Lytics`.
    var title: String { get }
    /// Other spellings of the name.
    var aliases: [String] { get }
    /// How accounts are named, reached and authorized unless `weir.yaml` says otherwise.
    var defaults: AccountDefaults { get }
    /// The kinds that a file can describe.
    var kinds: [any Kind] { get }
    /// The kinds that can only be referred to.
    var lookups: [LookupKind] { get }
    /// How many requests the platform takes.
    var limits: RateLimit { get }
    /// How long a write whose answer was lost may take until reads show what it did.
    var settleTime: Duration { get }

    /// What an account's entry may say beside its URL and token.
    var accountOptions: [AccountOption] { get }

    /// Checks what only all documents together can show, and puts in what only they can say.
    func complete(_ resources: [Resource], into report: inout Report) -> [Resource]

    /// The headers that carry a token, as name and value.
    func authorization(_ token: String) -> [(name: String, value: String)]

    /// The read that tells whose token it is.
    func identityRead(_ account: Account) -> Read

    /// The account's own id in the opened answer of `identityRead`.
    func identity(in value: Value, of account: Account) -> String?

    /// Takes an answer out of its envelope; which error it is, whatever its shape.
    func open(_ answer: Answer) -> OpenedAnswer

    /// The list or object that the body of a success shows, in a form that the platform documents;
    /// nil where it shows none. What reads hold is taken from here and nowhere else.
    func content(of body: Value) -> Value?

    /// What to do about a refusal that has the same cause wherever it is met; nil where none has.
    func advice(for error: PlatformError) -> String?

    /// Whether an error with 408, 409 or 499, which gateways give too, is the platform's own, so
    /// that nothing was carried out.
    func isOwnRefusal(_ error: PlatformError) -> Bool

    /// The request for what comes after an answer that is not whole; nil where it is whole.
    func nextPage(after answer: Answer, of request: Request) -> Request?

    /// The first reads of an observation.
    func firstReads(_ scope: Scope, _ account: Account) -> [Read]

    /// Understands the content of the answer to a read, which is as the read promises.
    func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation
}

extension Platform {
    /// Every document stands alone.
    public func complete(_ resources: [Resource], into report: inout Report) -> [Resource] {
        resources
    }

    /// The name.
    public var title: String { name }

    /// None.
    public var aliases: [String] { [] }

    /// None: what is referred to has documents.
    public var lookups: [LookupKind] { [] }

    /// An entry has a URL and a token, nothing else.
    public var accountOptions: [AccountOption] { [] }

    /// A list or an object without an envelope.
    public func content(of body: Value) -> Value? {
        body.list == nil && body.object == nil ? nil : body
    }

    /// Ten seconds: no platform says how long it may take, and gateways in front of such services
    /// give up on a request after that or sooner.
    public var settleTime: Duration { .seconds(10) }

    /// Nothing beyond what every refusal says.
    public func advice(for error: PlatformError) -> String? { nil }

    /// Any of them may hide that the request was carried out.
    public func isOwnRefusal(_ error: PlatformError) -> Bool { false }

    /// Answers are whole.
    public func nextPage(after answer: Answer, of request: Request) -> Request? { nil }
}

/// How accounts of a platform are reached unless `weir.yaml` says otherwise.
public struct AccountDefaults: Sendable {
    /// The variable that may hold the base URL, `LYTICS_API_URL`.
    public var urlVariable: String
    /// The base URL where the variable is not set; nil where there is none.
    public var url: String?
    /// The secret that holds the token, `LYTICS_API_TOKEN`.
    public var tokenName: String

    /// Describes the defaults.
    public init(urlVariable: String, url: String?, tokenName: String) {
        self.urlVariable = urlVariable
        self.url = url
        self.tokenName = tokenName
    }
}

/// What an account's entry may set: a word, a text or a map.
public struct AccountOption: Sendable {
    /// Reads what is written; reports what is wrong and returns nil.
    public typealias Reader = @Sendable (Node, inout Report) -> Value?

    /// Its name, `wire`.
    public var name: String
    /// The words it takes, the default first; empty for any text.
    public var words: [String]
    /// One sentence.
    public var summary: String
    /// Reads what is no word; nil for a word.
    public var read: Reader?

    /// Describes an option that is a word, its first the default.
    public init(name: String, words: [String], summary: String) {
        self.name = name
        self.words = words
        self.summary = summary
    }

    /// Describes an option that has a form of its own.
    public init(name: String, summary: String, read: @escaping Reader) {
        self.init(name: name, words: [], summary: summary)
        self.read = read
    }
}

/// At most so many requests in a fixed window.
public struct RateLimit: Sendable, Hashable {
    /// Requests per window.
    public var requests: Int
    /// The window's length.
    public var window: Duration

    /// Describes a limit.
    public init(requests: Int, window: Duration) {
        self.requests = requests
        self.window = window
    }
}
