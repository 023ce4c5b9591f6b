// Floor 4. In: what the files want, what was last applied, what the platforms show now. Out: a
// plan, the same bytes for the same input. Never: files, network, clock, guesses.

public import Diagnostics
public import Documents
public import Platforms

/// Everything a plan is made from.
public struct PlanningInput: Sendable {
    /// The project's name.
    public var project: String
    /// The environment.
    public var environment: String
    /// The accounts, each with the identity that its token belongs to.
    public var accounts: [Account]
    /// The kinds of everything wanted or recorded.
    public var kinds: [KindName: any Kind]
    /// What the files want.
    public var wanted: [Resource]
    /// What was last applied.
    public var recorded: [Address: RecordedResource]
    /// What the platforms show, of all accounts.
    public var observed: [ObservedResource]
    /// What is recorded and gone from its platform, with what showed that, in words.
    public var missing: [Address: String]
    /// When runs of this ledger wrote, by whomever.
    public var runs: [RunWindow]
    /// What can only be referred to, by account.
    public var lookups: [String: [LookupRow]]
    /// The kinds of which each account showed all it has, with the ids that are not in `observed`.
    public var listed: [String: [KindName: Set<Value>]]
    /// Keyed digests of secret leaves, by address, a space, and the field's path.
    public var digests: [String: String]
    /// The digest that a field of a kind would have whose secrets are what the platform shows.
    public var liveDigest: @Sendable (Value, KindName, FieldPath) -> String?
    /// The digests of the files, by path.
    public var files: [String: String]
    /// Turns a span into a place that can be shown without the file.
    public var place: @Sendable (SourceSpan) -> Place
    /// What the command line decided.
    public var options: PlanningOptions
    /// Whether another run is under way, whose objects the ledger may not hold yet.
    public var isRunUnderWay: Bool
    /// What interrupted calls of this ledger made beside what it holds.
    public var doubles: [LikelyDouble]

    /// Collects what a plan is made from.
    public init(
        project: String, environment: String, accounts: [Account] = [],
        kinds: [KindName: any Kind] = [:], wanted: [Resource] = [],
        recorded: [Address: RecordedResource] = [:], observed: [ObservedResource] = [],
        missing: [Address: String] = [:], runs: [RunWindow] = [],
        lookups: [String: [LookupRow]] = [:],
        listed: [String: [KindName: Set<Value>]] = [:], digests: [String: String] = [:],
        liveDigest: @escaping @Sendable (Value, KindName, FieldPath) -> String? = { _, _, _ in nil
        },
        files: [String: String] = [:],
        place: @escaping @Sendable (SourceSpan) -> Place = { span in
            Place(file: "", line: Int(span.start), column: 1)
        },
        options: PlanningOptions = PlanningOptions(), doubles: [LikelyDouble] = [],
        isRunUnderWay: Bool = false
    ) {
        self.project = project
        self.environment = environment
        self.accounts = accounts
        self.kinds = kinds
        self.wanted = wanted
        self.recorded = recorded
        self.observed = observed
        self.missing = missing
        self.runs = runs
        self.lookups = lookups
        self.listed = listed
        self.digests = digests
        self.liveDigest = liveDigest
        self.files = files
        self.place = place
        self.options = options
        self.doubles = doubles
        self.isRunUnderWay = isRunUnderWay
    }
}
