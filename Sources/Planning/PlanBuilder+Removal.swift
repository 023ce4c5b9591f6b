import Diagnostics
import Documents
import Platforms

extension PlanBuilder {
    /// Plans what is recorded and not wanted, dependents before what they need.
    mutating func planRemovals() {
        let orphans = input.recorded.values.map(\.address).filter { address in
            world.wanted[address] == nil && !moved.contains(address)
                && !isExcluded(address)
        }.sorted()
        guard !orphans.isEmpty else { return }
        let isOrphan = Set(orphans)
        let recorded = input.recorded
        let dependencies = Dependencies(orphans) { address in
            (recorded[address]?.needs ?? []).filter { isOrphan.contains($0) }
        }
        let dependents = dependents()
        var children: [RecordedResource] = []
        for address in dependencies.order.reversed() {
            guard let orphan = recorded[address] else { continue }
            if let isDone = refuseToRemove(orphan), isDone { continue }
            if goesWithParent(orphan, isOrphan) {
                children.append(orphan)
            } else {
                remove(orphan, dependents[address] ?? [])
            }
        }
        for child in children { remove(child: child, dependents[child.address] ?? []) }
    }

    /// Whether the object goes with that of the document it stood in, which goes too.
    private func goesWithParent(_ orphan: RecordedResource, _ isOrphan: Set<Address>) -> Bool {
        guard let parent = orphan.address.parent, isOrphan.contains(parent) else { return false }
        return input.kinds[orphan.kind]?.goesWithParent ?? true
    }

    /// What a document held goes with the document's own object, without a call.
    private mutating func remove(child: RecordedResource, _ dependents: [Address]) {
        let owner = child.address.parent
        guard let owner, isDeleted.contains(owner) else { return remove(child, dependents) }
        let waits = [outcomes[owner]?.content].compactMap(\.self)
        forget(child, "goes with `\(owner)`", waits: waits)
    }

    /// Whether a resource, or the one whose document holds it, is left out.
    func isExcluded(_ address: Address) -> Bool {
        options.excludedAddresses.contains(address)
            || address.parent.map { isExcluded($0) } ?? false
    }

    /// Who referred to an address when last applied.
    private func dependents() -> [Address: [Address]] {
        var dependents: [Address: [Address]] = [:]
        for recorded in input.recorded.values {
            for need in recorded.needs { dependents[need, default: []].append(recorded.address) }
        }
        return dependents.mapValues { $0.sorted() }
    }

    /// Reports what forbids a removal; true when it was forbidden.
    private mutating func refuseToRemove(_ orphan: RecordedResource) -> Bool? {
        let folder = orphan.file.split(separator: "/").dropLast().joined(separator: "/")
        if !options.isDestroy, let present = options.presentFolders, !folder.isEmpty,
            !present.contains(folder), !mayBeMissing(orphan.file)
        {
            report.add(
                .error(
                    "plan/partial-checkout",
                    "`\(orphan.address)` came from `\(orphan.file)`, whose folder is not here",
                    notes: ["a missing folder may be a partial checkout, so nothing is deleted"],
                    help: "if it is really gone: `--allow-missing \(folder)`"))
            staying.insert(orphan.address)
            return true
        }
        if !options.isDestroy, options.emptyFiles.contains(orphan.file), !mayBeMissing(orphan.file)
        {
            report.add(emptyFile(orphan))
            staying.insert(orphan.address)
            return true
        }
        guard orphan.isProtected, orphan.onRemove != .forget else { return false }
        report.add(
            .error(
                "plan/protected", "`\(orphan.address)` is protected and would be deleted",
                notes: ["it was last applied from `\(orphan.file)` with `protect: true`"],
                help: "bring its file back and remove `protect` first"))
        staying.insert(orphan.address)
        return true
    }

    private func emptyFile(_ orphan: RecordedResource) -> Diagnostic {
        .error(
            "plan/empty-file",
            "`\(orphan.address)` came from `\(orphan.file)`, in which nothing belongs to the "
                + "project any more",
            notes: ["a file that is cut or lost its `kind` looks so, and nothing is deleted"],
            help: "bring the document back; if it is really gone, remove the file or pass "
                + "`--allow-missing \(orphan.file)`")
    }

    private func mayBeMissing(_ file: String) -> Bool {
        options.allowMissing.contains { path in
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            return file == folder || file.hasPrefix(folder + "/")
        }
    }

    private mutating func remove(_ orphan: RecordedResource, _ dependents: [Address]) {
        let address = orphan.address
        if orphan.onRemove != .forget { planOlderObjects(of: orphan, dependents) }
        let live = world.live(address.account, orphan.kind, id: orphan.liveID)
        guard let live, orphan.onRemove != .forget else {
            let reason =
                live == nil
                ? "gone from your files, and no longer on the platform"
                : "its file is gone and said `on_remove: forget`"
            forget(orphan, reason, missing: live == nil ? missing(orphan) : nil)
            return
        }
        guard let kind = input.kinds[orphan.kind], let account = world.accounts[address.account]
        else {
            staying.insert(address)
            reportUnknownKind(orphan)
            return
        }
        if let reason = kind.reasonToLeave(live) {
            forget(orphan, reason)
            return
        }
        if let holder = dependents.first(where: { staying.contains($0) }) {
            staying.insert(address)
            note(about: address, "`\(address)` is kept until `\(holder)`, which needs it, is gone")
            return
        }
        let change = Change(
            address: address, action: .delete, wanted: nil, recorded: orphan, observed: live,
            account: account)
        if let step = stepBeforeDelete(orphan, kind, live) {
            stop(orphan, kind, step, change)
        } else if let reason = reasonToStay(orphan, kind, live) {
            staying.insert(address)
            noteStaying(address, reason)
        } else {
            delete(orphan, kind, change, dependents)
        }
    }

    private mutating func stop(
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

    private mutating func delete(
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

    private mutating func forget(
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
                return "its file is gone"
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

    private mutating func report(_ refusals: [Refusal], _ orphan: RecordedResource) {
        for refusal in refusals {
            report.add(
                .error(
                    refusal.code, refusal.message,
                    notes: ["`\(orphan.address)` was last applied from `\(orphan.file)`"],
                    help: refusal.help))
        }
    }

    private mutating func reportUnknownKind(_ orphan: RecordedResource) {
        report.add(
            .error(
                "plan/unknown-kind", "unknown kind or account: `\(orphan.address)`",
                notes: ["it was last applied from `\(orphan.file)`"]))
    }
}
