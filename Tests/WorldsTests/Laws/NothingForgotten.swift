import Documents
import EmulatedKit
import Platforms

/// What Weir made and nobody let go of, the ledger knows.
struct NothingForgotten: Law {
    let name = "nothing of ours is forgotten"

    func judge(_ history: History) -> Verdict {
        guard !history.hasLostLedger else { return Verdict() }
        var verdict = Verdict()
        let makers = history.makers
        let left = left(history)
        // An older object of a resource is known too: each plan deletes it or says why it stays.
        let known = Set(
            history.recorded.values.flatMap { recorded in
                ([recorded.liveID] + recorded.orphans).map { id in
                    "\(recorded.kind) \(id.text ?? id.canonicalJSON)"
                }
            })
        let renamed = renamedByPeople(history)
        for object in history.objects where makers[object.key]?.isRun == true {
            verdict.occasions += 1
            // Nothing tells whose an object is that people renamed before a killed run was
            // recovered.
            if renamed.contains(object.key) { continue }
            guard !known.contains("\(object.species.rawValue) \(object.id)"),
                !left.contains(Named(object.species, object.name))
            else { continue }
            verdict.breaches.append(
                "the ledger does not know the \(object.species.rawValue) `\(object.name)`")
        }
        verdict.breaches += strangers(history)
        return verdict
    }

    /// The objects that people gave another name.
    private func renamedByPeople(_ history: History) -> Set<EmulatedStore.Key> {
        history.events.reduce(into: []) { renamed, event in
            guard event.actor == .people, let before = event.before, let after = event.after,
                before.name != after.name
            else { return }
            renamed.insert(event.key)
        }
    }

    /// What a file once said is left alone when it goes.
    private func left(_ history: History) -> Set<Named> {
        history.entries.reduce(into: []) { left, entry in
            guard case .files(let wanted, _) = entry else { return }
            for object in wanted where object.isLeft {
                left.insert(Named(object.species, object.name))
            }
        }
    }

    /// Objects that a run called somebody else's although nobody but Weir made such a thing.
    private func strangers(_ history: History) -> [String] {
        let left = left(history)
        let theirs = Set(
            history.events.filter { $0.actor == .people }.compactMap(\.after)
                .map { Named($0.species, $0.name) })
        var wanted: [WantedObject] = []
        var breaches: [String] = []
        for entry in history.entries {
            if case .files(let now, _) = entry { wanted = now }
            guard case .run(let outcome) = entry else { continue }
            let addresses = outcome.addresses(in: "plan/exists-already")
            for object in wanted
            where addresses.contains(object.address) && !object.subject.contains("/") {
                let named = Named(object.species, object.name)
                guard !theirs.contains(named), !left.contains(named) else { continue }
                breaches.append("\(outcome.words) takes our `\(object.name)` for somebody else's")
            }
        }
        return breaches
    }
}
