import Documents
import Ledger
import Platforms

/// What the ledger is to hold of a resource whose row was interrupted.
extension InterruptedCall {
    /// What follows from a call that was carried out.
    func effect(
        of captures: [Slot: Value]
    ) async throws(ReconcilingError) -> RecoveredCall.Effect {
        guard !call.isOperating else { return .none }
        if call.action == .delete {
            return call.after == 0 ? effectOfDelete : .none
        }
        let made = captures[own] ?? entry.slots[own]
        guard let liveID = made ?? (call.action.makesObject ? nil : call.liveID),
            let record = record(with: captures)
        else { return .none }
        guard call.after == 0 else { return .record(unfinished(record, liveID)) }
        guard let seen = try await read(record, liveID) else {
            return call.action.isLifecycle ? .none : .record(unfinished(record, liveID))
        }
        return .record(whole(record, liveID, as: seen) ?? record.provisional(liveID: liveID))
    }

    /// What follows from a call that may be repeated: nobody knows whether it was carried out, so
    /// that the fields say what is live where that is as before or as wanted.
    func effectOfRepeatable() async throws(ReconcilingError) -> RecoveredCall.Effect {
        guard call.action != .delete, let held, let record = record(with: [:]) else { return .none }
        let liveID = entry.slots[own] ?? (call.action.makesObject ? nil : call.liveID)
        guard let liveID, held.liveID == liveID else { return .none }
        if call.action.isLifecycle { return try await lifecycle(of: held, record) }
        guard call.before == 0, call.after == 0, !call.action.makesObject else {
            return .record(unfinished(record, liveID))
        }
        guard let seen = try await read(record, liveID) else { return .none }
        if held.digests == record.digests, let whole = whole(record, liveID, as: seen) {
            return .record(whole)
        }
        let isAsBefore = !held.isProvisional && form(of: held.value, in: seen) != nil
        return isAsBefore ? .none : .record(unfinished(record, liveID))
    }

    /// The lifecycle value is recorded where it was reached, and nothing else.
    private func lifecycle(
        of held: RecordedResource, _ record: RecordedResource
    ) async throws(ReconcilingError) -> RecoveredCall.Effect {
        guard let field = kind?.lifecycle?.field, let target = record.value[field],
            let seen = try await read(record, held.liveID), seen.value[field] == target
        else { return .none }
        var reached = held
        reached.written = held.written?.setting(field, target)
        reached.returned = held.returned.setting(field, target)
        return .record(reached)
    }

    /// What the row was to leave, with all ids that are known by now.
    private func record(with captures: [Slot: Value]) -> RecordedResource? {
        var entry = entry
        for member in captures.journaled.object ?? [:] { entry.learnt[member.key] = member.value }
        return RecordedResource(entry)
    }

    /// An object of which some is written and some is not.
    private func unfinished(_ record: RecordedResource, _ liveID: Value) -> RecordedResource {
        guard let held, held.liveID == liveID else { return record.provisional(liveID: liveID) }
        var unfinished = held.isProvisional ? held : record.provisional(liveID: liveID)
        unfinished.given = held.given
        for member in record.given { unfinished.given[member.key] = member.value }
        return unfinished
    }

    /// The record of an object that is as the row was to leave it; nil where it is not.
    private func whole(
        _ record: RecordedResource, _ liveID: Value, as seen: ObservedResource
    ) -> RecordedResource? {
        guard let form = form(of: record.value, in: seen) else { return nil }
        let hasNewSecrets = !record.digests.isEmpty && record.digests != held?.digests
        guard !hasNewSecrets else { return nil }
        var whole = record
        whole.liveID = liveID
        whole.written = record.value
        whole.returned = form
        return whole
    }

    /// The fields of a value as an object shows them; nil where it shows something else.
    private func form(of value: Value, in seen: ObservedResource) -> Value? {
        guard let kind else { return nil }
        let form = ManagedFields(
            of: value, in: seen.value, .object(SortedShape(kind.shape)),
            showsLifecycle: call.action.isLifecycle)
        return form.keptOtherwise.isEmpty ? form.returned : nil
    }

    private func read(
        _ record: RecordedResource, _ liveID: Value
    ) async throws(ReconcilingError) -> ObservedResource? {
        guard let kind else { return nil }
        return try await Readback(client: client, kind: kind).read(
            entry.address, liveID, value: record.value, given: record.given, after: call.action)
    }

    /// The ledger holds no resource whose object is gone, and no older object that is.
    private var effectOfDelete: RecoveredCall.Effect {
        guard let held, let liveID = call.liveID else { return .none }
        if held.liveID == liveID { return .forget }
        guard held.orphans.contains(liveID) else { return .none }
        var rest = held
        rest.orphans.removeAll { $0 == liveID }
        return .record(rest)
    }
}

extension Value {
    /// This object with one member changed.
    fileprivate func setting(_ name: String, _ value: Value) -> Value {
        guard var members = object else { return self }
        members[name] = value
        return .object(members)
    }
}
