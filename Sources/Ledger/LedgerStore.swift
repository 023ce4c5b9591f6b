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
    /// The whole row and call as canonical values, enough to settle it without the plan.
    public var rowValue: Value
    /// The request as sent, secrets masked.
    public var request: Value

    /// Describes a begun call.
    public init(
        id: Int64, run: Int64, row: Int, address: Address, callIndex: Int, rowValue: Value,
        request: Value
    ) {
        self.id = id
        self.run = run
        self.row = row
        self.address = address
        self.callIndex = callIndex
        self.rowValue = rowValue
        self.request = request
    }
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
    /// Writes one recorded resource.
    func record(_ resource: RecordedResource, _ scope: LedgerScope) async throws(LedgerError)
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

    /// Takes the lock of a scope, or says who holds it.
    func lock(_ scope: LedgerScope, holder: String, at: String) async throws(LedgerError)
    /// Gives the lock back.
    func unlock(_ scope: LedgerScope, holder: String) async throws(LedgerError)

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
    /// Notes how it ended: `done`, `failed` or `settled`, with what it captured.
    func endCall(
        _ id: Int64, outcome: String, captures: Value, at: String
    ) async throws(LedgerError)
    /// Calls that were begun and not ended, oldest first.
    func openCalls(_ scope: LedgerScope) async throws(LedgerError) -> [JournalEntry]
}

/// Why the ledger could not be read or written.
public enum LedgerError: Error, Sendable, Equatable {
    /// Another run holds the lock.
    case locked(holder: String, since: String)
    /// The file or server refused.
    case storage(String)
    /// The ledger was written by a newer version.
    case newer(version: Int)
}
