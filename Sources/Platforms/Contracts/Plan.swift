public import Documents

/// What will happen to one resource.
public enum Action: String, Sendable, Hashable, CaseIterable {
    case create, update, newVersion, replace, delete, adopt, forget, move
    case start, pause, stop
    /// Fields that were ours are no longer written: the ledger takes note, nothing is sent.
    case release

    /// The sign that the plan shows.
    public var sign: String {
        switch self {
        case .create: "+"
        case .update: "~"
        case .newVersion: "⇄"
        case .replace: "±"
        case .delete: "-"
        case .adopt: "="
        case .forget: "∅"
        case .move: "→"
        case .start: "▶"
        case .pause: "⏸"
        case .stop: "⏹"
        case .release: "○"
        }
    }

    /// Whether it only changes a lifecycle field.
    public var isLifecycle: Bool { self == .start || self == .pause || self == .stop }
    /// Whether it brings about an object with an id of its own.
    public var makesObject: Bool { self == .create || self == .replace }
}

/// Why a field is in a plan.
public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// The author edited it.
    case intended
    /// Someone changed it on the platform.
    case drift
    /// Both, differently.
    case conflict
    /// The author wrote what the platform had set by itself until now.
    case platformDefault
    /// A secret whose value is another than last applied.
    case secret
    /// A secret of which it is not known what was last applied.
    case unknownSecret
    /// The object was made outside and is taken over.
    case adopt
    /// Recorded, and gone from the platform.
    case missing
    /// Ours until now, and no longer written.
    case released
    /// A run that was to write it or bring it about was interrupted.
    case unfinished
    /// A delete of ours stops it or has stopped it.
    case stopped
    /// As its author left it: it is made anew, or what it refers to is.
    case renewed
}

/// A place in a file that a plan can show without the file.
public struct Place: Sendable, Hashable {
    /// The file's path in the project.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int

    /// Describes a place.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// One field that differs.
public struct FieldChange: Sendable, Hashable {
    /// Which field, `steps.send_welcome.delay`.
    public var path: FieldPath
    /// Why.
    public var cause: Cause
    /// What is live now; nil when there is nothing.
    public var before: Value?
    /// What your file wants; nil when it is to go.
    public var after: Value?
    /// What was last applied; nil when it never was.
    public var recorded: Value?
    /// What the platform made of what was last applied, where that means another thing.
    public var kept: Value?
    /// Where it is written.
    public var place: Place?

    /// Describes a difference.
    public init(
        path: FieldPath, cause: Cause, before: Value?, after: Value?, recorded: Value? = nil,
        place: Place? = nil
    ) {
        self.path = path
        self.cause = cause
        self.before = before
        self.after = after
        self.recorded = recorded
        self.place = place
    }
}

/// One step of a plan: one resource, one action, and everything needed to carry it out.
public struct PlanRow: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// The resource.
    public var address: Address
    /// What it is.
    public var kind: KindName
    /// What happens.
    public var action: Action
    /// The word for it: `create`, or the platform's verb `drain`.
    public var verb: String
    /// Why, in words.
    public var reason: String
    /// What will happen to people and data, in words; empty where nothing needs saying.
    public var consequences: [String]
    /// Whether there is no way back.
    public var isIrreversible: Bool
    /// Where the resource is written; nil when its file is gone.
    public var place: Place?
    /// The rows that must be done before, by number.
    public var waitsFor: [Int]
    /// The fields that differ.
    public var fields: [FieldChange]
    /// The calls in order.
    public var calls: [Call]
    /// Whether what the platform keeps otherwise is accepted once the row is done.
    public var acceptsKept = false
    /// The fields that the platform keeps otherwise than written and that keep the row from being
    /// carried out; empty where nothing does.
    public var blockedBy: [KeptField]
    /// What its fields refer to by a live id, by name.
    public var names = ReferenceNames()
    /// What showed that the object in the ledger is gone, in words: `the platform answered 404 for
    /// it`; nil where nothing is missing.
    public var missing: String?
    /// The live id the plan saw; nil when there is no object yet.
    public var liveID: Value?
    /// The lifecycle value the plan saw, where only that one says that the object is to act once
    /// it is made anew or published.
    public var liveState: String?
    /// Whether it stops or deletes an older object of the resource, whose id is `liveID`; what the
    /// ledger holds of the resource itself stays.
    public var isOfOlderObject: Bool
    /// The address it had before, for a move.
    public var was: Address?
    /// What the ledger holds afterwards; nil where the row removes it or leaves it as it is. What
    /// came back stands in it only once the row is done.
    public var record: RecordedResource?

