// Floor 4. In: what was applied and what is about to be sent. Out: what we manage, and what is
// still open. Never: secrets, requests, plans.

public import Documents
public import Platforms

/// What everything in a ledger is keyed by.
public struct LedgerScope: Hashable, Sendable {
    /// The project's name.
    public let project: String
    /// The environment.
    public let environment: String

    /// Names one environment of one project.
    public init(project: String, environment: String) {
        self.project = project
        self.environment = environment
    }
}

/// A call that was begun and perhaps never ended.
public struct JournalEntry: Sendable, Equatable {
    /// Its number in the journal.
    public var id: Int64
    /// The run that sent it.
    public var run: Int64
    /// The row it belongs to.
    public var row: Int
    /// The resource.
    public var address: Address
    /// The position of the call in the row.
    public var callIndex: Int
    /// What tells, without the plan, whether the call was carried out; no secrets.
    public var planned: Value
    /// The request in short: its method, its path and the size of its body.
    public var request: Value
    /// What the ledger is to hold once the row is done; begun with the first call of a row only,
    /// and read with each.
    public var record: Value?
    /// Ids by slot: begun with what the row learnt since its call before, read with everything
    /// that the calls of the row learnt.
    public var learnt: Object
    /// The last sign of its run, as far as it is read: when the run ended, or else when the call
    /// was begun.
    public var lastSign: LastSign?

    /// When something of a run was noted last.
    public struct LastSign: Sendable, Equatable {
        /// When that was.
        public var time: Timestamp
        /// Whether the run ended then; one that did not may have gone on for a while.
        public var isEnd: Bool
    }

    /// Describes a begun call.
    public init(
        id: Int64, run: Int64, row: Int, address: Address, callIndex: Int, planned: Value,
        request: Value, record: Value? = nil, learnt: Object = [:]
    ) {
        self.id = id
        self.run = run
        self.row = row
        self.address = address
        self.callIndex = callIndex
        self.planned = planned
        self.request = request
        self.record = record
        self.learnt = learnt
    }
}

/// How a call ended.
public struct CallEnd: Sendable, Equatable {
    /// The ways to end.
    public enum Outcome: String, Sendable, CaseIterable {
        /// Carried out, as its answer said.
        case done
        /// Refused, or never sent.
        case failed
        /// Carried out, as a later look showed.
        case found
        /// Not carried out, as a later look showed.
        case absent
        /// Not looked for, because repeating it changes nothing.
        case repeatable
        /// Nothing tells whether it was carried out.
        case unknown
    }

    /// The way it ended.
    public var outcome: Outcome
    /// Whether the platform did what the call asks for.
    public var isCarriedOut: Bool { outcome == .done || outcome == .found }
    /// What it captured, by slot.
    public var captures: Value

    /// Describes an end.
    public init(_ outcome: Outcome, captures: Value = .object([:])) {
        self.outcome = outcome
        self.captures = captures
    }
}

/// Who holds the lock of a scope.
public struct LedgerLock: Sendable, Equatable {
    /// The holder's own words, such as a user, host and process.
    public var holder: String
    /// Since when, RFC 3339; nil where that is not known yet.
    public var since: String?

    /// Describes a held lock.
    public init(holder: String, since: String?) {
        self.holder = holder
        self.since = since
    }

    /// A run that has not yet written down who it is.
    public static let unnamed = LedgerLock(holder: "another run", since: nil)

    /// The holder and since when, for messages.
    public var text: String { since.map { "\(holder) since \($0)" } ?? holder }
}

/// One apply or destroy in the history.
public struct RunSummary: Sendable, Equatable {
    /// Its number.
    public var id: Int64
    /// When it began, RFC 3339.
    public var startedAt: String
    /// When it ended; nil when it was cut off.
    public var endedAt: String?
    /// `apply` or `destroy`.
    public var command: String
    /// The digest of the plan.
    public var planDigest: String
    /// Rows done, failed, skipped and not started, in words.
    public var outcome: String

    /// Describes a run.
    public init(
        id: Int64, startedAt: String, endedAt: String?, command: String, planDigest: String,
        outcome: String
    ) {
        self.id = id
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.command = command
        self.planDigest = planDigest
        self.outcome = outcome
    }
}

