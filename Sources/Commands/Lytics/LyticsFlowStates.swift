import Diagnostics
import Documents
import Lytics
import Platforms

/// The lifecycle of flows in words: two ways, and none back.
enum LyticsFlowStates {
    /// The states of a flow that exists.
    static let words = ["draft", "running", "draining"]

    /// The state of a flow that the service keeps although it is gone.
    static let deleted = "deleted"

    /// That a newer draft stands beside the version that acts; nil where none does.
    static func draft(beside flow: LiveObject) -> String? {
        flow.observed.flatMap(LyticsFlowOperations.draft)
    }

    /// What a start means for the version that acts now, where a draft stands beside it.
    static func starting(_ flow: LiveObject) -> [String] {
        guard let observed = flow.observed, let draft = observed.draft?.version,
            let acting = observed.version
        else { return [] }
        let older = flow.state == "running" ? "drains" : "is \(flow.state) already"
        return ["version \(draft) starts; version \(acting) \(older)"]
    }

    /// Each state with what it means and what may follow.
    static let table: [(state: String, meaning: String, next: String)] = [
        ("draft", "editable, takes nobody in", "running, by `start`"),
        ("running", "takes people in and leads them on", "draining, by `drain`"),
        ("draining", "takes nobody in, people inside finish", "none; a new version starts anew"),
        ("deleted", "gone with all versions", "none"),
    ]

    /// Why a flow cannot go from its state to another; nil where it can.
    static func refusal(_ flow: LiveObject, to target: String) -> Diagnostic? {
        guard ResourceType.flow.lifecycle?.transition(from: flow.state, to: target) == nil else {
            return nil
        }
        let done = target == "running" ? "started" : "drained"
        return .error(
            LyticsCommandCode.flowState,
            "a flow that is \(flow.state) cannot be \(done): \(flow.title)",
            notes: [ways], help: help(flow, target))
    }

    /// Refuses a payload whose `state` a new flow cannot have.
    static func checkCreation(_ payload: Payload?) throws {
        guard let state = payload?.resource?.value["state"]?.text, state != "draft" else { return }
        throw Failure(
            .failed,
            .error(
                LyticsCommandCode.flowState, "a new flow is a draft, not `\(state)`", notes: [ways],
                help: "leave `state` out, and start the flow once its exports are published"))
    }

    /// Refuses a payload whose `state` the flow cannot go to, or goes to by a command of its own.
    static func checkUpdate(_ payload: Payload?, of flow: LiveObject) throws {
        guard let state = payload?.resource?.value["state"]?.text, state != flow.state,
            state != "draft"
        else { return }
        if let refusal = refusal(flow, to: state) { throw Failure(.failed, refusal) }
        let verb = state == "running" ? "start" : "drain"
        throw Failure(
            .failed,
            .error(
                LyticsCommandCode.flowState, "an update does not \(verb) a flow: \(flow.title)",
                notes: [ways],
                help: "leave `state` out, then `weir lytics flows \(verb) \(flow.id)`"))
    }

    private static let ways =
        "the only ways are draft → running (`start`) and running → draining (`drain`)"

    private static func help(_ flow: LiveObject, _ target: String) -> String? {
        switch (flow.state, target) {
        case ("draining", "running"):
            "`weir lytics flows update \(flow.id) -f FILE` with changed steps makes a new version, "
                + "which can start"
        case ("draft", "draining"): "a draft has nobody inside: `weir lytics flows delete` ends it"
        default: nil
        }
    }
}
