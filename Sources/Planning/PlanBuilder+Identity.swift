import Diagnostics
import Documents
import Platforms

/// Documents that are not one object each: renamed ones that do not say so, and two of one object.
extension PlanBuilder {
    /// Whether a document is refused because it is not told which object it is.
    mutating func refuseIdentity(_ subject: Subject) -> Bool {
        refuseTwin(subject) || refuseRename(subject)
    }

    /// Refuses a document that is what the ledger has under an address whose document is gone:
    /// that would delete the object and make another.
    private mutating func refuseRename(_ subject: Subject) -> Bool {
        guard subject.recorded == nil, let old = former(subject) else { return false }
        moved.insert(old.address)
        let name = old.address.parent == nil ? old.address.id : old.address.text
        unclaimed[subject.address] = .error(
            PlanCode.renameWithoutWas,
            "`\(subject.address)` is what the ledger has as `\(old.address)`, whose document is "
                + "gone",
            at: subject.resource.span, label: "a new address of the same object",
            notes: [
                "it was last applied from `\(old.file)`",
                "to delete it and make another, apply without this document first",
            ], help: "say that it is renamed: `weir: { was: \(name) }`")
        return true
    }

    /// What the ledger holds of the same object under the address of a document that is gone.
    private func former(_ subject: Subject) -> RecordedResource? {
        let address = subject.address
        guard !options.only.contains(where: { $0 != address }) || options.only.contains(address)
        else { return nil }
        return candidates(subject).first { old in
            old.address != address && old.address.parent == address.parent
                && !moved.contains(old.address) && !isExcluded(old.address)
        }
    }

    private func candidates(_ subject: Subject) -> [RecordedResource] {
        let (account, kind) = (subject.account.name, subject.resource.kind)
        if let live = subject.resource.options.live {
            return world.undocumented(account, kind, id: .text(live))
        }
        return key(subject).map { world.undocumented(account, kind, naturalKey: $0) } ?? []
    }

    /// Refuses two documents that the platform cannot tell apart, unless ids do.
    private mutating func refuseTwin(_ subject: Subject) -> Bool {
        guard let key = key(subject) else { return false }
        let live = LiveKey(subject.account.name, subject.resource.kind, value: key)
        guard let other = described[live] else {
            described[live] = subject.address
            return false
        }
        guard !isTold(subject.address) || !isTold(other) else { return false }
        report.add(.indistinguishable(subject.resource, world.wanted[other], .error))
        return true
    }

    /// Whether an id says which object a document is.
    private func isTold(_ address: Address) -> Bool {
        input.recorded[address] != nil || world.wanted[address]?.options.namesObject == true
    }

    private func key(_ subject: Subject) -> Value? {
        let key = subject.kind.naturalKey(of: subject.value, address: subject.address)
        return key.flatMap { $0.isNull ? nil : $0 }
    }
}
