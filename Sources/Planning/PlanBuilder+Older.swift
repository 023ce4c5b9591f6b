import Diagnostics
import Documents
import Platforms

/// A replace leaves the old object in place until nothing refers to it; what a cut or refused
/// replace left is in the ledger, and every plan deletes it.
extension PlanBuilder {
    /// Whether a replace has to delete the old object before it makes the new one.
    func deletesFirst(_ subject: Subject) -> Bool {
        subject.kind.deletesFirst != nil || (subject.isRunning && stopOfOld(subject) == nil)
    }

    private func stopOfOld(_ subject: Subject) -> Lifecycle.Transition? {
        subject.liveState.flatMap { subject.lifecycle?.stop(from: $0) }
    }

    /// The id of the object that a replace has to delete later; nil where it goes first or stays.
    func leftBehind(by subject: Subject) -> Value? {
        guard let observed = subject.observed, !deletesFirst(subject),
            subject.kind.reasonToLeave(observed) == nil
        else { return nil }
        return observed.liveID
    }

    /// The ids of older objects that the ledger is to hold: those that are not known to be gone.
    func orphans(of subject: Subject) -> [Value] {
        let (account, kind) = (subject.address.account, subject.resource.kind)
        let known = (subject.recorded?.orphans ?? []).filter { id in
            !world.isKnownGone(account, kind, id: id) && id != subject.replacedID
        }
        return known + (subject.replacedID.map { [$0] } ?? [])
    }

    /// Plans the end of every older object of what the files want, after all that refers to it
    /// has let go of it.
    mutating func planOlderObjects() {
        let dependents = allDependents()
        for resource in world.wanted.values.sorted(by: { $0.address < $1.address }) {
            let address = resource.address
            guard let outcome = outcomes[address], !outcome.isBroken else { continue }
            let planned = [outcome.content, outcome.lifecycle].compactMap { $0 }
            let record = planned.compactMap { drafts[$0].row.record }.last
            guard let known = record ?? input.recorded[address] else { continue }
            planOlderObjects(of: known, dependents[address] ?? [])
        }
        orderOlderObjects()
    }

    /// Plans the end of the older objects of one resource.
    mutating func planOlderObjects(of recorded: RecordedResource, _ dependents: [Address]) {
        for id in recorded.orphans { end(id, of: recorded, dependents) }
    }

    /// Who refers to an address in the files or did so when last applied.
    private func allDependents() -> [Address: [Address]] {
        var dependents: [Address: Set<Address>] = [:]
        for recorded in input.recorded.values where !moved.contains(recorded.address) {
            for need in recorded.needs { dependents[need, default: []].insert(recorded.address) }
        }
        for resource in world.wanted.values {
            for need in resource.needs {
                dependents[need.address, default: []].insert(resource.address)
            }
        }
        return dependents.mapValues { $0.sorted() }
    }

    private mutating func end(
        _ id: Value, of recorded: RecordedResource, _ dependents: [Address]
    ) {
        let (address, kind) = (recorded.address, recorded.kind)
        guard let rules = input.kinds[kind], let account = world.accounts[address.account],
            !world.isKnownGone(address.account, kind, id: id)
        else { return }
        if let holder = dependents.first(where: { staying.contains($0) }) {
            note(
                about: address,
                "an older object of `\(address)` is kept until `\(holder)`, which needs it, is gone"
            )
            return
        }
        let older = OlderObject(
            address: address, kind: rules, id: id, account: account,
            observed: world.live(address.account, kind, id: id),
            recorded: input.recorded[address] ?? recorded)
        let stop = stop(older, dependents)
        delete(older, after: stop, dependents)
    }

