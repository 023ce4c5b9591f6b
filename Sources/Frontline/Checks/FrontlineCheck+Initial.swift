import Diagnostics
import Platforms

extension FrontlineCheck {
    static let initialNode = FrontlineCheck(
        "A conversation enters a flow at one node: at the `START` node of the default flow, at a "
            + "`TRIGGER_INTENT` node of any other.",
        example: """
            kind: frontline/flow
            id: example
            agent: "${agent/support}"
            name: Example
            nodes:
              greet: { type: SAY_AI, data: { message: Hello } }

            """,
        .flow { flow, report in
            guard let nodes = flow.nodes.value, flow.isDefault.isKnown,
                nodes.allSatisfy({ $0.type.value != nil })
            else { return }
            let right: FrontlineNodeType = flow.isDefault.value == true ? .start : .trigger
            let initial = nodes.filter { $0.type.value?.isInitial == true }
            if initial.isEmpty {
                report.add(missing(right, flow))
            } else if initial.count > 1 {
                for node in initial.dropFirst() { report.add(another(node, initial[0])) }
            } else if right == .start, initial[0].type.value == .trigger {
                report.add(misplacedTrigger(initial[0]))
            }
        })

    static let startNode = FrontlineCheck(
        "Only an agent's default flow has a `START` node. It is there from the agent's birth; "
            + "`isDefault: true` adopts it.",
        example: """
            kind: frontline/flow
            id: example
            agent: "${agent/support}"
            name: Example
            nodes:
              start: { type: START }

            """,
        .flow { flow, report in
            guard flow.isDefault.value != true, flow.isDefault.isKnown else { return }
            for node in flow.nodes.value ?? [] where node.type.value == .start {
                report.add(
                    .error(
                        FrontlineCode.startNode, "only the default flow has a `START` node",
                        at: node.type.span ?? node.span,
                        help: "write `isDefault: true` where this is the agent's Start flow, "
                            + "else begin with a `TRIGGER_INTENT` node"))
            }
        })

    private static func missing(_ type: FrontlineNodeType, _ flow: FrontlineFlow) -> Diagnostic {
        .error(
            FrontlineCode.initialNode,
            "\(type == .start ? "the default" : "a") flow must have one `\(type.rawValue)` node",
            at: flow.nodes.value?.first?.span ?? flow.nodes.span)
    }

    private static func another(_ node: FrontlineNode, _ first: FrontlineNode) -> Diagnostic {
        .error(
            FrontlineCode.initialNode, "a flow must have only one initial node",
            at: node.type.span ?? node.span,
            secondary: (first.type.span ?? first.span).map { [.init($0, "the first one")] } ?? [])
    }

    private static func misplacedTrigger(_ node: FrontlineNode) -> Diagnostic {
        .error(
            FrontlineCode.initialNode, "the default flow begins with its `START` node",
            at: node.type.span ?? node.span, help: "write `type: START`")
    }
}

extension Written {
    /// Whether it is known now whether a value was written, and which.
    fileprivate var isKnown: Bool {
        switch state {
        case .later: false
        case .absent: span == nil
        case .null, .value: true
        }
    }
}
