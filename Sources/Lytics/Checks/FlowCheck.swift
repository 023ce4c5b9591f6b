import Diagnostics
import Documents
import Platforms

/// One rule for flows, with its explanation; the examples break the rule and are tests.
struct FlowCheck: Sendable {
    /// What a rule looks at; it reports where that breaks the rule.
    enum Look: Sendable {
        /// A flow in its canonical form.
        case flow(@Sendable (LyticsFlow, inout Report) -> Void)
        /// Where steps lead, which nothing can be wrong with in a flow that leads forward.
        case ways(@Sendable (LyticsFlow, inout Report) -> Void)
        /// One step after the other.
        case step(@Sendable (LyticsStep, inout Report) -> Void)
    }

    /// What the rule asks for.
    let meaning: Meaning
    /// How it is checked.
    let look: Look

    /// How every rule is checked, in the order in which they report.
    static let all: [Look] = [
        slug.look, duplicateID.look, unknownStep.look, missingNext.look, shape, shares.look,
        fallback.look, priority.look, duration.look, delay.look, delayUntil.look, reentry.look,
        cannotRun.look, affinity.look, work.look,
    ]

    /// The rules of single steps, taken out once: every step goes through them.
    private static let ofSteps = all.filter { look in
        if case .step = look { true } else { false }
    }

    /// Reports where a flow in its canonical form breaks any rule.
    static func check(_ flow: LyticsFlow, into report: inout Report) {
        let leadsForward = flow.leadsForward
        for look in all {
            switch look {
            case .flow(let run): run(flow, &report)
            case .ways(let run): if !leadsForward { run(flow, &report) }
            case .step: break
            }
        }
        let ofSteps = ofSteps
        for step in flow.steps.value ?? [] {
            for index in ofSteps.indices {
                if case .step(let run) = ofSteps[index] { run(step, &report) }
            }
        }
    }

    init(_ text: String, example: String, _ look: Look) {
        meaning = Meaning(text, example: FlowCheck.document(example))
        self.look = look
    }

    init(
        _ text: String, example: String,
        run: @escaping @Sendable (LyticsFlow, inout Report) -> Void
    ) {
        self.init(text, example: example, .flow(run))
    }

    /// A flow document around some steps or other fields.
    static func document(_ fields: String) -> String {
        let head = "kind: lytics/flow\nid: example\nlabel: Example\n"
        return head + fields + "\n"
    }

    /// A rule about where steps lead.
    static func ways(
        _ text: String, example: String,
        run: @escaping @Sendable (LyticsFlow, inout Report) -> Void
    ) -> FlowCheck {
        FlowCheck(text, example: example, .ways(run))
    }

    /// A rule that looks at one step after the other.
    static func steps(
        _ text: String, example: String,
        run: @escaping @Sendable (LyticsStep, inout Report) -> Void
    ) -> FlowCheck {
        FlowCheck(text, example: example, .step(run))
    }
}

/// One rule for jobs, with its explanation.
struct JobCheck: Sendable {
    /// What the rule asks for.
    let meaning: Meaning
    /// Reports where a job breaks the rule.
    let run: @Sendable (LyticsJob, inout Report) -> Void

    /// Every rule, in the order in which they report.
    static let all: [JobCheck] = [.quietTime]
}