    private mutating func stop(_ older: OlderObject, _ dependents: [Address]) -> Int? {
        guard let lifecycle = older.kind.lifecycle, let state = older.state,
            lifecycle.running.contains(state), let step = lifecycle.stop(from: state)
        else { return nil }
        var change = older.change(step.action)
        change.wanted = older.observed?.value
        change.paths = [FieldPath([lifecycle.field])]
        change.target = step.to
        let made = older.kind.calls(for: change)
        report(made.refusals, older)
        var row = row(older, step.action, verb: step.verb)
        row.consequences = [step.consequence].filter { !$0.isEmpty } + made.notes
        row.isIrreversible = step.isIrreversible
        row.calls = made.calls
        let own = outcomes[older.address]
        let letGo = dependents.compactMap { outcomes[$0]?.content }
        let stop = add(row, .lifecycle, waits: letGo + [own?.content].compactMap { $0 })
        if let start = own?.lifecycle { drafts[start].waits.append(stop) }
        return stop
    }

    private mutating func delete(
        _ older: OlderObject, after stop: Int?, _ dependents: [Address]
    ) {
        let made = older.kind.calls(for: older.change(.delete))
        report(made.refusals, older)
        var row = row(older, .delete, verb: "delete")
        row.consequences = consequences(older, isStopped: stop != nil) + made.notes
        row.isIrreversible = true
        row.calls = made.calls
        let waits = (dependents + [older.address]).flatMap { address in
            [outcomes[address]?.content, outcomes[address]?.lifecycle].compactMap { $0 }
        }
        let delete = add(row, .removal, waits: waits + [stop].compactMap { $0 })
        outcomes[older.address, default: Outcome()].olderObjects.append(delete)
    }

    /// What the delete means for an object in the state that it has by then.
    private func consequences(_ older: OlderObject, isStopped: Bool) -> [String] {
        guard let lifecycle = older.kind.lifecycle, let state = older.state else { return [] }
        let last = isStopped ? lifecycle.stop(from: state)?.to : state
        return [last.flatMap { lifecycle.deletion[$0] }].compactMap { $0 }
    }

    private func row(_ older: OlderObject, _ action: Action, verb: String) -> PlanRow {
        let resource = world.wanted[older.address]
        return PlanRow(
            number: 0, address: older.address, kind: older.kind.name, action: action, verb: verb,
            reason: "an older object of `\(older.address)`",
            place: resource.map { input.place($0.span) }, liveID: older.id, isOfOlderObject: true)
    }

    private mutating func report(_ refusals: [Refusal], _ older: OlderObject) {
        for refusal in refusals {
            report.add(
                .error(
                    refusal.code, refusal.message, at: world.wanted[older.address]?.span,
                    notes: ["it is about an older object of `\(older.address)`"],
                    help: refusal.help))
        }
    }

    /// Lets the end of an object wait for that of older objects which referred to it.
    private mutating func orderOlderObjects() {
        let recorded = input.recorded
        let order = Dependencies(recorded.keys.sorted()) { address in
            (recorded[address]?.needs ?? []).filter { recorded[$0] != nil }
        }.order
        var done: Set<Address> = []
        for address in order {
            defer { done.insert(address) }
            let older = outcomes[address]?.olderObjects ?? []
            guard !older.isEmpty else { continue }
            for need in recorded[address]?.needs ?? [] where done.contains(need) {
                let removal = isDeleted.contains(need) ? outcomes[need]?.content : nil
                let ends = (outcomes[need]?.olderObjects ?? []) + [removal].compactMap { $0 }
                for end in ends { drafts[end].waits += older }
            }
        }
    }
}

/// An object that a resource had before the one that it has now.
private struct OlderObject {
    let address: Address
    let kind: any Kind
    let id: Value
    let account: Account
    let observed: ObservedResource?
    let recorded: RecordedResource

    /// The lifecycle value that it has.
    var state: String? { kind.lifecycle.flatMap { observed?.value[$0.field]?.text } }

    /// Describes what becomes of it.
    func change(_ action: Action) -> Change {
        var record = recorded
        record.liveID = id
        if let value = observed?.value {
            record.written = value
            record.returned = value
        }
        return Change(
            address: address, action: action, wanted: nil, recorded: record, observed: observed,
            account: account)
    }
}