    /// Describes a row.
    public init(
        number: Int, address: Address, kind: KindName, action: Action, verb: String,
        reason: String, consequences: [String] = [], isIrreversible: Bool = false,
        place: Place? = nil, waitsFor: [Int] = [], fields: [FieldChange] = [], calls: [Call] = [],
        blockedBy: [KeptField] = [], missing: String? = nil, liveID: Value? = nil,
        isOfOlderObject: Bool = false,
        was: Address? = nil, record: RecordedResource? = nil
    ) {
        self.number = number
        self.address = address
        self.kind = kind
        self.action = action
        self.verb = verb
        self.reason = reason
        self.consequences = consequences
        self.isIrreversible = isIrreversible
        self.place = place
        self.waitsFor = waitsFor
        self.fields = fields
        self.calls = calls
        self.blockedBy = blockedBy
        self.missing = missing
        self.liveID = liveID
        self.isOfOlderObject = isOfOlderObject
        self.was = was
        self.record = record
    }
}

/// A resource whose file and platform agree while the ledger holds something else.
public struct Refresh: Sendable, Hashable {
    /// What the ledger held when the plan was made; where it holds another, it is left alone.
    public var held: RecordedResource
    /// What the ledger is to hold.
    public var record: RecordedResource

    /// Describes what to take note of.
    public init(held: RecordedResource, record: RecordedResource) {
        self.held = held
        self.record = record
    }

    /// The resource.
    public var address: Address { record.address }
}

/// Everything that will happen, in order: complete without the YAML, the same bytes for the same
/// input.
public struct Plan: Sendable, Hashable {
    /// The format's number; a plan of another one is refused.
    public static let formatVersion: Int64 = 3

    /// An account as the plan saw it.
    public struct PlannedAccount: Sendable, Hashable {
        /// Its name in `weir.yaml`.
        public var name: String
        /// Its platform.
        public var platform: String
        /// Its base URL.
        public var url: String
        /// The secret its token comes from.
        public var tokenName: String
        /// The platform's own id of it.
        public var identity: String
        /// Its options and what answers told about it, merged.
        public var facts: Object

        /// Describes a planned account.
        public init(
            name: String, platform: String, url: String, tokenName: String, identity: String,
            facts: Object
        ) {
            self.name = name
            self.platform = platform
            self.url = url
            self.tokenName = tokenName
            self.identity = identity
            self.facts = facts
        }
    }

    /// Which key made the digests of a plan.
    public struct PlannedKey: Sendable, Hashable {
        /// What tells the key from others; never the key.
        public var fingerprint: String
        /// What the ledger mixed into the key; nil where it had no salt yet.
        public var salt: String?

        /// Describes the key of a plan.
        public init(fingerprint: String, salt: String?) {
            self.fingerprint = fingerprint
            self.salt = salt
        }
    }

    /// The project's name.
    public var project: String
    /// The environment.
    public var environment: String
    /// The accounts, by name.
    public var accounts: [PlannedAccount]
    /// The digest of every file that went in, by path.
    public var files: [String: String]
    /// The rows in an order in which they could be carried out one by one.
    public var rows: [PlanRow]
    /// What the reviewer should know that is no row: not started, nothing wanted, obsolete moves.
    public var notes: [String]
    /// How many resources were compared and found equal.
    public var unchanged: Int

    /// What the ledger is to take note of although nothing has to happen.
    public var refreshed: [Refresh]
    /// Objects that a run of this ledger may have made beside the one that it recorded.
    public var doubles: [LikelyDouble]
    /// Which key made the digests of its secrets; nil where it has none.
    public var key: PlannedKey?
    /// The secrets that no key was there to compare, each by its address, a space, and its path;
    /// a plan with any is only to be read.
    public var uncomparedSecrets: [String] = []

    /// Describes a plan.
    public init(
        project: String, environment: String, accounts: [PlannedAccount] = [],
        files: [String: String] = [:], rows: [PlanRow] = [], notes: [String] = [],
        unchanged: Int = 0, refreshed: [Refresh] = [], doubles: [LikelyDouble] = []
    ) {
        self.project = project
        self.environment = environment
        self.accounts = accounts
        self.files = files
        self.rows = rows
        self.notes = notes
        self.unchanged = unchanged
        self.refreshed = refreshed
        self.doubles = doubles
    }

    /// How many requests its calls are; what rows read back afterwards comes on top.
    public var requests: Int { rows.reduce(0) { $0 + $1.calls.count } }
    /// Whether nothing will happen.
    public var isEmpty: Bool { rows.isEmpty }
    /// Whether a field was changed on both sides.
    public var hasConflicts: Bool {
        rows.contains { row in row.fields.contains { $0.cause == .conflict } }
    }
}
