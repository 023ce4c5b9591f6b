import Documents
import Diagnostics
import Platforms

extension TenexCheck {
    static let stepKey = TenexCheck(
        "The key of a step is made of letters, digits, `_` and `-`, so that texts can read its "
            + "output, and it is not `end`, which is how `next` says that a run ends.",
        example: document("next: { type: agent, config: { agent_slug: a }, next: end }")
            .replacing("first", with: "\"the first\""),
        .step { step, report in
            guard let key = step.key.value else { return }
            if key == TenexWords.end {
                report.add(
                    .error(
                        TenexCode.stepKey, "`end` is how `next` says that a run ends",
                        at: step.key.span, help: "give the step another key"))
            } else if !key.isName {
                report.add(
                    .error(
                        TenexCode.stepKey,
                        "the key of a step is made of letters, digits, `_` and `-`: `\(key)`",
                        at: step.key.span, help: "write a plain key, and this as its `name`"))
            }
        })

    static let stepType = TenexCheck(
        "A step is of type `agent`, `connector`, `wait` or `branch`. The documents of 10ex name "
            + "others too, so any word passes through with its `config` as it is; one that nearly "
            + "is one of the four is looked at twice.",
        example: document("next: { type: agnet, config: { agent_slug: lead-enrichment } }"),
        .step { step, report in
            guard step.knownType == nil, let type = step.type.value,
                let nearest = Suggestion.nearest(
                    to: type, among: TenexStepType.allCases.map(\.rawValue))
            else { return }
            report.add(
                .warning(
                    TenexCode.stepType, "`\(type)` passes through as a type that is not known",
                    at: step.type.span, help: "did you mean `\(nearest)`?",
                    fix: step.type.span.map { .init($0, replacement: nearest) }))
        })

    static let config = TenexCheck(
        "An agent's `config` names the agent (`agent_slug`), a connector's the connector and what "
            + "it does (`connector_id`, `action`).",
        example: document("next: { type: agent }"),
        .step { step, report in
            guard !step.config.isPresent, !step.config.isMistaken else { return }
            let fields: String? =
                switch step.knownType {
                case .agent: "agent_slug: SLUG"
                case .connector: "connector_id: PROVIDER/ROLE, action: ACTION"
                case .wait, .branch, nil: nil
                }
            guard let fields else { return }
            report.add(
                .error(
                    TenexCode.stepConfig,
                    "a step of type `\(step.type.value ?? "")` must have a `config`",
                    at: step.type.span ?? step.span, help: "write `config: { \(fields) }`"))
        })

    static let retry = TenexCheck(
        "A step is tried at least once (`max_attempts`), and no time between two attempts is less "
            + "than none (`backoff_seconds`).",
        example: document(
            """
            next:
              type: agent
              config: { agent_slug: lead-enrichment }
              retry: { max_attempts: 0 }
            """),
        .step { step, report in
            guard let retry = step.retry.value else { return }
            if let count = retry.maxAttempts.value, count < 1 {
                report.add(
                    .error(
                        TenexCode.retry, "`max_attempts` is at least 1: `\(count)`",
                        at: retry.maxAttempts.span))
            }
            if let seconds = retry.backoffSeconds.value, seconds < 0 {
                report.add(
                    .error(
                        TenexCode.retry, "`backoff_seconds` is not negative",
                        at: retry.backoffSeconds.span))
            }
        })

    static let onError = TenexCheck(
        "Where a step failed, a run halts, or goes on at the step that `fallback` names. "
            + "`on_error` says the same once more, or is left out.",
        example: document(
            """
            next:
              type: agent
              config: { agent_slug: lead-enrichment }
              on_error: fallback
            """),
        .step { step, report in
            if step.fallback.value == TenexWords.end {
                report.add(
                    .error(
                        TenexCode.onError, "`fallback` names a step, not `end`",
                        at: step.fallback.span))
            }
            guard step.onError.span != nil, !step.fallback.isMistaken else { return }
            if step.onError.value == .fallback, !step.fallback.isPresent {
                report.add(
                    .error(
                        TenexCode.onError, "`on_error: fallback` needs a `fallback`",
                        at: step.onError.span, help: "write `fallback: STEP`"))
            } else if step.onError.value == .halt, step.fallback.isPresent {
                report.add(
                    .error(
                        TenexCode.onError, "a step with a `fallback` does not halt",
                        at: step.onError.span,
                        secondary: step.fallback.span.map { [.init($0, "the fallback")] } ?? [],
                        help: "remove `on_error`, or the `fallback`"))
            }
        })

    static let active = TenexCheck(
        "A workflow that is active has steps, its own or those of a template.",
        example: "kind: tenex/workflow\nid: example\nname: Example\nstatus: active\n",
        .workflow { workflow, document, report in
            let isEmpty = workflow.steps.value?.isEmpty ?? !workflow.steps.isMistaken
            guard workflow.status.value == .active, isEmpty, !workflow.template.isPresent,
                !workflow.template.isMistaken, !document.options.isExternal,
                document.options.live == nil
            else { return }
            report.add(
                .error(
                    TenexCode.activeWithoutSteps, "a workflow without steps must not be active",
                    at: workflow.status.span, help: "write `steps`, or `status: draft`"))
        })
}
