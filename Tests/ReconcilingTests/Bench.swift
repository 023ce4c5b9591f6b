import Diagnostics
import Documents
import GRDB
import Ledger
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

/// A shop, a ledger in a file of its own, and what is needed to apply to it.
struct Bench {
    let shop: Shop
    let ledger: any LedgerStore
    let clock = ManualClock()
    let folder: TemporaryFolder
    let scope = LedgerScope(project: "p", environment: "e")
    let events = EventLog()
    let stop = StopSignal()
    let waits = WaitLog()
    var bound = Waiting.defaultBound
    var platform = ShopPlatform()

    init(_ shop: Shop = Shop()) throws {
        self.shop = shop
        folder = try TemporaryFolder()
        ledger = try SQLiteLedger(path: folder.path + "/ledger.db")
    }

    /// The same shop with another ledger.
    init(_ other: Bench, ledger: any LedgerStore) {
        shop = other.shop
        folder = other.folder
        self.ledger = ledger
    }

    var client: AccountClient {
        AccountClient(ShopPlatform.account, on: platform, over: shop, waiting: waiting)
    }

    /// How its calls wait: by the clock, without jitter, until the stop.
    var waiting: Waiting {
        Waiting(
            time: Timekeeper(clock, date: { 1_000_000_000 }), bound: bound, stop: stop,
            jitter: { 0 }, tell: waits.add)
    }

    func applier(
        over client: AccountClient? = nil, parallel: Int = 4, stopAfter row: Int? = nil,
        live: ObjectIDs = ObjectIDs()
    ) -> Applier {
        Applier(
            clients: ["shop": client ?? self.client], kinds: [ItemKind.kind: ItemKind()],
            ledger: ledger,
            scope: scope,
            vault: { name in
                guard name == "TOKEN" else { throw EvaluationError("it is not set") }
                return Secret("s3cret")
            }, now: { "2026-01-01T00:00:00Z" }, parallel: parallel, live: live,
            stop: stop,
            progress: { [events, stop] event in
                events.add(event)
                if case .finished(let ended, _, _) = event, ended.number == row { stop.stop() }
            })
    }

    @discardableResult
    func apply(
        _ rows: [PlanRow], parallel: Int = 4, stopAfter: Int? = nil, live: ObjectIDs = ObjectIDs()
    ) async throws -> [Receipt] {
        let run = try await ledger.beginRun(scope, command: "apply", planDigest: "", at: "t")
        let plan = Plan(project: "p", environment: "e", rows: rows)
        return await applier(parallel: parallel, stopAfter: stopAfter, live: live).apply(
            plan, run: run)
    }

    /// What became of open calls; nothing is written.
    func look() async throws -> Recovery {
        let recoverer = Recoverer(
            clients: ["shop": client], kinds: [ItemKind.kind: ItemKind()])
        return try await recoverer.look(
            at: ledger.openCalls(scope), recorded: ledger.resources(scope))
    }

    /// Closes open calls, and says what was found.
    @discardableResult
    func recover() async throws -> [String] {
        let recovery = try await look()
        try await recovery.close(in: ledger, scope, at: "t")
        #expect(try await ledger.resources(scope) == recovery.recorded)
        return recovery.calls.map(\.note)
    }

    /// How many bytes the journal's texts have.
    func ledgerBytes() async throws -> Int {
        let raw = try DatabaseQueue(path: folder.path + "/ledger.db")
        return try await raw.read { database in
            let calls = try Int.fetchOne(
                database,
                sql: "SELECT sum(length(planned) + length(request) + length(learnt) "
                    + "+ length(captures)) FROM call")
            let records = try Int.fetchOne(
                database, sql: "SELECT sum(length(record)) FROM journal_record")
            return (calls ?? 0) + (records ?? 0)
        }
    }

    /// Compares and plans in the simplest way: what is missing is created, what differs updated.
    func plan(_ wanted: [(id: String, value: Value)]) async throws -> [PlanRow] {
        let recorded = try await ledger.resources(scope)
        var report = Report()
        let seen = try await Observer().observe(
            client, Scope(kinds: [ItemKind.kind]), into: &report)
        var rows: [PlanRow] = []
        for (id, value) in wanted {
            let address = Bench.address(id)
            let twin = seen.resources.first { $0.liveID == recorded[address]?.liveID }
            if let twin, Bench.holds(twin.value, value, recorded) { continue }
            let waits = rows.filter { value["parent"] == .captured(Slot($0.address.text)) }
            rows.append(
                Bench.row(
                    rows.count + 1, id, value, live: twin, waitsFor: waits.map(\.number)))
        }
        return rows
    }

    private static func holds(
        _ observed: Value, _ wanted: Value, _ recorded: [Address: RecordedResource]
    ) -> Bool {
        let ids = Substitution(
            slots: recorded.reduce(into: [:]) { $0[Slot($1.key.text)] = $1.value.liveID })
        guard let filled = try? ids.fill(wanted, for: .ledger).object else { return false }
        return filled.allSatisfy { $0.value.holdsSecret || observed[$0.key] == $0.value }
    }

    static func address(_ id: String) -> Address { Address("shop/item/\(id)") }

    static func row(
        _ number: Int, _ id: String, _ value: Value, live: ObservedResource? = nil,
        waitsFor: [Int] = []
    ) -> PlanRow {
        let action: Action = live == nil ? .create : .update
        let change = Change(
            address: address(id), action: action, wanted: value, observed: live,
            account: ShopPlatform.account)
        return PlanRow(
            number: number, address: address(id), kind: ItemKind.kind, action: action,
            verb: action.rawValue, reason: "", waitsFor: waitsFor,
            calls: ItemKind().calls(for: change).calls, liveID: live?.liveID,
            record: RecordedResource(
                address: address(id), kind: ItemKind.kind, liveID: live?.liveID ?? .null,
                written: value, returned: .null, file: "\(id).yaml"))
    }
}

/// The waits that were told, and what a test does at each.
final class WaitLog: Sendable {
    private struct State {
        var waits: [Wait] = []
        var reaction: (@Sendable (Wait) -> Void)?
    }

    private let state = Mutex(State())

    var all: [Wait] { state.withLock { $0.waits } }
    /// Those that were told while they lasted, as people read them.
    var texts: [String] { all.filter { !$0.isOver }.map(\.text) }

    @Sendable func add(_ wait: Wait) {
        let reaction = state.withLock { state in
            state.waits.append(wait)
            return state.reaction
        }
        reaction?(wait)
    }

    /// Does something whenever a wait is told.
    func react(_ reaction: @escaping @Sendable (Wait) -> Void) {
        state.withLock { $0.reaction = reaction }
    }
}

/// The events of an apply as words.
final class EventLog: Sendable {
    private let words = Mutex<[String]>([])
    private let failed = Mutex<[ReconcilingError]>([])

    var all: [String] { words.withLock { $0 } }
    /// What went wrong, in order.
    var failures: [ReconcilingError] { failed.withLock { $0 } }

    func add(_ event: ApplyEvent) {
        let word =
            switch event {
            case .started(let row): "start \(row.number)"
            case .finished(let row, let receipt, _): "\(row.number) \(receipt.outcome.word)"
            }
        if case .finished(_, _, let failure?) = event { failed.withLock { $0.append(failure) } }
        words.withLock { $0.append(word) }
    }
}

extension Receipt.Outcome {
    var word: String {
        switch self {
        case .done: "done"
        case .failed(let message, _): "failed: \(message)"
        case .blocked: "blocked"
        case .skipped(let number): "skipped because of \(number)"
        case .notStarted: "not started"
        }
    }
}
