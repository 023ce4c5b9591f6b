import Diagnostics
import Documents
import Ledger
import Platforms

/// Whether an object can be what a call of a row made.
extension RowRun {
    /// Captures what an answer shows, unless it shows an object that the call cannot have made.
    mutating func captureResult(
        of call: Call, _ value: Value, _ client: AccountClient
    ) async throws(ReconcilingError) {
        let captures = try client.evaluating(call.summary) { () throws(EvaluationError) in
            try evaluator.captures(call.captures, from: value)
        }
        if row.action.makesObject, let id = captures[Slot(row.address.text)] {
            let taken = taken(try await recorded(client), chosen: call.request.chosenID)
            guard !taken.contains(id, row.kind, row.address.account) else {
                throw client.failure(
                    .unexpected(
                        code: ReconcilingCode.applyAnotherObject,
                        message: "the answer shows `\(id.idText)`, which is another object"),
                    doing: call.summary, address: row.address)
            }
        }
        learn(captures)
    }

    /// What the ledger holds now.
    func recorded(
        _ client: AccountClient
    ) async throws(ReconcilingError) -> [Address: RecordedResource] {
        try await client.recording(row.address) { () async throws(LedgerError) in
            try await work.ledger.resources(work.scope)
        }
    }

    /// The ids that are not that of the row's object: what was live before, and what belongs to
    /// other rows or resources.
    ///
    /// `chosen` is the id that the file gives the new object, which an object that it replaces, or
    /// whose place it takes, may have had as well.
    func taken(_ recorded: [Address: RecordedResource], chosen: Value? = nil) -> ObjectIDs {
        let account = row.address.account
        var taken = plan
        taken.formUnion(work.live)
        if let own = row.liveID, !row.action.makesObject { taken.remove(own, row.kind, account) }
        if let chosen { taken.remove(chosen, row.kind, account) }
        for resource in recorded.values {
            let ids = resource.orphans + (isOther(resource) ? [resource.liveID] : [])
            for id in ids { taken.insert(id, resource.kind, resource.address.account) }
        }
        return taken
    }

    /// The row's own resource is another one only while it is being replaced.
    private func isOther(_ resource: RecordedResource) -> Bool {
        guard resource.address == row.address else { return true }
        return row.action == .replace && resource.liveID == row.liveID
    }
}

extension Request {
    /// The id that a create asks for itself; nil where the platform gives one.
    var chosenID: Value? {
        guard case .value(let body) = body, let id = body["id"], id.text != nil else { return nil }
        return id
    }
}
