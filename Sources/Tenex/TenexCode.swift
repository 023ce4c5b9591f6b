package import Diagnostics

/// The codes of 10ex alone.
package enum TenexCode: String, ExplainedCode {
    case stepKey = "tenex/step-key"
    case stepType = "tenex/step-type"
    case stepConfig = "tenex/step-config"
    case start = "tenex/start"
    case unknownStep = "tenex/unknown-step"
    case stepOutput = "tenex/step-output"
    case unknownRoot = "tenex/unknown-root"
    case braces = "tenex/braces"
    case unknownInput = "tenex/unknown-input"
    case branches = "tenex/branches"
    case otherwise = "tenex/otherwise"
    case `operator` = "tenex/operator"
    case conditionValue = "tenex/condition-value"
    case wait = "tenex/wait"
    case retry = "tenex/retry"
    case onError = "tenex/on-error"
    case activeWithoutSteps = "tenex/active-without-steps"
    case trigger = "tenex/trigger"
    case targetURL = "tenex/target-url"
    case eventType = "tenex/event-type"
    case missingInput = "tenex/missing-input"
    case cron = "tenex/cron"
    case timeZone = "tenex/time-zone"
    case payload = "tenex/payload"
    case condition = "tenex/condition"
    case twoGraphs = "tenex/two-graphs"
    case secondFallback = "tenex/second-fallback"
    case childKey = "tenex/child-key"
    case triggerWaits = "tenex/trigger-waits"
    case noPath = "tenex/no-path"
    case path = "tenex/path"
    case method = "tenex/method"
    case fieldName = "tenex/field-name"
    case notReady = "tenex/not-ready"
    case templateInput = "tenex/template-input"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .stepKey: TenexCheck.stepKey.meaning
        case .stepType: TenexCheck.stepType.meaning
        case .stepConfig: TenexCheck.config.meaning
        case .start: TenexCheck.start.meaning
        case .unknownStep: TenexCheck.reading.meaning
        case .stepOutput: TenexCheck.stepOutput
        case .unknownRoot: TenexCheck.root.meaning
        case .braces: TenexCheck.braces.meaning
        case .unknownInput: TenexCheck.input.meaning
        case .branches: TenexCheck.branches.meaning
        case .otherwise: TenexCheck.otherwise.meaning
        case .operator: TenexCheck.operation.meaning
        case .conditionValue: TenexCheck.comparedValue.meaning
        case .wait: TenexCheck.wait.meaning
        case .retry: TenexCheck.retry.meaning
        case .onError: TenexCheck.onError.meaning
        case .activeWithoutSteps: TenexCheck.active.meaning
        case .trigger: TenexCheck.trigger.meaning
        case .targetURL: TenexCheck.targetURL.meaning
        case .eventType: TenexCheck.event.meaning
        case .missingInput: TenexCheck.mapping.meaning
        case .cron: TenexCheck.cron.meaning
        case .timeZone: TenexCheck.timeZone.meaning
        case .payload:
            Meaning(
                "A workflow and a template declare typed inputs. What was given has a name that "
                    + "is none of them, leaves out one that is required, or is of another type. "
                    + "Nothing was sent.")
        case .condition:
            Meaning(
                "A condition is one comparison `{ field, op, value }`, or others put together: "
                    + "`{ all: […] }`, `{ any: […] }`, `{ not: … }`.",
                example: TenexCheck.document(
                    """
                    next:
                      type: branch
                      branches: [{ condition: lead.score > 80, next: more }, { next: end }]
                    more: { type: wait, config: { duration: 1h } }
                    """))
        case .twoGraphs:
            Meaning(
                "A workflow's steps stand in `steps`, or in the `graph` that the platform shows, "
                    + "and its edges at the steps, in `edges` or in that `graph`: each in one place.",
                example: Self.workflow(
                    "steps: { a: { type: wait, config: { duration: 1h } } }\ngraph: { steps: [] }"))
        case .secondFallback:
            Meaning(
                "Where a step failed, a run goes on at one step.",
                example: Self.workflow(
                    """
                    steps:
                      a: { type: agent, config: { agent_slug: growth-audit }, fallback: b, next: c }
                      b: { type: wait, config: { duration: 1h } }
                      c: { type: wait, config: { duration: 1h } }
                    edges: [{ from: a, to: c, kind: fallback }]
                    """))
        case .childKey:
            Meaning(
                "The keys of triggers are parts of their addresses, so they are made of letters, "
                    + "digits, `_` and `-`. Their `name` may be anything.",
                example: Self.workflow(
                    "triggers: { new lead: { source: crm, event_type: lead.created } }"))
        case .triggerWaits:
            Meaning(
                "A trigger never fires before its workflow is whole. So `enabled: true` counts "
                    + "only where the workflow's file says `status: active`, in itself or by an "
                    + "environment; until then the trigger is made disabled, or stays as it is.",
                example: Self.workflow(
                    """
                    triggers:
                      new_lead: { source: crm, event_type: lead.created, enabled: true }
                    """))
        case .noPath:
            Meaning(
                """
                The account says that the service has no path for something (`paths:` with null), \
                and a change needs it. Write the path that the service has, or leave the change \
                out. `weir explain tenex/api` lists the operations.
                """)
        case .path:
            Meaning(
                """
                A path under `paths:` of an account starts with `/` and has the parameters of its \
                operation, in braces and once each: `/api/v1/flows/runs/{run_id}`. Null says that \
                the service has no such path.
                """)
        case .method:
            Meaning(
                """
                A method under `methods:` of an account is GET, POST, PUT, PATCH or DELETE.
                """)
        case .fieldName:
            Meaning(
                """
                `fields:` of an account gives fields of one shape other names on the service. A \
                name is a text, null says that the service has no such field, and no two fields \
                of a shape may have the same name.
                """)
        case .notReady:
            Meaning(
                """
                A workflow refers to an agent that is not hired into the workspace, or to a \
                connector that is not connected. Its steps would fail. Both are changed in 10ex, \
                not by files: hire the agent, or connect the connector again.
                """)
        case .templateInput:
            Meaning(
                """
                A template has inputs that must be given when a workflow is made of it, and takes \
                no others. Write them under `inputs` of `from_template`.
                """)
        }
    }

    /// A workflow with some fields.
    static func workflow(_ fields: String) -> String {
        "kind: tenex/workflow\nid: example\nname: Example\n\(fields)\n"
    }
}
