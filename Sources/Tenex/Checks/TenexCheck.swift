import Diagnostics
import Documents
import Platforms

/// One rule for documents of 10ex, with its explanation; the examples break it and are tests.
struct TenexCheck: Sendable {
    /// What a rule looks at; it reports where that breaks the rule.
    enum Look: Sendable {
        /// A workflow in its canonical form, with what its document says besides.
        case workflow(@Sendable (TenexWorkflow, AuthoredDocument, inout Report) -> Void)
        /// Where the steps lead, and what they read; only of steps that can be told apart.
        case ways(@Sendable (TenexWays, inout Report) -> Void)
        /// One step after the other.
        case step(@Sendable (TenexStep, inout Report) -> Void)
        /// A trigger with its workflow.
        case trigger(@Sendable (TenexOwned, inout Report) -> Void)
        /// Every comparison of a branch or a trigger.
        case comparison(@Sendable (TenexComparison, inout Report) -> Void)
    }

    /// What the rule asks for.
    let meaning: Meaning
    /// What it looks at, each with how it is checked.
    let looks: [Look]

    /// How every rule is checked, in the order in which they report.
    private static let all: [Look] =
        looks(stepKey, stepType, config, start) + [shape]
        + looks(
            reading, root, braces, input, branches, otherwise, operation, comparedValue, wait,
            retry,
            onError, active, trigger, targetURL, event, mapping, cron, timeZone)

    private static func looks(_ checks: TenexCheck...) -> [Look] { checks.flatMap(\.looks) }

    /// Reports where a workflow breaks any rule, and not again what its spelling broke.
    static func check(
        _ workflow: TenexWorkflow, _ document: AuthoredDocument, after spelling: Report,
        into report: inout Report
    ) {
        let steps = workflow.steps.value ?? []
        let areDistinct = Set(steps.map(\.id)).union(["", TenexWords.end]).count == steps.count + 2
        let ways =
            areDistinct && !steps.isEmpty && !spelling.hasErrors
            ? TenexWays(workflow, document.node) : nil
        let comparisons = steps.flatMap { $0.branches.value ?? [] }.compactMap(\.condition.value)
            .flatMap(\.comparisons)
        for look in all {
            switch look {
            case .workflow(let run): run(workflow, document, &report)
            case .ways(let run): if let ways { run(ways, &report) }
            case .step(let run): for step in steps { run(step, &report) }
            case .comparison(let run): for one in comparisons { run(one, &report) }
            case .trigger: break
            }
        }
    }

    /// Reports where a trigger breaks any rule.
    static func check(_ owned: TenexOwned, into report: inout Report) {
        let comparisons = owned.trigger.filters.value?.comparisons ?? []
        for look in all {
            switch look {
            case .trigger(let run): run(owned, &report)
            case .comparison(let run): for one in comparisons { run(one, &report) }
            case .workflow, .ways, .step: break
            }
        }
    }

    init(_ text: String, example: String, _ looks: Look...) {
        meaning = Meaning(text, example: example)
        self.looks = looks
    }

    /// A workflow whose first step leads to `next`, with the steps that follow.
    static func document(_ steps: String) -> String {
        let head = """
            kind: tenex/workflow
            id: example
            name: Example
            inputs: { lead_id: { type: uuid } }
            steps:
              first: { type: agent, config: { agent_slug: lead-enrichment }, next: next }

            """
        let lines = steps.split(separator: "\n", omittingEmptySubsequences: false)
        return head + lines.map { "  " + $0 }.joined(separator: "\n") + "\n"
    }

    /// A workflow with one trigger.
    static func document(trigger: String) -> String {
        """
        kind: tenex/workflow
        id: example
        name: Example
        inputs: { lead_id: { type: uuid, required: true } }
        triggers:
          new_lead: \(trigger)

        """
    }
}

/// A trigger with what it needs of its workflow.
struct TenexOwned {
    /// The trigger.
    let trigger: TenexTrigger
    /// How it stands in its workflow's document.
    let child: TenexChild
    /// Its canonical tree.
    let node: Node
    /// The workflow that owns it.
    let workflow: TenexWorkflow
}
