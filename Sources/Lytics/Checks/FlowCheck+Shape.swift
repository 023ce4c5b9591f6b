import Diagnostics
import Flows
import Platforms

extension FlowCheck {
    static let shape = FlowCheck(explanations, .ways(checkGraph))

    private static let explanations = [
        Explanation(
            code: "lytics/unreachable-step",
            text: "Every step can be reached from the first one, or from `root_step_id`.",
            example: FlowCheck.document(
                """
                steps:
                  - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: end }
                  - { slug: lost, label: Lost, type_hint: delay, delay: 1h, next: end }
                """)),
        Explanation(
            code: "lytics/never-ends",
            text: "From every step there is a way to the end of the flow.",
            example: FlowCheck.document(
                """
                steps:
                  - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: again }
                  - { slug: again, label: Again, type_hint: delay, delay: 1h, next: wait }
                """)),
        Explanation(
            code: "lytics/cycle-without-delay",
            text: "People who go round in a cycle wait somewhere in it.",
            example: FlowCheck.document(
                """
                steps:
                  - slug: ask
                    type_hint: conditional
                    split_conditions:
                      - { label: "Yes", conditions: FILTER * FROM user, next: tell }
                      - { label: "No", next: end }
                  - { slug: tell, label: Tell, type_hint: work_export, work_id: x, next: ask }
                """)),
        Explanation(
            code: "lytics/dead-end",
            text: "A split has at least one way out.",
            example: FlowCheck.document(
                """
                steps:
                  - { slug: ask, label: Ask, type_hint: conditional, split_conditions: [] }
                """)),
    ]

    /// Looks at the graph of a flow whose steps can be told apart; else a mistake was reported.
    @Sendable private static func checkGraph(_ flow: LyticsFlow, into report: inout Report) {
        let names = (flow.steps.value ?? []).map(\.name)
        guard Set(names + ["", "end"]).count == names.count + 2 else { return }
        var found = Report()
        FlowChecks.check(flow.graph, area: "lytics", into: &found)
        for diagnostic in found.diagnostics where diagnostic.code != "lytics/unknown-target" {
            report.add(diagnostic)
        }
    }
}
