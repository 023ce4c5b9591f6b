import Documents
import Platforms

/// What the platform stops because of our own deletes, the same plan starts again.
extension PlanBuilder {
    /// What deletes of ours stopped and nothing has started again yet; nil where the file wants it
    /// otherwise by now, or where what was to be deleted is still there.
    func resumption(of subject: Subject) -> Resumption? {
        guard let resumption = subject.recorded?.resumption, let lifecycle = subject.lifecycle,
            subject.liveState != nil, !subject.isRunning,
            subject.wantedState.map(lifecycle.running.contains) ?? true
        else { return nil }
        let account = subject.account.name
        let isDeleted = resumption.ids.contains {
            world.live(account, resumption.kind, id: $0) == nil
        }
        return isDeleted ? resumption : nil
    }

    /// Adds the row that starts again what an interrupted run left stopped; false where it did not.
    mutating func startAgain(
        _ subject: Subject, _ lifecycle: Lifecycle, _ outcome: inout Outcome
    ) -> Bool {
        guard let resumption = resumption(of: subject), let live = subject.liveState,
            let step = lifecycle.transition(from: live, to: resumption.state)
        else { return false }
        let names = resumption.ids.map { "`\($0.idText)`" }.joined(separator: ", ")
        let reason = "the delete of \(resumption.kind) \(names) stopped it"
        let row = startRow(subject, lifecycle, step, from: live, reason, outcome.content)
        outcome.lifecycle = add(
            row, .lifecycle, waits: subject.waits + [outcome.content].compactMap(\.self))
        return true
    }

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
    private struct Stop {
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

    /// The row that gives an object the lifecycle value back that it had.
    private mutating func startRow(
        _ subject: Subject, _ lifecycle: Lifecycle, _ step: Lifecycle.Transition,
        from state: String, _ reason: String, _ content: Int?
    ) -> PlanRow {
        let path = FieldPath([lifecycle.field])
        let made = subject.kind.calls(
            for: subject.change(
                step.action, paths: [path], observed: subject.observed, target: step.to))
        for refusal in made.refusals { report(refusal, subject.resource) }
        var row = row(subject, step.action, verb: step.verb, reason: reason)
        row.consequences = [step.consequence].filter { !$0.isEmpty } + made.notes
        row.isIrreversible = step.isIrreversible
        row.calls = made.calls
        row.fields = [
            FieldChange(
                path: path, cause: .stopped, before: .text(state), after: .text(step.to),
                recorded: subject.recordedState.map(Value.text),
                place: world.span(of: path, in: subject.resource).map(input.place))
        ]
        row.record =
            content.flatMap { drafts[$0].row.record }
            ?? record(subject, [:], state: subject.wantedState == nil ? nil : step.to)
        row.record?.resumption = nil
        return row
    }

    /// Lets the ledger know, before anything is sent, what is to be started again.
    private mutating func remember(
        _ subject: Subject, _ state: String, _ stop: Stop, _ outcome: Outcome
    ) {
        guard let held = subject.recorded else { return }
        if let content = outcome.content, drafts[content].row.record != nil {
            drafts[content].row.record?.add(stop.id, of: stop.deleted.kind, state)
        } else {
            remember(held, state, stop)
        }
    }

    private mutating func remember(_ held: RecordedResource, _ state: String, _ stop: Stop) {
        let index = refreshed.firstIndex { $0.held.address == held.address }
        guard let index else {
            var record = held
            record.resumption = nil
            record.add(stop.id, of: stop.deleted.kind, state)
            refreshed.append(Refresh(held: held, record: record))
            return
        }
        refreshed[index].record.add(stop.id, of: stop.deleted.kind, state)
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

    /// Says what is stopped and not started again by this plan; what the ledger holds is started
    /// by a plan that has its file.
    private mutating func tell(_ object: ObservedResource, _ stop: Stop) {
        guard let lifecycle = input.kinds[object.kind]?.lifecycle, !isEnding(object),
            let state = object.value[lifecycle.field]?.text, lifecycle.running.contains(state)
        else { return }
        let name = NameIndex.names(object).first.map { " (\($0))" } ?? ""
        let what = "\(object.kind) `\(object.liveID.idText)`\(name)"
        let held = world.owner(of: object).flatMap { input.recorded[$0] }
        var end = "is stopped and stays so: it is not managed"
        if let held {
            end = "is stopped and stays so: it is an older object of `\(held.address)`"
            if LiveKey(held.address.account, held.kind, id: held.liveID) == LiveKey(object) {
                remember(held, state, stop)
                end = "is stopped: the next plan that has the file of `\(held.address)` starts it"
            }
        }
        drafts[stop.delete].row.consequences.append("\(what) \(end)")
    }

    /// Whether the plan stops or deletes an object anyway, in a row that `--only` leaves in it.
    private func isEnding(_ object: ObservedResource) -> Bool {
        drafts.contains { draft in
            (options.only.isEmpty || options.only.contains(draft.row.address))
                && draft.row.liveID == object.liveID && draft.row.kind == object.kind
                && draft.row.address.account == object.account
                && [.delete, .pause, .stop].contains(draft.row.action)
        }
    }
}

extension RecordedResource {
    /// Takes note of one more object whose delete stops this one.
    fileprivate mutating func add(_ id: Value, of kind: KindName, _ state: String) {
        var ids = resumption?.kind == kind ? resumption?.ids ?? [] : []
        if !ids.contains(id) { ids.append(id) }
        resumption = Resumption(state: state, kind: kind, ids: ids)
    }
}
