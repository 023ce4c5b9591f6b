import Documents
import Platforms

/// What the platform stops because of our own deletes, the same plan starts again.
extension PlanBuilder {
    /// Lets what the deletes of this plan stop start again after them.
    mutating func startAgainWhatStops() {
        var restarts: [Address: Int] = [:]
        for delete in drafts.indices where drafts[delete].row.action == .delete {
            let row = drafts[delete].row
            guard let id = row.liveID, let kind = input.kinds[row.kind] else { continue }
            let key = LiveKey(row.address.account, row.kind, id: id)
            for stopped in kind.stopsDependents {
                for object in world.dependents(of: key, stopped.kind) {
                    let stop = Stop(delete: delete, deleted: key, id: id, leaves: stopped.state)
                    startAgain(object, after: stop, &restarts)
                }
            }
        }
    }

    /// A delete that stops an object.
    struct Stop {
        var delete: Int
        var deleted: LiveKey
        var id: Value
        /// The lifecycle value that the object has afterwards.
        var leaves: String
    }

    private mutating func startAgain(
        _ object: ObservedResource, after stop: Stop, _ restarts: inout [Address: Int]
    ) {
        guard let subject = stoppable[LiveKey(object)], let lifecycle = subject.lifecycle else {
            return tell(object, stop)
        }
        let outcome = outcomes[subject.address] ?? Outcome()
        guard !outcome.isBroken else { return }
        // What lets go of the object first is not stopped.
        if let content = outcome.content { drafts[stop.delete].waits.append(content) }
        let isReplaced = outcome.content.map { drafts[$0].row.action == .replace } ?? false
        guard !isReplaced, refers(subject, to: stop.deleted) else { return }
        if let own = outcome.lifecycle {
            if drafts[own].row.action == .start { start(own, after: stop) }
            return
        }
        guard subject.isRunning, subject.wantedState.map(lifecycle.running.contains) ?? true,
            let live = subject.liveState,
            let step = lifecycle.transition(from: stop.leaves, to: live)
        else { return }
        restart(subject, lifecycle, step, after: stop, &restarts)
    }

    /// Lets a start that the plan has anyway come after the delete that would stop it again.
    private mutating func start(_ start: Int, after stop: Stop) {
        drafts[stop.delete].waits.removeAll { $0 == start }
        guard !comes(start, before: stop.delete) else { return }
        drafts[start].follows.append(stop.delete)
    }

    private func comes(_ first: Int, before second: Int) -> Bool {
        var seen: Set<Int> = []
        var open = [second]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            if next == first { return true }
            open += drafts[next].before
        }
        return false
    }

    private mutating func restart(
        _ subject: Subject, _ lifecycle: Lifecycle, _ step: Lifecycle.Transition,
        after stop: Stop, _ restarts: inout [Address: Int]
    ) {
        let outcome = outcomes[subject.address] ?? Outcome()
        if let known = restarts[subject.address] {
            drafts[known].undoes.append(stop.delete)
        } else {
            let reason = "the delete of `\(drafts[stop.delete].row.address)` stops it"
            let row = startRow(subject, lifecycle, step, from: stop.leaves, reason, outcome.content)
            let start = add(
                row, .lifecycle, waits: subject.waits + [outcome.content].compactMap(\.self))
            drafts[start].undoes = [stop.delete]
            restarts[subject.address] = start
            if outcome.content == nil { unchanged -= 1 }
        }
        remember(subject, step.to, stop, outcome)
    }

    /// Whether a resource still refers to an object once its own row is done.
    private func refers(_ subject: Subject, to key: LiveKey) -> Bool {
        var members = subject.observed?.value.object ?? [:]
        let ignored = subject.resource.options.ignored
        for member in subject.value.object?.members ?? []
        where !ignored.contains(FieldPath([member.key])) {
            members[member.key] = member.value
        }
        return subject.type.references(in: .object(members), to: [key.kind], key.account)
            .contains(key)
    }
}