/// Where the ledger is kept; every write is durable when it returns.
public protocol LedgerStore: Sendable {
    /// All recorded resources of a scope, by address.
    func resources(_ scope: LedgerScope) async throws(LedgerError) -> [Address: RecordedResource]
    /// Writes recorded resources, all or none.
    func record(_ resources: [RecordedResource], _ scope: LedgerScope) async throws(LedgerError)
    /// Forgets one.
    func forget(_ address: Address, _ scope: LedgerScope) async throws(LedgerError)
    /// Gives a recorded resource a new address.
    func move(
        _ address: Address, to new: Address, _ scope: LedgerScope
    ) async throws(LedgerError)

    /// The identities this environment is bound to, by account name.
    func identities(_ scope: LedgerScope) async throws(LedgerError) -> [String: String]
    /// Binds an account's identity.
    func bind(
        account: String, identity: String, _ scope: LedgerScope
    ) async throws(LedgerError)

    /// Which key made the digests of each environment of a project.
    func keyrings(project: String) async throws(LedgerError) -> [String: Keyring]
    /// Notes the key and, in the same transaction, resources with digests that it made.
    func setKeyring(
        _ keyring: Keyring, rewriting resources: [RecordedResource], _ scope: LedgerScope
    ) async throws(LedgerError)

    /// Takes the lock of a scope until the hold is given back, or says who has it.
    ///
    /// `holder` and `at` are for people: they are kept beside the lock, and no one goes by them.
    func lock(
        _ scope: LedgerScope, holder: String, at: String
    ) async throws(LedgerError) -> LedgerHold
    /// Gives a lock back, whatever became of the ledger.
    func unlock(_ scope: LedgerScope, _ hold: LedgerHold) async
    /// The run that holds the lock and lives; nil where none does.
    func holder(of scope: LedgerScope) async throws(LedgerError) -> LedgerLock?

    /// Begins a run and numbers it.
    func beginRun(
        _ scope: LedgerScope, command: String, planDigest: String, at: String
    ) async throws(LedgerError) -> Int64
    /// Ends a run.
    func endRun(_ run: Int64, outcome: String, at: String) async throws(LedgerError)
    /// The runs, newest first.
    func history(_ scope: LedgerScope) async throws(LedgerError) -> [RunSummary]

    /// Notes that a call is about to be sent; the entry's `id` is ignored.
    func beginCall(
        _ entry: JournalEntry, _ scope: LedgerScope, at: String
    ) async throws(LedgerError) -> Int64
    /// Notes how it ended and, in the same transaction, the resource that it brought about.
    func endCall(
        _ id: Int64, _ end: CallEnd, recording resource: RecordedResource?, at: String
    ) async throws(LedgerError)
    /// Calls that were begun and not ended, oldest first.
    func openCalls(_ scope: LedgerScope) async throws(LedgerError) -> [JournalEntry]
    /// Drops what the journal kept for rows without open calls; for the holder of the lock only.
    func pruneJournal(_ scope: LedgerScope) async throws(LedgerError)

    /// Marks a run that takes no lock as under way until the hold is released or the process ends.
    func hold(_ run: Int64) async throws(LedgerError) -> RunHold
    /// Whether a run is marked as under way.
    func isHeld(_ run: Int64) async throws(LedgerError) -> Bool
}

extension LedgerStore {
    /// Which key made the digests of a scope; nil where none was noted.
    public func keyring(_ scope: LedgerScope) async throws(LedgerError) -> Keyring? {
        try await keyrings(project: scope.project)[scope.environment]
    }

    /// Writes one recorded resource.
    public func record(
        _ resource: RecordedResource, _ scope: LedgerScope
    ) async throws(LedgerError) {
        try await record([resource], scope)
    }
}

/// Why the ledger could not be read or written.
public enum LedgerError: Error, Sendable, Equatable {
    /// Another run holds the lock.
    case locked(LedgerLock)
    /// The file or server cannot be opened or read.
    case storage(String)
    /// A write was refused.
    case unwritable(String)
    /// The file was removed or replaced since it was opened.
    case replaced(path: String)
    /// The file is a database of something else.
    case notALedger(path: String)
    /// The ledger was written by a newer version.
    case newer(version: Int)
}
