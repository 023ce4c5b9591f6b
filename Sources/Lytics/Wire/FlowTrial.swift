import Diagnostics
import Documents
import Platforms

/// Writes a flow in a form that the service may not take, reads it back, and writes it through
/// `/v2/flow` where it was refused or lost.
///
/// What one flow of a run finds out holds for those after it.
struct FlowTrial {
    /// Statuses with which a form is refused.
    static let refused = [400, 404, 405, 422]

    let doubt: FlowForm.Doubt
    let change: Change
    let id: Value
    let numbers: Object

    /// The calls of both forms, those of the second where the first does not show everything.
    func calls(_ first: [Call], or second: [Call]) -> [Call] {
        let tried = first.map { call in
            var call = call
            call.unless = isKnown
            if !call.isRead { call.yieldsTo = FlowTrial.refused }
            return call
        }
        let behind = second.map { call in
            var call = call
            call.unless = isShown
            if !call.isRead { call.captures.append(Capture(known, from: .whole)) }
            return call
        }
        return tried + [readBack] + (change.action == .create ? [isFree] : []) + behind
    }

    /// What the plan says of it.
    var note: String {
        switch doubt {
        case .steps:
            "no flow of account `\(change.account.name)` shows which form it takes: `steps` go to "
                + "`/v2/flow/ui` and are read back; where they are refused or lost, the flow goes "
                + "through `/v2/flow`, as do those after it"
        case .delayUntil:
            "no source says whether nodes keep `delay_until`: the flow is sent to `/v2/flow/ui` as "
                + "nodes and edges and read back; where `delay_until` is refused or lost, it goes "
                + "through `/v2/flow`"
        }
    }

    /// What a flow before it found out: only `/v2/flow` takes what is in doubt.
    private var known: Slot { Slot(change.account.name, "\(doubt.rawValue) through /v2/flow") }

    private var isKnown: Unless {
        Unless(known, words: "a flow before it had to go through `/v2/flow`")
    }

    private var shown: Slot { Slot(change.address.text, "as read back") }

    private var readBack: Call {
        Call(
            "read back what was kept", FlowWire.steps.read(id), accepts: [404], unless: isKnown,
            captures: [Capture(shown, from: .whole)])
    }

    /// `/v2/flow` writes over what has the id: a flow that this row has not made is left alone.
    private var isFree: Call {
        let isOther = Condition.all([
            .exists(.member("id")), .not(.equal(.member("state"), "deleted")),
        ])
        return Call(
            "see that no other flow has the id", FlowWire.core.read(id), accepts: [404],
            unless: Unless(
                Slot(change.address.text, "object"), words: "the draft was created"),
            expects: [
                Expectation(
                    .not(isOther), code: LyticsCode.idTaken,
                    message: "another flow has the id `\(id.idText)` already")
            ])
    }

    private var isShown: Unless {
        switch doubt {
        case .steps:
            Unless(
                shown, shows: .all(steps.map { has($0, "id", "sequence_id") }),
                words: "the draft shows its steps",
                otherwise: "the draft came back without its steps; it is sent in another form")
        case .delayUntil:
            Unless(
                shown,
                shows: .all(
                    steps.filter { $0["delay_until"]?.isNull == false }
                        .map { has($0, "delay_until", "delay_until") }),
                words: "the flow shows its `delay_until`",
                otherwise: "the flow came back without `delay_until`; it is sent in another form")
        }
    }

    private var steps: [Value] { change.wanted?["steps"]?.list ?? [] }

    /// Whether a step is shown, as a step or as a node, with a member.
    private func has(_ step: Value, _ member: String, _ nodeMember: String) -> Condition {
        let number = numbers[step["slug"]?.text ?? ""] ?? 0
        return .any([
            .exists(
                .at("steps", .only(.equal(.member("id"), number), .member(member)))),
            .exists(
                .at("nodes", .only(.equal(.member("sequence_id"), number), .member(nodeMember)))),
        ])
    }
}
