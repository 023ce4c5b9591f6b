import Diagnostics
import Documents
import Platforms

extension FlowCalls {
    /// Sets a flow running; the shares of its A/B tests are read back before.
    static func start(_ change: Change) -> [Call] {
        let value = change.wanted ?? change.observed?.value ?? [:]
        let call = state("running", "start the flow", change)
        return sharesCheck(value, change).map { [$0, call] } ?? [call]
    }

    /// Lets people finish a flow that nobody enters any more.
    static func drain(_ change: Change) -> Call { state("draining", "drain the flow", change) }

    /// Deletes every version.
    static func delete(_ change: Change) -> Call {
        Call(
            "delete every version of the flow",
            LyticsOperation.deleteFlow.request(["flow_id": id(of: change)]), accepts: [404])
    }

    private static func state(_ state: String, _ summary: String, _ change: Change) -> Call {
        let id = id(of: change)
        let read =
            state == "draining" ? running(of: change, id) : FlowWire.steps.read(id)
        let reached = Condition.equal(.member("state"), .text(state))
        return Call(
            summary,
            LyticsOperation.updateFlow.request(
                ["flow_id": id], body: .value(["state": .text(state)])),
            again: .probe(Probe(read: read, matches: reached)))
    }

    /// Reads the version that runs, which is not the newest where a draft stands beside it.
    private static func running(of change: Change, _ id: Value) -> Request {
        let facts = change.observed?.facts ?? Facts()
        guard facts[LyticsFlowFact.draftVersion] != nil,
            let running = facts[LyticsFlowFact.runningVersion]
        else { return FlowWire.steps.read(id) }
        return FlowWire.steps.read(id, version: Int(running))
    }

    /// Reads an A/B flow whose every share must be as written.
    private static func sharesCheck(_ value: Value, _ change: Change) -> Call? {
        let tests = (value["steps"]?.list ?? []).filter { $0["type_hint"] == "ab_testing" }
        guard !tests.isEmpty else { return nil }
        let wire = FlowForm.choose(for: value, change.account).wire
        let numbers = StepNumbers.assign(
            value["steps"]?.list ?? [], given: change.recorded?.given ?? [:],
            observed: LyticsFlowKind.numbers(change.observed), wire: wire)
        let claims = tests.flatMap { shares(of: $0, numbers) }
        return Call(
            "read the shares of the A/B test back",
            wire.read(id(of: change)),
            expects: [
                Expectation(
                    .all(claims), code: LyticsCode.sharesLost,
                    message: "the shares of an A/B test are not as written: the platform dropped "
                        + "them, and the flow is not started")
            ])
    }

    private static func shares(
        of test: Value, _ numbers: Object
    ) -> [Condition] {
        let number = numbers[test["slug"]?.text ?? ""] ?? 0
        return (test["split_probabilities"]?.list ?? []).map { way in
            let target = way["next"]?.text.flatMap { numbers[$0] }
            let isTarget: Condition =
                target.map { .equal(.member("next"), $0) }
                ?? .any([.not(.exists(.member("next"))), .equal(.member("next"), 0)])
            let step = Selector.only(
                .equal(.member("id"), number),
                .at("split_probabilities", .only(isTarget, .member("prob"))))
            let share = Selector.only(.exists(.member("steps")), .at("steps", step))
            return .equal(share, way["prob"] ?? 0)
        }
    }
}
