import Documents
import Platforms

/// What a resource needs beside its fields and does not have.
extension PlanBuilder {
    /// The effects that the platform shows to be absent, or that the ledger knows to be undone.
    ///
    /// What the platform shows counts before what the ledger knows.
    func missingEffects(_ subject: Subject) -> [Effect] {
        guard options.mechanisms.contains(.effects) else { return [] }
        let change = subject.change(.update, observed: subject.observed)
        let undone = Set(subject.recorded?.unfinished ?? [])
        let ignored = subject.resource.options.ignored
        return subject.kind.effects(of: change).filter { effect in
            guard !ignored.contains(where: { $0.contains(effect.path) }) else { return false }
            switch effect.sight {
            case .present: return false
            case .absent: return true
            case .unseen: return undone.contains(effect.path)
            }
        }
    }

    /// Leaves out what cannot be read back of an object whose making was interrupted, where only
    /// another object could have it otherwise: the call that made it sent that.
    mutating func leavingUnreadable(
        _ differences: [Difference], _ subject: Subject
    ) -> [Difference] {
        guard subject.recorded?.isProvisional == true else { return differences }
        let unreadable = differences.filter { difference in
            difference.isImmutable
                && subject.type.rules(along: difference.change.path.parts[...])
                    .contains(where: \.isWriteOnly)
        }.map(\.change.path)
        guard !unreadable.isEmpty else { return differences }
        let names = unreadable.map { "`\($0)`" }.joined(separator: ", ")
        note(
            about: subject.address,
            "`\(subject.address)` was created by a run that was interrupted, and \(names) cannot "
                + "be read back: assumed to be as that run sent it; if you changed it since, "
                + "destroy the object with `weir destroy --only \(subject.address)` first")
        return differences.filter { !unreadable.contains($0.change.path) }
    }

    /// A missing effect as a plan shows it.
    func change(of effect: Effect, _ subject: Subject) -> FieldChange {
        let cause: Cause =
            subject.isAdopted ? .adopt : subject.isUnfinished ? .unfinished : .missing
        return FieldChange(
            path: effect.path, cause: cause, before: effect.before, after: effect.after)
    }
}

extension [Effect] {
    /// What is missing, in words; nothing where nothing is.
    var reason: String {
        guard !isEmpty else { return "" }
        return map(\.words).joined(separator: ", ") + (count == 1 ? " is missing" : " are missing")
    }
}
