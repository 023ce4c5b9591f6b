import Documents
import Platforms

/// What is recorded and not wanted goes, as far as anybody may take it away.
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
    func isExcluded(_ address: Address) -> Bool { options.leavesOut(address) }

    /// Who referred to an address when last applied.
    private func dependents() -> [Address: [Address]] {
        var dependents: [Address: [Address]] = [:]
        for recorded in input.recorded.values {
            for need in recorded.needs { dependents[need, default: []].append(recorded.address) }
        }
        return dependents.mapValues { $0.sorted() }
    }

    private mutating func remove(_ orphan: RecordedResource, _ dependents: [Address]) {
        let address = orphan.address
        if orphan.onRemove != .forget { planOlderObjects(of: orphan, dependents) }
        let live = world.acting(address.account, orphan.kind, id: orphan.liveID)
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
}
