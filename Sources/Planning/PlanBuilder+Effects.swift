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
