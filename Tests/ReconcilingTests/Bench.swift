import Diagnostics
import Documents
import Ledger
import Platforms
import Synchronization

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
        over client: AccountClient? = nil, parallel: Int = 4, stopAfter row: Int? = nil
    ) -> Applier {
        Applier(
            clients: ["shop": client ?? self.client], kinds: [ItemKind.kind: ItemKind()],
            ledger: ledger,
            scope: scope,
            vault: { name in
                guard name == "TOKEN" else { throw EvaluationError("it is not set") }
                return Secret("s3cret")
            }, now: { "2026-01-01T00:00:00Z" }, parallel: parallel, stop: stop,
            progress: { [events, stop] event in
                events.add(event)
                if case .finished(let ended, _, _) = event, ended.number == row { stop.stop() }
            })
    }

    @discardableResult
    func apply(_ rows: [PlanRow], parallel: Int = 4, stopAfter: Int? = nil) async throws
        -> [Receipt]
    {
        let run = try await ledger.beginRun(scope, command: "apply", planDigest: "", at: "t")
        let plan = Plan(project: "p", environment: "e", rows: rows)
        return await applier(parallel: parallel, stopAfter: stopAfter).apply(plan, run: run)
    }

    func settle() async throws -> [String] {
        let settler = Settler(
            clients: ["shop": client], kinds: [ItemKind.kind: ItemKind()], ledger: ledger,
            scope: scope, now: { "t" })
        return try await settler.settle()
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
            record: PlanRow.Record(value: value, file: "\(id).yaml"))
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
    private let errors = Mutex<[ReconcilingError]>([])

    var all: [String] { words.withLock { $0 } }
    var failures: [ReconcilingError] { errors.withLock { $0 } }

    func add(_ event: ApplyEvent) {
        if case .finished(_, _, let failure?) = event { errors.withLock { $0.append(failure) } }
        let word =
            switch event {
            case .started(let row): "start \(row.number)"
            case .finished(let row, let receipt, _): "\(row.number) \(receipt.outcome.word)"
            }
        words.withLock { $0.append(word) }
    }
}

extension Receipt.Outcome {
    var word: String {
        switch self {
        case .done: "done"
        case .failed(let message, _): "failed: \(message)"
        case .skipped(let number): "skipped because of \(number)"
        case .notStarted: "not started"
        }
    }
}
