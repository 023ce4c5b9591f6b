import Diagnostics
import Documents
import Platforms

/// Objects of which the platform takes no change any more, such as an archived workflow.
extension PlanBuilder {
    /// What takes no change any more, and the lifecycle value that says so.
    private struct Frozen {
        var address: Address
        var state: String
    }

    /// Notes of a resource without differences that it never acts again, where its file says nothing
    /// of that.
    mutating func noteOver(_ subject: Subject) {
        guard subject.wantedState == nil, let frozen = frozen(subject), subject.observed != nil
        else { return }
        noteFrozen(subject, frozen, [])
    }

    /// Whether a resource is left as it is because the platform would refuse the row: what its
    /// author wants is an error, and what others changed is noted.
    mutating func leavesFrozen(
        _ subject: Subject, _ differences: [Difference], _ outcome: inout Outcome
    ) -> Bool {
        guard let frozen = frozen(subject) else { return false }
        let changes = differences.map(\.change)
        let authored = changes.filter { [.intended, .conflict, .secret].contains($0.cause) }
        let isNew = subject.observed == nil && subject.recorded == nil
        left.insert(subject.address)
        guard isNew || !authored.isEmpty else {
            noteFrozen(subject, frozen, changes)
            return true
        }
        reportFrozen(subject, frozen, authored.first?.path)
        outcome.isBroken = true
        return true
    }

    /// The resource itself, or what is to hold the one that is not there.
    private func frozen(_ subject: Subject) -> Frozen? {
        guard subject.observed == nil else {
            return frozen(subject.address, subject.lifecycle, subject.observed)
        }
        guard let parent = subject.address.parent, let holder = world.wanted[parent],
            let id = outcomes[parent]?.liveID
        else { return nil }
        return frozen(
            parent, input.kinds[holder.kind]?.lifecycle,
            world.live(parent.account, holder.kind, id: id))
    }

    private func frozen(
        _ address: Address, _ lifecycle: Lifecycle?, _ observed: ObservedResource?
    ) -> Frozen? {
        guard let lifecycle, let state = observed?.value[lifecycle.field]?.text,
            lifecycle.frozen.contains(state)
        else { return nil }
        return Frozen(address: address, state: state)
    }

    private mutating func reportFrozen(_ subject: Subject, _ frozen: Frozen, _ path: FieldPath?) {
        let span = path.flatMap { world.span(of: $0, in: subject.resource) }
        let isOwn = frozen.address == subject.address
        report.add(
            .error(
                PlanCode.frozen,
                isOwn
                    ? "`\(subject.address)` cannot change: it is `\(frozen.state)`"
                    : "`\(subject.address)` cannot be made: `\(frozen.address)` is "
                        + "`\(frozen.state)`",
                at: span ?? subject.resource.span,
                label: "the platform takes no change of it any more",
                help: "take the change back, or apply without this document and then make another "
                    + "one under another name"))
    }

    private mutating func noteFrozen(
        _ subject: Subject, _ frozen: Frozen, _ changes: [FieldChange]
    ) {
        let address = subject.address
        let words = "is `\(frozen.state)`, and the platform takes no change of it any more"
        guard subject.observed != nil else {
            return note(
                about: address,
                "`\(address)` is gone and is not made again: `\(frozen.address)` \(words)")
        }
        let paths = Set(changes.map(\.path)).sorted().map { "`\($0)`" }.joined(separator: ", ")
        let what = paths.isEmpty ? "it" : paths
        note(about: address, "`\(address)` \(words): \(what) stays as it is on the platform")
    }
}
