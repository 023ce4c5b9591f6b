@testable import Commands

/// Nothing begins to act on people unless a file or a person says so.
struct NobodySwitchedOn: Law {
    let name = "nobody is switched on unasked"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        history.replay { outcome, before, after, holding in
            check(outcome, before, after, holding, &verdict)
        }
        return verdict
    }

    private func check(
        _ outcome: Outcome, _ before: History.Objects, _ after: History.Objects,
        _ holding: Holding, _ verdict: inout Verdict
    ) {
        verdict.occasions += holding.held.count
        for (key, object) in after.sorted(by: { $0.key < $1.key }) {
            let acted = before[key].map { $0.isLive && $0.acts } ?? false
            guard object.isLive, object.acts, !acted else { continue }
            guard let reason = reason(against: object, outcome, before[key] == nil, holding) else {
                continue
            }
            verdict.breaches.append(
                "\(outcome.words) switched on the \(object.species.rawValue) "
                    + "`\(object.name)`: \(reason)")
        }
    }

    /// Why it must not have been switched on; nil where it may.
    private func reason(
        against object: LiveObject, _ outcome: Outcome, _ isNew: Bool, _ holding: Holding
    ) -> String? {
        guard let subject = holding.subject(of: object) else { return "no file asks for it" }
        // The id of a flow is that of its document: another id is another flow.
        if object.species == .lyticsFlow, isNew { return nil }
        if holding.held.contains(subject) { return "people had stopped it" }
        if holding.wanted[subject]?.acts == true || holding.stoppedByUs.contains(subject) {
            return nil
        }
        // The platform makes agents live, and a run may be cut before it takes them offline.
        if object.species == .frontlineAgent, isNew, outcome.status != .done { return nil }
        if holding.wanted[subject] == nil { return "its file is gone" }
        return "its file does not say so"
    }
}
