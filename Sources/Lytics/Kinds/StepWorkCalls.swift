import Documents
import Platforms

/// The calls that make the work of one step.
struct StepWorkCalls {
    private let work: StepWork
    private let number: Value
    private let flow: Value
    private let wire: FlowWire

    /// Makes the work of the step that has a number in a flow.
    init(_ work: StepWork, number: Value, flow: Value, wire: FlowWire) {
        self.work = work
        self.number = number
        self.flow = flow
        self.wire = wire
    }

    /// Creates and publishes a work in a version that has none yet.
    func make() -> [Call] {
        [create(again: .probe(Probe(read: wire.read(flow), matches: hasWork)), work.made), publish]
    }

    /// Creates and publishes a work in a version that may have one already.
    func renew() -> [Call] {
        work.isThere ? [create(again: .safe, work.configured), publish] : make()
    }

    /// The calls for what the step lacks.
    func missing(_ paths: [FieldPath]) -> [Call] {
        let isToMake =
            work.isChanged(by: paths) || paths.contains(work.made)
            || paths.contains(work.configured)
        if isToMake {
            return renew()
        }
        return paths.contains(work.published) ? [publish] : []
    }

    /// Where the step has a work, that one is written again, so that its id tells nothing.
    private func create(again: Again, _ effect: FieldPath) -> Call {
        Call(
            "create the work of `\(work.slug)`",
            LyticsOperation.createWork.request(step, body: .value(work.config)), again: again,
            effect: effect)
    }

    private var publish: Call {
        Call(
            "publish the work of `\(work.slug)`", LyticsOperation.publishWork.request(step),
            effect: work.published)
    }

    private var step: [String: Value] { ["flow_id": flow, "step": number] }

    /// Whether the step shows a work, in whichever form the flow is answered.
    private var hasWork: Condition {
        .any(
            [("steps", "id"), ("nodes", "sequence_id")].map { list, key in
                let id = Selector.at(
                    list, .only(.equal(.member(key), number), .member("work_id")))
                return .all([.exists(id), .not(.equal(id, ""))])
            })
    }
}
