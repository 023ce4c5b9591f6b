import Diagnostics
import Documents
public import Ledger
public import Platforms

/// Carries out the rows of a plan: an interpreter of calls that knows no platform.
///
/// A row starts as soon as what it waits for is done. Children return values; the parent alone
/// tells and orders. Every write is in the journal before it is sent.
public struct Applier: Sendable {
    private let work: ApplyWork
    private let parallel: Int
    private let stop: StopSignal
    private let progress: @Sendable (ApplyEvent) -> Void

    /// Prepares an apply; `clients` are by account, `vault` gives secrets, `now` is RFC 3339.
    ///
    /// `live` are the ids of what was there before it: no create of it makes one of them.
    public init(
        clients: [String: AccountClient], kinds: [KindName: any Kind], ledger: any LedgerStore,
        scope: LedgerScope, vault: @escaping @Sendable (String) async throws -> Secret,
        now: @escaping @Sendable () -> String, parallel: Int = 4, live: ObjectIDs = ObjectIDs(),
        stop: StopSignal = StopSignal(),
        progress: @escaping @Sendable (ApplyEvent) -> Void = { _ in }
    ) {
        work = ApplyWork(
            clients: clients, kinds: kinds, ledger: ledger, scope: scope, vault: vault, now: now,
            live: live)
        self.parallel = max(1, parallel)
        self.stop = stop
        self.progress = progress
    }

    /// Carries out a plan within a run of the ledger; one receipt a row, in the plan's order.
    ///
    /// What the plan found to be as wanted already is recorded first.
    public func apply(_ plan: Plan, run: Int64) async -> [Receipt] {
        var progress = ApplyProgress(plan)
        let slots: [Slot: Value]
        do throws(LedgerError) {
            try await LedgerRefresh(work.ledger, work.scope).apply(plan.refreshed)
            slots = try await work.knownIDs(plan)
        } catch {
            return fail(&progress, plan, error)
        }
        progress.slots = slots
        await announce(plan)
        await carryOut(&progress, run)
        return progress.receipts
    }

    /// Tells every account how much will be sent: each row's calls and the look afterwards.
    private func announce(_ plan: Plan) async {
        for (account, rows) in Dictionary(grouping: plan.rows, by: \.address.account) {
            let count = rows.reduce(0) { $0 + $1.calls.count + 1 }
            await work.clients[account]?.limiter.expect(count)
        }
    }

    private func carryOut(_ state: inout ApplyProgress, _ run: Int64) async {
        await withTaskGroup(of: RowRun.Result.self) { group in
            var running = 0
            var isRecorded = true
            while true {
                while running < parallel, isRecorded, !isStopped, let row = state.takeReady() {
                    if let cause = state.shortage(for: row) {
                        finish(.skipped(row, because: cause), &state)
                        continue
                    }
                    let blocks = state.blocks(of: row)
                    guard blocks.isEmpty || !work.isBlocking else {
                        finish(.blocked(row, by: blocks), &state)
                        continue
                    }
                    progress(.started(row))
                    let rowRun = RowRun(
                        row: row, run: run, work: work, plan: state.plannedIDs,
                        known: Substitution(slots: state.slots))
                    group.addTask { await rowRun.perform() }
                    running += 1
                }
                guard let result = await group.next() else { break }
                running -= 1
                finish(result, &state)
                // What cannot be recorded is not sent: nothing new starts without a ledger.
                if result.failure?.isOfLedger == true { isRecorded = false }
            }
        }
        close(&state)
    }

    private func close(_ state: inout ApplyProgress) {
        for (row, receipt) in state.closeRest() {
            progress(.finished(row, receipt, failure: nil))
        }
    }

    /// Fails with the first row, before anything is sent.
    private func fail(
        _ state: inout ApplyProgress, _ plan: Plan, _ error: LedgerError
    ) -> [Receipt] {
        if let row = plan.rows.first {
            let account = Account(name: row.address.account, platform: "", url: "", tokenName: "")
            let failure = ReconcilingError(
                .ledger(error), doing: "keep the ledger", account: account, address: row.address)
            let receipt = Receipt(
                row: row.number, address: row.address,
                outcome: .failed(message: failure.message, requestID: nil))
            state.finish(row.number, receipt, captured: [:])
            progress(.finished(row, receipt, failure: failure))
        }
        close(&state)
        return state.receipts
    }

    private var isStopped: Bool { stop.isStopped || Task.isCancelled }

    private func finish(_ result: RowRun.Result, _ state: inout ApplyProgress) {
        state.finish(result.row.number, result.receipt, captured: result.captured)
        if result.failure?.isOfLimit == true { state.runOut(by: result.row) }
        progress(.finished(result.row, result.receipt, failure: result.failure))
    }
}

/// What every row of an apply needs.
struct ApplyWork: Sendable {
    let clients: [String: AccountClient]
    let kinds: [KindName: any Kind]
    let ledger: any LedgerStore
    let scope: LedgerScope
    let vault: @Sendable (String) async throws -> Secret
    let now: @Sendable () -> String
    /// The ids of what was live before anything was sent.
    let live: ObjectIDs
    /// Whether an operating command sends it, which changes nothing that the ledger holds.
    var isOperating = false

    /// Whether what is kept otherwise keeps rows from being carried out.
    var isBlocking: Bool {
        clients.values.allSatisfy { $0.mechanisms.contains(.keptOtherwise) }
    }

    /// The ids that the ledger and the plan know already.
    func knownIDs(_ plan: Plan) async throws(LedgerError) -> [Slot: Value] {
        var slots: [Slot: Value] = [:]
        for (address, resource) in try await ledger.resources(scope) {
            slots[Slot(address.text)] = resource.liveID
        }
        for row in plan.rows where !row.isOfOlderObject {
            if let liveID = row.liveID { slots[Slot(row.address.text)] = liveID }
        }
        return slots
    }
}
