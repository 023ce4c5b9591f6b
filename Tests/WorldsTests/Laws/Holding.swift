import EmulatedKit
import Platforms

/// What was stopped and by whom, as a history goes on.
struct Holding: Sendable {
    /// What the files want, by subject.
    private(set) var wanted: [String: WantedObject] = [:]
    /// What people stopped, and nobody asked to start again.
    private(set) var held: Set<String> = []
    /// What our own calls stopped.
    private(set) var stoppedByUs: Set<String> = []
    private var subjects: [Named: String] = [:]
    private var objects: [EmulatedStore.Key: String] = [:]
    /// Agents that act only because the platform makes them so: nobody has started them yet.
    private var unstarted: Set<EmulatedStore.Key> = []
    private var owners: [EmulatedStore.Key: EmulatedStore.Key] = [:]

    /// The subject that an object is the one of; nil for one that no file ever wanted.
    func subject(of object: LiveObject) -> String? {
        objects[object.key] ?? subjects[Named(object.species, object.name)]
    }

    /// Whether people stopped a subject or the resource that holds it.
    func isHeld(_ subject: String) -> Bool {
        held.contains(subject) || held.contains(String(subject.prefix { $0 != "/" }))
    }

    /// Takes what files say from now on.
    mutating func take(files: [WantedObject], lifecycles: Set<String>) {
        wanted = Dictionary(files.map { ($0.subject, $0) }) { first, _ in first }
        for object in files { subjects[Named(object.species, object.name)] = object.subject }
        held.subtract(lifecycles)
    }

    /// Takes what a run was asked to start again, before it runs.
    mutating func take(asked command: Command) {
        for object in wanted.values where command.restarted.contains(object.address) {
            held.remove(object.subject)
        }
    }

    /// Takes what a run adopted, after it ran: what does not act by then is left so.
    mutating func take(adopted outcome: Outcome, _ live: [LiveObject]) {
        let rows = outcome.plans.flatMap(\.rows).filter { $0.action == .adopt }
        let adopted = Set(rows.map(\.address))
        for object in wanted.values where adopted.contains(object.address) {
            let found = live.filter { $0.isLive && subject(of: $0) == object.subject }
            if !found.isEmpty, !found.contains(where: \.acts) { held.insert(object.subject) }
        }
    }

    /// Takes what a run ended with: what acts once everything was applied was started.
    mutating func take(applied command: Command, _ live: [LiveObject]) {
        guard command.isWholeApply else { return }
        unstarted.subtract(live.filter(\.acts).map(\.key))
    }

    /// Takes a change.
    mutating func take(_ event: Event) {
        guard let object = event.after ?? event.before else { return }
        guard let subject = subject(of: object) else { return }
        objects[event.key] = subject
        owners[event.key] = object.owner
        if event.actor == .people, event.after?.isLive != true { holdParts(of: event.key) }
        if isBornActing(event, object) { unstarted.insert(event.key) }
        if event.actedBefore, !event.actsAfter {
            let wasStarted = unstarted.remove(event.key) == nil
            switch event.actor {
            case .run: stoppedByUs.insert(subject)
            // What its file asks for was not carried out yet, so nobody stopped that.
            case .people: if wasStarted { held.insert(subject) }
            case .platform: break
            }
        } else if event.actsAfter, event.actor == .people {
            held.remove(subject)
        }
    }

    /// Whether a run made an agent and was not yet able to take it offline.
    private func isBornActing(_ event: Event, _ object: LiveObject) -> Bool {
        object.species == .frontlineAgent && event.actor.isRun && event.before == nil
            && event.actsAfter
    }

    /// What people delete takes along what belongs to it.
    private mutating func holdParts(of key: EmulatedStore.Key) {
        for (part, owner) in owners where owner == key {
            if let subject = objects[part] { held.insert(subject) }
        }
    }
}
