import Documents
import Ledger
import Platforms

extension RowRun {
    /// Brings the ledger up to date; tells where the platform kept something else.
    func keep(_ client: AccountClient) async throws(ReconcilingError) -> [String] {
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

    private func keep(
        _ record: RecordedResource, _ client: AccountClient
    ) async throws(ReconcilingError) -> [String] {
        var record = record
        record.given = known.given(record.given)
        let wanted = try client.evaluating(row.verb) { () throws(EvaluationError) in
            try known.fill(record.value, for: .ledger)
        }
        guard let liveID else {
            throw client.failure(
                .unexpected(code: "apply/answer", message: "the new object's id is not known"),
                doing: row.verb, address: row.address)
        }
        let form = try await form(of: wanted, liveID, record, client)
        record.liveID = liveID
        record.written = record.written == nil ? nil : wanted
        record.returned = form.value
        let resource = record
        try await inLedger(client) { ledger, scope throws(LedgerError) in
            try await ledger.record(resource, scope)
        }
        return form.kept
    }

    /// The returned form where something was written, the wanted one where nothing was.
    private func form(
        of wanted: Value, _ liveID: Value, _ record: RecordedResource, _ client: AccountClient
    ) async throws(ReconcilingError) -> (value: Value, kept: [String]) {
        guard row.calls.contains(where: { !$0.isRead }), let kind = work.kinds[row.kind] else {
            return (wanted, [])
        }
        let readback = Readback(client: client, kind: kind)
        let seen = try await readback.read(
            row.address, liveID, value: wanted, given: record.given)
        guard let seen else {
            let isGone = row.action == .stop
            return (wanted, isGone ? [] : ["the platform does not show it after it was written"])
        }
        let form = ManagedForm(of: wanted, in: seen.value, kind.shape, after: row.action)
        return (form.value, form.keptOtherwise)
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
