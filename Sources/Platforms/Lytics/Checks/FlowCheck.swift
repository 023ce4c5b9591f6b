import Diagnostics
import Documents

/// One rule for flows, with its explanation; the examples break the rule and are tests.
struct FlowCheck: Sendable {
    /// What the rule asks for, one for each code it reports.
    let explanations: [Explanation]
    /// Reports where a flow in its canonical form breaks the rule.
    let run: @Sendable (LyticsFlow, inout Report) -> Void

    /// Every rule, in the order in which they report.
    static let all: [FlowCheck] = [
        .slug, .duplicateID, .unknownStep, .missingNext, .shape, .shares, .fallback, .priority,
        .duration, .delay, .delayUntil, .reentry, .work,
    ]

    init(
        _ explanations: [Explanation],
        run: @escaping @Sendable (LyticsFlow, inout Report) -> Void
    ) {
        self.explanations = explanations
        self.run = run
    }

    init(
        _ code: String, _ text: String, example: String,
        run: @escaping @Sendable (LyticsFlow, inout Report) -> Void
    ) {
        self.init(
            [Explanation(code: code, text: text, example: FlowCheck.document(example))], run: run)
    }

    /// A flow document around some steps or other fields.
    static func document(_ fields: String) -> String {
        let head = "kind: lytics/flow\nid: example\nlabel: Example\n"
        return head + fields + "\n"
    }

    /// A rule that looks at one step after the other.
    static func steps(
        _ code: String, _ text: String, example: String,
        run: @escaping @Sendable (LyticsStep, inout Report) -> Void
    ) -> FlowCheck {
        FlowCheck(code, text, example: example) { flow, report in
            let all = flow.steps.value ?? []
            // Through a span each step is looked at where it is, not copied.
            let steps = all.span
            for index in steps.indices { run(steps[index], &report) }
        }
    }
}

/// One rule for jobs, with its explanation.
struct JobCheck: Sendable {
    /// What the rule asks for.
    let explanation: Explanation
    /// Reports where a job breaks the rule.
    let run: @Sendable (LyticsJob, inout Report) -> Void

    /// Every rule, in the order in which they report.
    static let all: [JobCheck] = [.quietTime]
}
