import EmulatedKit
import Platforms

/// What people made, and nobody adopted, is never changed.
struct NothingForeignTouched: Law {
    let name = "nothing foreign is touched"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        var foreign: Set<EmulatedStore.Key> = []
        let adopted = adopted(history)
        for event in history.events {
            let isThere = event.before?.isLive == true
            if event.actor == .people, !isThere, let after = event.after {
                verdict.occasions += 1
                if !adopted.contains(Named(after.species, after.name)) {
                    foreign.insert(event.key)
                }
            }
            if event.actor.isRun, foreign.contains(event.key), let before = event.before {
                verdict.breaches.append(
                    "\(event.cause) changed the foreign \(before.species.rawValue) "
                        + "`\(before.name)`")
            }
        }
        return verdict
    }

    /// What was adopted at some time, by kind and name.
    private func adopted(_ history: History) -> Set<Named> {
        var wanted: [WantedObject] = []
        var adopted: Set<Named> = []
        for entry in history.entries {
            if case .files(let now, _) = entry { wanted = now }
            guard case .run(let outcome) = entry else { continue }
            for object in wanted where outcome.command.adopted.contains(object.address) {
                adopted.insert(Named(object.species, object.name))
            }
        }
        return adopted
    }
}

/// A kind and what the platform calls an object of it.
struct Named: Hashable, Sendable {
    var species: Species
    var name: String

    init(_ species: Species, _ name: String) {
        self.species = species
        self.name = name
    }
}
