import Documents
import Platforms

/// The rows of what is taken away: it is stopped, deleted or only forgotten.
extension PlanBuilder {
    mutating func stop(
        _ orphan: RecordedResource, _ kind: any Kind, _ step: Lifecycle.Transition,
        _ removal: Change
    ) {
        guard let lifecycle = kind.lifecycle else { return }
        let path = FieldPath([lifecycle.field])
        var change = removal
        change.action = step.action
        change.paths = [path]
        change.target = step.to
        change.wanted = orphan.value
        let made = kind.calls(for: change)
        var row = removalRow(orphan, step.action, verb: step.verb, reason: removalReason(orphan))
        row.consequences = [step.consequence].filter { !$0.isEmpty } + made.notes
        row.isIrreversible = step.isIrreversible
        row.calls = made.calls
        let before = removal.observed?.value[lifecycle.field]
        row.fields = [
            FieldChange(
                path: path, cause: .intended, before: before, after: .text(step.to),
                recorded: orphan.value[lifecycle.field])
        ]
        row.record = record(orphan, lifecycle, state: step.to)
        report(made.refusals, orphan)
        staying.insert(orphan.address)
        outcomes[orphan.address, default: Outcome()].lifecycle = add(row, .removal)
        noteStopped(orphan.address, step, lifecycle)
    }

    mutating func delete(
        _ orphan: RecordedResource, _ kind: any Kind, _ change: Change, _ dependents: [Address]
    ) {
        let made = kind.calls(for: change)
        report(made.refusals, orphan)
        var row = removalRow(orphan, .delete, verb: "delete", reason: removalReason(orphan))
        let state = kind.lifecycle.flatMap { change.observed?.value[$0.field]?.text }
        let words = state.flatMap { kind.lifecycle?.deletion[$0] }
        row.consequences = (words.map { [$0] } ?? []) + made.notes
        row.isIrreversible = true
        row.calls = made.calls
        let waits = dependents.flatMap { address in
            [outcomes[address]?.content, outcomes[address]?.lifecycle].compactMap { $0 }
        }
        let older = outcomes[orphan.address]?.olderObjects ?? []
        outcomes[orphan.address, default: Outcome()].content = add(
            row, .removal, waits: waits + older)
        isDeleted.insert(orphan.address)
    }

    mutating func forget(
        _ orphan: RecordedResource, _ reason: String, missing: String? = nil, waits: [Int] = []
    ) {
        var row = removalRow(orphan, .forget, verb: "forget", reason: reason)
        row.missing = missing
        let older = outcomes[orphan.address]?.olderObjects ?? []
        outcomes[orphan.address, default: Outcome()].content = add(
            row, .removal, waits: waits + older)
    }

    private func removalReason(_ orphan: RecordedResource) -> String {
        guard options.isDestroy else {
            guard let parent = orphan.address.parent, world.wanted[parent] != nil else {
                return options.files.contains(orphan.file)
                    ? "its document is gone from `\(orphan.file)`" : "its file is gone"
            }
            return "it is gone from the file of `\(parent)`"
        }
        return "removed by `weir destroy`"
    }

    private func removalRow(
        _ orphan: RecordedResource, _ action: Action, verb: String, reason: String
    ) -> PlanRow {
        PlanRow(
            number: 0, address: orphan.address, kind: orphan.kind, action: action, verb: verb,
            reason: reason, liveID: orphan.liveID)
    }

    private func record(
        _ orphan: RecordedResource, _ lifecycle: Lifecycle, state: String
    ) -> RecordedResource {
        var members = orphan.value.object ?? [:]
        members[lifecycle.field] = .text(state)
        var record = orphan
        record.written = .object(members)
        record.returned = .null
        return record
    }
}
