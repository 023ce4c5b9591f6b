import Platforms

/// What a plan says of an object with two versions, where no row says it.
extension PlanBuilder {
    /// Says which version acts, that a newer one is a draft, and which of them the files are about.
    mutating func noteVersions(_ subject: Subject, _ action: Action?, _ outcome: Outcome) {
        guard let observed = subject.observed, action != .newVersion, !outcome.isBroken else {
            return
        }
        let starts = outcome.lifecycle.map { drafts[$0].row.action == .start } ?? false
        let (draft, acting) = (
            observed.draft ?? observed, observed.acting ?? observed
        )
        guard !starts, let newer = draft.version, let older = acting.version, newer != older,
            let state = subject.actingState, let compared = observed.version
        else { return }
        note(
            about: subject.address,
            "version \(newer) of `\(subject.address)` is a draft beside version \(older), which is "
                + "`\(state)`; your files are compared with version \(compared)")
    }
}
