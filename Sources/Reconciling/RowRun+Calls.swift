import Documents
import Ledger
import Platforms

extension RowRun {
    /// Carries out a read, asking again while what it waits for does not hold yet.
    mutating func read(_ call: Call, _ client: AccountClient) async throws(ReconcilingError) {
        let deadline = client.time.elapsed() + .seconds(call.patience)
        while true {
            let opened = try await client.pages(
                of: call.request, known: known, expecting: .content, doing: call.summary,
                accepting: call.accepts)
            guard opened.isSuccess else { return }
            let broken = try client.evaluating(call.summary) { () throws(EvaluationError) in
                try evaluator.firstBroken(call.expects, in: opened.value)
            }
            guard let broken else {
                try remark(on: call, opened.value, client)
                return try capture(call, opened.value, client)
            }
            guard client.time.elapsed() < deadline else { throw failure(broken, call, client) }
            try await client.pause(
                for: .seconds(1), until: deadline, because: broken.message, doing: call.summary)
        }
    }

    /// Carries out a write: begun in the journal, sent, ended; never repeated without a look, and
    /// never with a body that is older than a wait.
    mutating func write(
        _ call: Call, at index: Int, _ client: AccountClient
    ) async throws(ReconcilingError) {
        let wire = try wire(call, client)
        var attempt = 1
        var open: Int64?
        while true {
            let isRepeated = open != nil
            let entry =
                if let open { open } else { try await begin(call, index, wire, client) }
            open = nil
            let renewal = renewal(of: call, at: index, client, isDue: attempt > 1)
            let answer = await answer(to: wire, call, renewal, client)
            if answer.wasSent { countWrite() }
            switch answer {
            case .success(let opened): return try await finish(call, entry, opened, client)
            case .failure(let error) where isUnknown(error, call, client):
                if try await settle(call, entry, after: error, attempt, client) { return }
                if call.again == .safe { open = entry }
            case .failure(let error):
                // The try before may have been carried out, so the next run looks.
                if !isRepeated {
                    try await end(entry, CallEnd(.failed), client)
                    if yields(call, to: error) { return }
                }
                guard error.sendsBefore == nil else { throw error }
                var refusal = error
                refusal.advice = call.advice ?? refusal.advice
                refusal.limit = creationLimit(client)
                throw refusal
            }
            attempt += 1
            try await client.pause(
                for: Backoff.shortest, because: "it was not carried out", doing: call.summary)
        }
    }

    private func answer(
        to wire: WireRequest, _ call: Call, _ renewal: Renewal?, _ client: AccountClient
    ) async -> Swift.Result<AccountClient.Opened, ReconcilingError> {
        do throws(ReconcilingError) {
            return .success(
                try await client.exchange(
                    wire, doing: call.summary, accepting: call.accepts,
                    isScarce: creationLimit(client) != nil, renewal: renewal))
        } catch {
            return .failure(error)
        }
    }

    /// Whether a failed write may have been carried out, so that somebody has to look.
    private func isUnknown(
        _ error: ReconcilingError, _ call: Call, _ client: AccountClient
    ) -> Bool {
        guard case .refused(let refusal) = error.cause, error.isDoubtful else {
            return error.isUnknownOutcome
        }
        if case .never = call.again { return false }
        return !client.platform.isOwnRefusal(refusal)
    }

    /// Whether a refusal leaves what a call does to a later one; it is told.
    private mutating func yields(_ call: Call, to error: ReconcilingError) -> Bool {
        guard case .refused(let refusal) = error.cause, call.yieldsTo.contains(refusal.status)
        else { return false }
        remark("\(error.message); it is sent in another form")
        return true
    }

    /// How many of the row's objects the platform makes in a time, where the row makes one.
    private func creationLimit(_ client: AccountClient) -> CreationLimit? {
        guard row.action.makesObject else { return nil }
        return client.platform.kinds.first { $0.name == row.kind }?.creationLimit
    }

    /// Finds out what became of a write; true when it was carried out, false to send it again.
    mutating func settle(
        _ call: Call, _ entry: Int64, after error: ReconcilingError, _ attempt: Int,
        _ client: AccountClient
    ) async throws(ReconcilingError) -> Bool {
        switch call.again {
        case .safe:
            if error.mayStillArrive { wasCutOff(client) }
            guard attempt == 1 else {
                if error.isDoubtful { try await end(entry, CallEnd(.failed), client) }
                throw error
            }
            return false
        case .never(let reason):
            throw client.failure(.cannotTell(reason), doing: call.summary, address: row.address)
        case .probe(let probe):
            switch try await probing(call, client).find(probe, known: known, doing: call.summary) {
            case .done(let captures):
                learn(captures)
                finished(call)
                try await end(entry, CallEnd(.found, captures: captures.journaled), client)
                return true
            case .notDone:
                try await end(entry, CallEnd(.absent), client)
                guard attempt == 1, !error.isConflict else { throw error }
                return false
            case .unclear(let reason):
                throw client.failure(
                    .cannotTell(reason), doing: call.summary, address: row.address)
            }
        }
    }

    func probing(
        _ call: Call, _ client: AccountClient
    ) async throws(ReconcilingError) -> Prober {
        let taken = taken(try await recorded(client), chosen: call.request.chosenID)
        return Prober(client: client, kind: row.kind, taken: taken, made: made)
    }

    /// What the row is to make; nil where it makes no object, or where no ledger holds it.
    private var made: MadeObject? {
        guard row.action.makesObject, let record = row.record, let kind = work.kinds[row.kind]
        else { return nil }
        return MadeObject(address: row.address, kind: kind, record: record, known: known)
    }

    func wire(_ call: Call, _ client: AccountClient) throws(ReconcilingError) -> WireRequest {
        try client.evaluating(call.summary) { () throws(EvaluationError) in
            try known.wire(call.request)
        }
    }

    private mutating func begin(
        _ call: Call, _ index: Int, _ wire: WireRequest, _ client: AccountClient
    ) async throws(ReconcilingError) -> Int64 {
        let known = known.forJournal(of: row)
        var journaled = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try JournaledCall(row, at: index, known: known)
        }
        journaled.isOperating = work.isOperating
        let entry = JournalEntry(
            id: 0, run: run, row: row.number, address: row.address, callIndex: index,
            planned: journaled.value, request: wire.journaled(client.secrets.redactor),
            record: isJournaled ? nil : row.record?.journaled(known: known),
            learnt: takeLearnt())
        let number = try await client.recording(row.address) { () async throws(LedgerError) in
            try await work.ledger.beginCall(entry, work.scope, at: work.now())
        }
        begun(at: index)
        return number
    }

    mutating func capture(
        _ call: Call, _ value: Value, _ client: AccountClient
    ) throws(ReconcilingError) {
        let captures = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try evaluator.captures(call.captures, from: value)
        }
        learn(captures)
    }

    func failure(
        _ broken: Expectation, _ call: Call, _ client: AccountClient
    ) -> ReconcilingError {
        client.failure(
            .unexpected(code: broken.code, message: broken.message), doing: call.summary,
            address: row.address)
    }
}

extension Result<AccountClient.Opened, ReconcilingError> {
    /// Whether a request reached the server, as far as is known.
    fileprivate var wasSent: Bool {
        if case .failure(let error) = self { error.wasSent } else { true }
    }
}
