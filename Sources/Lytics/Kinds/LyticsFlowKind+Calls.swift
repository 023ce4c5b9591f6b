import Diagnostics
import Documents
public import Platforms

extension LyticsFlowKind {
    /// Creates, updates, starts, drains or deletes a flow, through the form its account uses.
    public func calls(for change: Change) -> ChangeCalls {
        var calls = ChangeCalls()
        switch change.action {
        case .create: write(change, into: &calls) { $0.create() }
        case .update where isDraining(change): write(change, into: &calls) { $0.newVersion() }
        case .update: write(change, into: &calls) { $0.update() }
        case .newVersion: write(change, into: &calls) { $0.newVersion() }
        case .start: calls.calls = FlowCalls.start(change)
        case .stop, .pause: calls.calls = [FlowCalls.drain(change)]
        case .delete: calls.calls = [FlowCalls.delete(change)]
        case .adopt:
            calls.given = change.observed?.facts[LyticsFlowFact.numbers] ?? [:]
        case .replace, .forget, .move, .release: calls.given = change.recorded?.given ?? [:]
        }
        return calls
    }

    /// Whether steps change on a flow that drains, which only a new version can have.
    fileprivate func isDraining(_ change: Change) -> Bool {
        change.observed?.facts[LyticsFlowFact.state] == "draining"
            && change.paths.contains {
                ["steps", "root_step_id"].contains($0.parts.first) && !StepWork.isEffect($0)
            }
    }

    private func write(
        _ change: Change, into calls: inout ChangeCalls, _ make: (FlowCalls) -> [Call]
    ) {
        let wanted = change.wanted ?? [:]
        let form = FlowForm.choose(for: wanted, change.account, over: change.observed)
        calls.refusals += form.refusals
        let numbers = StepNumbers.assign(
            wanted["steps"]?.list ?? [], given: change.recorded?.given ?? [:],
            observed: LyticsFlowKind.numbers(change.observed), wire: form.wire)
        calls.given = numbers
        calls.notes += notes(change)
        guard form.refusals.isEmpty else { return }
        let writing = FlowCalls(change: change, form: form, numbers: numbers)
        let made = make(writing)
        calls.calls += made
        if made.contains(where: { $0.unless != nil }), let trial = writing.trial {
            calls.notes.append(trial.note)
        }
    }
}

extension LyticsFlowKind {
    /// The numbers of a flow's steps, those of a draft beside it too.
    static func numbers(_ observed: ObservedResource?) -> Object {
        var numbers = observed?.draft?.facts[LyticsFlowFact.numbers] ?? [:]
        for member in observed?.facts[LyticsFlowFact.numbers] ?? [:] {
            numbers[member.key] = member.value
        }
        return numbers
    }

    /// What a write of fields means where a draft stands beside the version that acts.
    fileprivate func notes(_ change: Change) -> [String] {
        guard let observed = change.observed else { return [] }
        if let draft = observed.draft?.version {
            return ["version \(draft), a draft that is there already, is written over"]
        }
        if change.action == .update, isDraining(change) {
            return [
                "version \(observed.version ?? 0) drains on as it is; the change is a new version in "
                    + "draft, which nobody enters until it is started"
            ]
        }
        guard let acting = observed.acting, let version = acting.version,
            let draft = observed.version
        else { return [] }
        let state = acting.facts[LyticsFlowFact.state] ?? ""
        return [
            "version \(draft), a draft, is changed; version \(version), which is \(state), goes on"
        ]
    }
}
