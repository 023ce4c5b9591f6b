import Diagnostics
import Platforms

extension FlowCheck {
    static let cannotRun = FlowCheck(
        "A flow that is to run must have a segment that people enter from, a word for when they "
            + "enter, and steps. Lytics makes a draft that lacks them and refuses to start it.",
        example: """
            state: running
            entry_condition: on_segment_entry
            steps:
              - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: end }
            """
    ) { flow, report in
        guard flow.state.value == .running else { return }
        if !flow.entrySegment.isFilled, !flow.entrySegment.isMistaken {
            report.add(
                lacking("entry_segment_id", "entry_segment_id: ${segment/…}", flow, \.entrySegment))
        }
        if !flow.entryCondition.isPresent, !flow.entryCondition.isMistaken {
            report.add(
                lacking(
                    "entry_condition", "entry_condition: on_segment_entry", flow, \.entryCondition))
        }
        if flow.steps.value?.isEmpty ?? (!flow.steps.isPresent && !flow.steps.isMistaken) {
            report.add(lacking("steps", "the steps that people walk through", flow, \.steps))
        }
    }

    private static func lacking<Field: Sendable & Equatable>(
        _ name: String, _ words: String, _ flow: LyticsFlow,
        _ field: KeyPath<LyticsFlow, Written<Field>>
    ) -> Diagnostic {
        .error(
            LyticsCode.cannotRun, "a flow without `\(name)` cannot run",
            at: flow[keyPath: field].span ?? flow.state.span,
            help: "write \(words.contains(":") ? "`\(words)`" : words), or leave `state` out")
    }
}
