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
        let lacking = lacking(in: flow)
        guard let first = lacking.first else { return }
        let names = lacking.map { "`\($0.name)`" }.joined(separator: ", ")
        let words = lacking.map(\.words).joined(separator: ", ")
        report.add(
            .error(
                LyticsCode.cannotRun, "a flow without \(names) cannot run",
                at: lacking.count == 1 ? first.span ?? flow.state.span : flow.state.span,
                help: "write \(words), or leave `state` out"))
    }

    /// A field that a flow needs to run, how it is written, and where it stands empty.
    private struct Need {
        let name: String
        let words: String
        let span: SourceSpan?
    }

    private static func lacking(in flow: LyticsFlow) -> [Need] {
        var lacking: [Need] = []
        if !flow.entrySegment.isFilled, !flow.entrySegment.isMistaken {
            lacking.append(
                Need(
                    name: "entry_segment_id", words: "`entry_segment_id: ${segment/…}`",
                    span: flow.entrySegment.span))
        }
        if !flow.entryCondition.isPresent, !flow.entryCondition.isMistaken {
            lacking.append(
                Need(
                    name: "entry_condition", words: "`entry_condition: on_segment_entry`",
                    span: flow.entryCondition.span))
        }
        if flow.steps.value?.isEmpty ?? (!flow.steps.isPresent && !flow.steps.isMistaken) {
            lacking.append(
                Need(
                    name: "steps", words: "the steps that people walk through",
                    span: flow.steps.span))
        }
        return lacking
    }
}
