import Documents
import Ledger
import Platforms

extension RowRun {
    /// Carries out a read, asking again while what it waits for does not hold yet.
    mutating func read(_ call: Call, _ client: AccountClient) async throws(ReconcilingError) {
        let deadline = client.time.elapsed() + .seconds(call.patience)
        while true {
            let opened = try await client.pages(
                of: call.request, known: known, doing: call.summary, accepting: call.accepts)
            guard opened.isSuccess else { return }
            let broken = try client.evaluating(call.summary) { () throws(EvaluationError) in
                try evaluator.firstBroken(call.expects, in: opened.value)
            }
            guard let broken else {
                try remark(on: call, opened.value, client)
                return try capture(call, opened.value, client)
            }
            guard client.time.elapsed() < deadline else { throw failure(broken, call, client) }
            await client.time.sleep(.seconds(1))
        }
    }

    /// Carries out a write: begun in the journal, sent, ended; never repeated without a look.
    mutating func write(
        _ call: Call, at index: Int, _ client: AccountClient
    ) async throws(ReconcilingError) {
        let wire = try wire(call, client)
        var attempt = 1
        while true {
            let entry = try await begin(call, index, wire, client)
            countWrite()
            switch await answer(to: wire, call, client) {
            case .success(let opened): return try await finish(call, entry, opened, client)
            case .failure(let error) where error.isUnknownOutcome:
                if try await settle(call, entry, after: error, attempt, client) { return }
            case .failure(let error):
                try await end(entry, CallEnd(.failed), client)
                var refusal = error
                refusal.advice = call.advice ?? refusal.advice
                throw refusal
            }
            attempt += 1
            await client.time.sleep(AccountClient.backoff)
        }
    }

    private func answer(
        to wire: WireRequest, _ call: Call, _ client: AccountClient
    ) async -> Swift.Result<AccountClient.Opened, ReconcilingError> {
        do throws(ReconcilingError) {
            return .success(
                try await client.exchange(wire, doing: call.summary, accepting: call.accepts))
        } catch {
            return .failure(error.hiding(known.secrets.values))
        }
    }

    /// Finds out what became of a write; true when it was carried out, false to send it again.
    private mutating func settle(
        _ call: Call, _ entry: Int64, after error: ReconcilingError, _ attempt: Int,
        _ client: AccountClient
    ) async throws(ReconcilingError) -> Bool {
        switch call.again {
        case .safe:
            guard attempt == 1 else { throw error }
            try await end(entry, CallEnd(.repeatable), client)
            return false
        case .never(let reason):
            throw client.failure(.cannotTell(reason), doing: call.summary, address: row.address)
        case .probe(let probe):
            switch try await probing(client).find(probe, known: known, doing: call.summary) {
            case .done(let captures):
                learn(captures)
                finished(call)
                try await end(entry, CallEnd(.found, captures: captures.journaled), client)
                return true
            case .notDone:
                try await end(entry, CallEnd(.absent), client)
                guard attempt == 1 else { throw error }
                return false
            case .unclear(let count):
                throw client.failure(
                    .cannotTell("\(count) objects look like it"), doing: call.summary,
                    address: row.address)
            }
        }
    }

    private func probing(_ client: AccountClient) async throws(ReconcilingError) -> Prober {
        let recorded = try await client.recording(row.address) { () async throws(LedgerError) in
            try await work.ledger.resources(work.scope)
        }
        var taken = plan
        for resource in recorded.values where resource.kind == row.kind {
            taken.insert(resource.liveID)
        }
        if let own = row.liveID, !row.action.makesObject { taken.remove(own) }
        return Prober(client: client, taken: taken, settling: work.settling)
    }

    private func wire(_ call: Call, _ client: AccountClient) throws(ReconcilingError) -> WireRequest
    {
        try client.evaluating(call.summary) { () throws(EvaluationError) in
            try known.wire(call.request)
        }
    }

