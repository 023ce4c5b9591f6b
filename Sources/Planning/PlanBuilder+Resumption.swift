import Documents
import Platforms

/// What deletes of an earlier run stopped, and the rows that start what was stopped.
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

    /// The row that gives an object the lifecycle value back that it had.
    mutating func startRow(
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
}
