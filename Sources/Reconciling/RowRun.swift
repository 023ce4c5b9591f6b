import Diagnostics
import Documents
import Ledger
import Planning
import Platforms

/// One row being carried out: its calls, the read-back, and what the ledger holds afterwards.
struct RowRun: Sendable {
    /// How a row ended, and what it captured.
    struct Result: Sendable {
        var row: PlanRow
        var receipt: Receipt
        var captured: [Slot: Value]
        var failure: ReconcilingError?

        /// A row that was not carried out because of what the platform keeps otherwise.
        static func blocked(_ row: PlanRow, by fields: [KeptField]) -> Result {
            Result(
                row: row,
                receipt: Receipt(row: row.number, address: row.address, outcome: .blocked(fields)),
                captured: [:])
        }

        /// A row that was not carried out because of another one.
        static func skipped(_ row: PlanRow, because other: Int) -> Result {
            Result(
                row: row,
                receipt: Receipt(
                    row: row.number, address: row.address, outcome: .skipped(becauseOf: other)),
                captured: [:])
        }
    }

    /// How far the writes of a row came, by their places among its calls.
    struct Reach: Sendable {
        var carriedOut: Set<Int> = []
        /// Those that something answered before made needless.
        var needless: Set<Int> = []
        /// The one that was begun last.
        var begun: Int?
        /// Whether it has no end, so that nobody knows if it was carried out.
        var isOpen = false
    }

    let row: PlanRow
    let run: Int64
    let work: ApplyWork
    /// The live ids that the plan speaks of.
    let plan: ObjectIDs
    /// What is known by now.
    var known: Substitution
    private(set) var captured: [Slot: Value] = [:]
    private var writes = 0
    private(set) var remarks: [String] = []
    /// The effects that its calls have not brought about yet.
    private(set) var undone: [FieldPath]
    /// How far its writes came.
    private(set) var reach = Reach()
    /// Whether the journal has the row's record already.
    private(set) var isJournaled = false
    /// When a write was cut off last that may arrive all the same.
    private(set) var cutOff: Duration?
    /// What reads of the row captured since its last write, as far as its record speaks of it.
    private var learnt: [Slot: Value] = [:]
    private let recordSlots: Set<Slot>

    init(row: PlanRow, run: Int64, work: ApplyWork, plan: ObjectIDs, known: Substitution) {
        self.row = row
        self.run = run
        self.work = work
        self.plan = plan
        self.known = known
        undone = row.calls.effects
        recordSlots = row.record?.slots ?? []
    }

    /// Carries the row out.
    func perform() async -> Result {
        var copy = self
        let outcome: Receipt.Outcome
        var kept: [KeptField] = []
        var failure: ReconcilingError?
        do throws(ReconcilingError) {
            kept = try await copy.carryOut()
            outcome = .done
        } catch {
            failure = error
            failure?.address = row.address
            outcome =
                error.isInterruption && !error.wasSent && copy.writes == 0
                ? .notStarted : .failed(message: error.message, requestID: error.requestID)
        }
        let receipt = Receipt(
            row: row.number, address: row.address, outcome: outcome, writes: copy.writes,
            keptOtherwise: kept, remarks: copy.remarks)
        return Result(row: row, receipt: receipt, captured: copy.captured, failure: failure)
    }

    private mutating func carryOut() async throws(ReconcilingError) -> [KeptField] {
        let client = try client()
        do throws(ReconcilingError) {
            try await sendCalls(client)
        } catch {
            await letArrive(client)
            throw error
        }
        await letArrive(client)
        return try await keep(client)
    }

    /// Sends the row's calls in order; what they capture is known afterwards.
    mutating func sendCalls(_ client: AccountClient) async throws(ReconcilingError) {
        try await fetchSecrets(client)
        for (index, call) in row.calls.enumerated() {
            if try isNeedless(call, client) {
                reach.needless.insert(index)
                finished(call)
            } else if call.isRead {
                try await read(call, client)
            } else {
                try await write(call, at: index, client)
            }
        }
    }

    /// Whether what was answered before makes a call needless.
    private mutating func isNeedless(
        _ call: Call, _ client: AccountClient
    ) throws(ReconcilingError) -> Bool {
        guard let unless = call.unless, let shown = known.slots[unless.slot] else { return false }
        let holds = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try evaluator.holds(unless.shows, in: shown)
        }
        if !holds, !call.isRead, let words = unless.otherwise { remark(words) }
        return holds
    }

    private func client() throws(ReconcilingError) -> AccountClient {
        if let client = work.clients[row.address.account] { return client }
        let account = Account(name: row.address.account, platform: "", url: "", tokenName: "")
        throw ReconcilingError(
            .unexpected(
                code: PlanCode.unknownAccount,
                message: "the plan names an account that does not exist: `\(account.name)`"),
            doing: row.verb, account: account, address: row.address)
    }

    /// Has every secret before the first call, so that a missing one writes nothing.
    private mutating func fetchSecrets(_ client: AccountClient) async throws(ReconcilingError) {
        let names = row.calls.reduce(into: Set<String>()) {
            $0.formUnion($1.request.secretNames)
        }
        for name in names.sorted() {
            do {
                let secret = try await work.vault(name)
                client.secrets.add(secret)
                known.secrets[name] = secret
            } catch {
                throw client.failure(
                    .secret(name: name, reason: "\(error)"), doing: row.verb, address: row.address)
            }
        }
    }

    mutating func learn(_ captures: [Slot: Value]) {
        known.slots.merge(captures) { _, new in new }
        captured.merge(captures) { _, new in new }
        learnt.merge(captures.filter { recordSlots.contains($0.key) }) { _, new in new }
    }

    /// Takes note that a call was carried out.
    mutating func finished(_ call: Call) { undone.removeAll { $0 == call.effect } }

    /// Takes note that the journal has the beginning of a write.
    mutating func begun(at index: Int) {
        reach.begun = index
        reach.isOpen = true
    }

    /// Takes note that the journal has the end of the write that was begun last.
    mutating func ended(isCarriedOut: Bool) {
        reach.isOpen = false
        if isCarriedOut, let index = reach.begun { reach.carriedOut.insert(index) }
    }

    /// What is to be journaled with the next write, once.
    mutating func takeLearnt() -> Object {
        defer { forgetLearnt() }
        isJournaled = true
        return learnt.journaled.object ?? [:]
    }

    /// Drops what the journal has by now.
    mutating func forgetLearnt() { learnt = [:] }

    mutating func countWrite() { writes += 1 }

    /// Takes note that a write was cut off, so that it may arrive later than what comes after it.
    mutating func wasCutOff(_ client: AccountClient) { cutOff = client.time.elapsed() }

    /// Takes note of what a person should know.
    mutating func remark(_ words: String) { remarks.append(words) }

    /// Takes note of what an answer does not show although it should.
    mutating func remark(
        on call: Call, _ value: Value, _ client: AccountClient
    ) throws(ReconcilingError) {
        for claim in call.remarks {
            let isTrue = try client.evaluating(call.summary) { () throws(EvaluationError) in
                try evaluator.holds(claim.condition, in: value)
            }
            if !isTrue { remarks.append(claim.message) }
        }
    }

    var evaluator: CallEvaluator { CallEvaluator(known: known) }

    /// The row's object on the platform, once it is known.
    var liveID: Value? {
        let slot = Slot(row.address.text)
        return captured[slot] ?? row.liveID ?? known.slots[slot]
    }
}
