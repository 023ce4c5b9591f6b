import Diagnostics
import Documents
import Ledger
import Platforms

extension RowRun {
    /// Brings the ledger up to date; tells where the platform kept something else.
    mutating func keep(_ client: AccountClient) async throws(ReconcilingError) -> [KeptField] {
        switch row.action {
        case .delete where row.isOfOlderObject:
            try await dropOlderObject(client)
            return []
        case .delete, .forget:
            try await inLedger(client) { ledger, scope throws(LedgerError) in
                try await ledger.forget(row.address, scope)
            }
            return []
        case .move:
            try await move(client)
            return []
        default:
            guard let record = row.record else { return [] }
            return try await keep(record, client)
        }
    }

    private mutating func keep(
        _ record: RecordedResource, _ client: AccountClient
    ) async throws(ReconcilingError) -> [KeptField] {
        var record = record
        record.given = known.given(record.given)
        guard let liveID else {
            throw client.failure(
                .unexpected(
                    code: ReconcilingCode.applyAnswer, message: "the new object's id is not known"),
                doing: row.verb, address: row.address)
        }
        record.liveID = liveID
        record.unfinished = []
        if row.calls.contains(where: { !$0.isRead }) { try await readBack(&record, client) }
        let final = record
        try await inLedger(client) { ledger, scope throws(LedgerError) in
            try await ledger.record(final, scope)
        }
        return record.keptOtherwise.filter { !$0.isAccepted }
    }

    /// Takes into a record what was written and what the platform made of it.
    private mutating func readBack(
        _ record: inout RecordedResource, _ client: AccountClient
    ) async throws(ReconcilingError) {
        let written = try client.evaluating(row.verb) { () throws(EvaluationError) in
            try known.fill(record.value, for: .ledger)
        }
        record.written = written
        record.returned = written
        guard let kind = work.kinds[row.kind] else { return }
        let seen = try await Readback(client: client, kind: kind).read(
            row.address, record.liveID, value: written, given: record.given, after: row.action)
        guard let seen else {
            if row.action != .stop {
                remark("the platform does not show it after it was written")
            }
            return
        }
        let fields = ManagedFields(
            of: written, in: seen.value, .object(SortedShape(kind.shape)),
            showsLifecycle: row.action.isLifecycle)
        record.returned = fields.returned
        record.keptOtherwise = fields.keptOtherwise.map {
            $0.accepted(by: row.acceptsKept, as: record.keptOtherwise)
        }
    }

    /// Gives the recorded resource its new address; what was last applied stays.
    private func move(_ client: AccountClient) async throws(ReconcilingError) {
        guard let was = row.was else { return }
        try await inLedger(client) { ledger, scope throws(LedgerError) in
            try await ledger.move(was, to: row.address, scope)
            guard let record = row.record,
                var resource = try await ledger.resources(scope)[row.address]
            else { return }
            resource.file = record.file
            resource.needs = record.needs
            resource.isProtected = record.isProtected
            resource.onRemove = record.onRemove
            try await ledger.record(resource, scope)
        }
    }

    /// Takes an older object that is gone out of the record of its resource.
    private func dropOlderObject(_ client: AccountClient) async throws(ReconcilingError) {
        try await inLedger(client) { ledger, scope throws(LedgerError) in
            guard var resource = try await ledger.resources(scope)[row.address] else { return }
            resource.orphans.removeAll { $0 == row.liveID }
            try await ledger.record(resource, scope)
        }
    }

    private func inLedger(
        _ client: AccountClient,
        _ body: (any LedgerStore, LedgerScope) async throws(LedgerError) -> Void
    ) async throws(ReconcilingError) {
        try await client.recording(row.address) { () async throws(LedgerError) in
            try await body(work.ledger, work.scope)
        }
    }
}

extension KeptField {
    /// The field, accepted where all are or where the same was accepted before.
    fileprivate func accepted(by acceptsAll: Bool, as before: [KeptField]) -> KeptField {
        var field = self
        field.isAccepted = true
        if !acceptsAll, !before.contains(field) { field.isAccepted = false }
        return field
    }
}
