import Platforms

/// At the end everything that the files want is there, with all its effects.
struct EverythingIsThere: Law {
    let name = "everything wanted is there"

    func judge(_ history: History) -> Verdict {
        guard let plan = history.lastPlan, plan.isEmpty else { return Verdict() }
        var verdict = Verdict()
        let holding = history.replay()
        for wanted in holding.wanted.values.sorted(by: { $0.subject < $1.subject }) {
            verdict.occasions += 1
            let what = "the \(wanted.species.rawValue) `\(wanted.name)`"
            let found = history.objects.filter { holding.subject(of: $0) == wanted.subject }
            guard let object = found.first else {
                if holding.isHeld(wanted.subject) { continue }
                verdict.breaches.append("\(what) is not there")
                continue
            }
            if wanted.acts == true, !wanted.waits, !found.contains(where: \.acts),
                !holding.held.contains(wanted.subject)
            {
                verdict.breaches.append("\(what) does not act, although its file says so")
            }
            // No flow shows whether its works are published. Once the ledger that knew of an
            // interrupted publication is lost, the start of the draft is what finds it.
            let isUnseen = history.hasLostLedger && !found.contains(where: \.acts)
            verdict.breaches += (history.missing[object.key] ?? [])
                .filter { !isUnseen || !$0.hasSuffix("is not published") }
                .map { "\(what): \($0)" }
        }
        return verdict
    }
}
