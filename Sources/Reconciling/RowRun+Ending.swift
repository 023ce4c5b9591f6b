import Documents
import Ledger
import Platforms

extension RowRun {
    /// Ends a call that was answered: what it captured is recorded before anything else.
    mutating func finish(
        _ call: Call, _ entry: Int64, _ opened: AccountClient.Opened, _ client: AccountClient
    ) async throws(ReconcilingError) {
        guard opened.isSuccess else { return try await accept(call, entry, opened, client) }
        finished(call)
        var trouble: ReconcilingError?
        do throws(ReconcilingError) {
            try await captureResult(of: call, opened.value, client)
        } catch {
            if error.isOfLedger { throw unrecorded(error, nil, wasCarriedOut: true) }
            // An answer without the new id, or with that of another object, says as little as none.
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

    /// Waits until a write that was cut off cannot arrive any more: it would put back what later
    /// rows and the next run change. An interrupt ends the wait, as everything is sent.
    func letArrive(_ client: AccountClient) async {
        guard let cutOff else { return }
        let rest = cutOff + client.platform.settleTime - client.time.elapsed()
        guard rest > .zero else { return }
        try? await client.pause(
            for: rest, because: "what was cut off may still arrive", doing: row.verb)
    }

    /// Ends a call whose refusal counts as success, such as "it is archived already"; what can be
    /// looked at is looked at, since the same status may say "not now".
    private mutating func accept(
        _ call: Call, _ entry: Int64, _ opened: AccountClient.Opened, _ client: AccountClient
    ) async throws(ReconcilingError) {
        if opened.status != 404, case .probe(let probe) = call.again,
            case .failure(let refusal) = client.platform.open(opened.answer)
        {
            let found = try await probing(call, client).find(
                probe, known: known, doing: call.summary)
            guard case .done = found else {
                try await end(entry, CallEnd(.failed), client)
                throw client.failure(.refused(refusal), doing: call.summary)
            }
        }
        finished(call)
        try await end(entry, CallEnd(.done), client)
    }

    mutating func end(
        _ entry: Int64, _ end: CallEnd, _ client: AccountClient
    ) async throws(ReconcilingError) {
        forgetLearnt()
        let made = end.captures[Slot(row.address.text).journalKey]
        // What is written in several calls is, until the last, neither as before nor as wanted.
        let isInParts = row.isWrittenInParts || hasDeleted || !row.calls.effects.isEmpty
        let mayBeWritten = end.isCarriedOut || end.outcome == .repeatable
        let written = isInParts && mayBeWritten ? liveID : nil
        let known = known
        let resource = (made ?? written).flatMap { liveID in
            row.record.map { record in
                var record = record
                record.given = known.given(record.given)
                record.unfinished = undone
                return record.provisional(liveID: liveID)
            }
        }
        do throws(ReconcilingError) {
            try await client.recording(row.address) { () async throws(LedgerError) in
                try await work.ledger.endCall(entry, end, recording: resource, at: work.now())
            }
        } catch {
            throw unrecorded(error, made, wasCarriedOut: end.isCarriedOut)
        }
        ended(isCarriedOut: end.isCarriedOut)
    }

    /// The ledger's failure, with what was sent and is not in it.
    private func unrecorded(
        _ error: ReconcilingError, _ made: Value?, wasCarriedOut: Bool
    ) -> ReconcilingError {
        var failure = error
        let id = made.map { " (id `\($0.text ?? $0.canonicalJSON)`)" } ?? ""
        failure.unrecorded =
            "sent and not recorded: `\(row.verb)` of `\(row.address)`, which was "
            + (wasCarriedOut ? "carried out\(id)" : "not carried out")
        return failure
    }

    /// Whether what it sent deleted the object that it has not made anew yet.
    private var hasDeleted: Bool {
        row.deletesBeforeItCreates && captured[Slot(row.address.text)] == nil
    }
}

extension PlanRow {
    /// Whether several writes make an object that exists what is wanted.
    var isWrittenInParts: Bool {
        (action == .update || action == .newVersion) && calls.count { !$0.isRead } > 1
    }

    /// Whether a replace deletes the old object first, so that it is no older object later.
    var deletesBeforeItCreates: Bool {
        guard action == .replace, let liveID else { return false }
        return record?.orphans.contains(liveID) == false
    }
}