    private func begin(
        _ call: Call, _ index: Int, _ wire: WireRequest, _ client: AccountClient
    ) async throws(ReconcilingError) -> Int64 {
        var row = row
        row.record?.unfinished = undone
        let planned = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try JournaledCall(row, call, known: known.forJournal(of: row)).value
        }
        let entry = JournalEntry(
            id: 0, run: run, row: row.number, address: row.address, callIndex: index,
            planned: planned, request: wire.journaled)
        return try await client.recording(row.address) { () async throws(LedgerError) in
            try await work.ledger.beginCall(entry, work.scope, at: work.now())
        }
    }

    /// Ends a call that was answered: what it captured is recorded before anything else.
    private mutating func finish(
        _ call: Call, _ entry: Int64, _ opened: AccountClient.Opened, _ client: AccountClient
    ) async throws(ReconcilingError) {
        finished(call)
        guard opened.isSuccess else {
            return try await end(entry, CallEnd(.done), client)
        }
        var trouble: ReconcilingError?
        do throws(ReconcilingError) {
            try capture(call, opened.value, client)
        } catch {
            // An answer without the new id says as little as no answer.
            if case .probe = call.again, try await settle(call, entry, after: error, 2, client) {
                return
            }
            trouble = error
        }
        let captures = call.captures.reduce(into: [Slot: Value]()) {
            $0[$1.slot] = known.slots[$1.slot]
        }
        try await end(entry, CallEnd(.done, captures: captures.journaled), client)
        if let trouble { throw trouble }
        let broken = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try evaluator.firstBroken(call.expects, in: opened.value)
        }
        if let broken { throw failure(broken, call, client) }
        try remark(on: call, opened.value, client)
    }

    private func end(
        _ entry: Int64, _ end: CallEnd, _ client: AccountClient
    ) async throws(ReconcilingError) {
        let made = end.captures[Slot(row.address.text).journalKey]
        // What is written in several calls is, until the last, neither as before nor as wanted.
        let isInParts = row.isWrittenInParts || !row.calls.effects.isEmpty
        let mayBeWritten = end.isCarriedOut || end.outcome == .repeatable
        let written = isInParts && mayBeWritten ? liveID : nil
        let resource = (made ?? written).flatMap { liveID in
            row.record.map { record in
                var record = record
                record.given = known.given(record.given)
                record.unfinished = undone
                return record.provisional(liveID: liveID)
            }
        }
        try await client.recording(row.address) { () async throws(LedgerError) in
            try await work.ledger.endCall(entry, end, recording: resource, at: work.now())
        }
    }

    private mutating func capture(
        _ call: Call, _ value: Value, _ client: AccountClient
    ) throws(ReconcilingError) {
        let captures = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try evaluator.captures(call.captures, from: value)
        }
        learn(captures)
    }

    private func failure(
        _ broken: Expectation, _ call: Call, _ client: AccountClient
    ) -> ReconcilingError {
        client.failure(
            .unexpected(code: broken.code, message: broken.message), doing: call.summary,
            address: row.address)
    }
}

extension PlanRow {
    /// Whether several writes make an object that exists what is wanted.
    var isWrittenInParts: Bool {
        (action == .update || action == .newVersion) && calls.count { !$0.isRead } > 1
    }
}

extension Action {
    /// Whether it brings about an object with an id of its own.
    var makesObject: Bool { self == .create || self == .replace }
}

extension Slot {
    /// The key of a captured value in the journal.
    var journalKey: String { "\(address) \(name)" }
}

extension [Slot: Value] {
    /// The captured ids as the journal keeps them; a whole answered object may show a secret.
    var journaled: Value {
        let ids = filter { $0.value.object == nil && $0.value.list == nil }
        return .object(Object(ids.map { ($0.key.journalKey, $0.value) }))
    }
}

extension Substitution {
    /// What the journal may fill in: its own id is not known before a create.
    func forJournal(of row: PlanRow) -> Substitution {
        var copy = self
        let own = Slot(row.address.text)
        if copy.slots[own] == nil { copy.slots[own] = .captured(own) }
        return copy
    }
}
