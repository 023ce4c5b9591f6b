import Documents
import Platforms

@testable import Commands

/// At the end everything that the files want is there, with all its effects.
struct EverythingIsThere: Law {
    let name = "everything wanted is there"

    func judge(_ history: History) -> Verdict {
        guard let plan = history.lastPlan, plan.isEmpty else { return Verdict() }
        var verdict = Verdict()
        let holding = holding(at: history)
        for wanted in holding.wanted.values.sorted(by: { $0.subject < $1.subject }) {
            verdict.occasions += 1
            let what = "the \(wanted.species.rawValue) `\(wanted.name)`"
            let found = history.objects.filter { holding.subject(of: $0) == wanted.subject }
            guard let object = found.first else {
                verdict.breaches.append("\(what) is not there")
                continue
            }
            if wanted.acts == true, !wanted.waits, !found.contains(where: \.acts),
                !holding.held.contains(wanted.subject)
            {
                verdict.breaches.append("\(what) does not act, although its file says so")
            }
            let missing = missingWork(object, history)
            verdict.breaches += missing.map { "\(what): \($0)" }
        }
        return verdict
    }

    private func holding(at history: History) -> Holding {
        var holding = Holding()
        var live: [EmulatedStore.Key: LiveObject] = [:]
        for entry in history.entries {
            switch entry {
            case .files(let wanted, let lifecycles):
                holding.take(files: wanted, lifecycles: lifecycles)
            case .changes(let range):
                for event in history.events[range] {
                    holding.take(event)
                    live[event.key] = event.after
                }
            case .run(let outcome):
                holding.take(asked: outcome.command)
                for event in history.events[outcome.events] {
                    holding.take(event)
                    live[event.key] = event.after
                }
                if outcome.status == .done {
                    holding.take(adopted: outcome.command, Array(live.values))
                }
            case .ledgerLost: break
            }
        }
        return holding
    }

    /// The steps of a flow whose work is not there or was not published.
    private func missingWork(_ object: LiveObject, _ history: History) -> [String] {
        guard object.species == .lyticsFlow else { return [] }
        let steps = object.content["versions"]?.list?.last?["steps"]?.list ?? []
        let account = object.key.id.prefix { $0 != "/" }
        return steps.compactMap { step -> String? in
            guard step["type_hint"] == "work_export" else { return nil }
            let slug = step["slug"]?.text ?? ""
            let id = step["work_id"]?.text ?? ""
            let work = history.rows[EmulatedStore.Key("lytics/job", "\(account)/\(id)")]
            guard let work, work["deleted"] != true else { return "step `\(slug)` has no work" }
            let isOwn = work["_work"] != nil
            return isOwn && work["_published"] != true
                ? "the work of step `\(slug)` is not published" : nil
        }
    }
}
