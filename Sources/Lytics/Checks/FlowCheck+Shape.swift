import Diagnostics
import Flows
import Platforms

extension FlowCheck {
    static let shape = Look.ways(checkGraph)

    /// A flow that breaks a rule about the shape of flows; nil for what is checked elsewhere.
    static func example(of code: FlowCode) -> String? {
        switch code {
        case .unknownTarget: nil
        case .unreachableStep:
            FlowCheck.document(
                """
                steps:
                  - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: end }
                  - { slug: lost, label: Lost, type_hint: delay, delay: 1h, next: end }
                """)
        case .deadEnd:
            FlowCheck.document(
                """
                steps:
                  - { slug: ask, label: Ask, type_hint: conditional, split_conditions: [] }
                """)
        case .neverEnds:
            FlowCheck.document(
                """
                steps:
                  - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: again }
                  - { slug: again, label: Again, type_hint: delay, delay: 1h, next: wait }
                """)
        case .cycleWithoutDelay:
            FlowCheck.document(
                """
                steps:
                  - slug: ask
                    type_hint: conditional
                    split_conditions:
                      - { label: "Yes", conditions: FILTER * FROM user, next: tell }
                      - { label: "No", next: end }
                  - { slug: tell, label: Tell, type_hint: work_export, work_id: x, next: ask }
                """)
        }
    }

    /// Looks at the graph of a flow whose steps can be told apart; else a mistake was reported.
    @Sendable private static func checkGraph(_ flow: LyticsFlow, into report: inout Report) {
        let names = (flow.steps.value ?? []).map(\.name)
        guard Set(names + ["", "end"]).count == names.count + 2 else { return }
        var found = Report()
        FlowChecks.check(flow.graph, area: "lytics", into: &found)
        for diagnostic in found.diagnostics
        where !FlowCode.unknownTarget.matches(diagnostic.code) {
            report.add(diagnostic)
        }
    }
}
