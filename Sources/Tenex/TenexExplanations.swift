import Diagnostics
import Platforms

/// What the fields of 10ex's documents ask for, alone and together.
enum TenexExplanations {
    /// One for each code that no check explains.
    static let all: [Explanation] = fields + spelling + projects

    private static let fields = [
        Explanation(
            code: "tenex/unknown-key",
            text: "A document has the fields of its kind, under 10ex's own names. "
                + "`weir explain tenex/workflow` lists them.",
            example: workflow("summary: Hello")),
        Explanation(
            code: "tenex/misplaced-field",
            text: "Some fields of `config` belong to steps of one type only: a `duration` to a "
                + "wait.",
            example: TenexCheck.document(
                "next: { type: agent, config: { agent_slug: growth-audit, duration: 1h } }")),
        Explanation(
            code: "tenex/missing-field",
            text: "A field without which 10ex takes no such object is written, and not null.",
            example: "kind: tenex/workflow\nid: example\n"),
        Explanation(
            code: "tenex/read-only",
            text: "Some fields are set by 10ex alone. Remove them."),
        Explanation(
            code: "tenex/wrong-type",
            text: "A field holds what it is for: a text, a number, true or false, a list, a map. "
                + "A duration is written `3d`, `72h` or `P3D`; one in months or years has no "
                + "fixed length.",
            example: workflow("archive_superseded: sometimes")),
        Explanation(
            code: "tenex/unknown-word",
            text: "A field that takes one of some words takes no other.",
            example: workflow("status: running")),
        Explanation(
            code: "tenex/duplicate-key-value",
            text: "Elements are told apart by one of their fields: steps and triggers by `key`, "
                + "inputs by `name`. Two with the same could not be told apart.",
            example: workflow(
                "inputs: [{ name: a, type: string }, { name: a, type: number }]")),
        Explanation(
            code: "tenex/literal-secret",
            text: "A credential is a `${secret.NAME}`, so that it is in no repository, no plan and "
                + "no ledger."),
        Explanation(
            code: "tenex/condition",
            text: "A condition is one comparison `{ field, op, value }`, or others put together: "
                + "`{ all: […] }`, `{ any: […] }`, `{ not: … }`.",
            example: TenexCheck.document(
                """
                next:
                  type: branch
                  branches: [{ condition: lead.score > 80, next: more }, { next: end }]
                more: { type: wait, config: { duration: 1h } }
                """)),
    ]

    private static let spelling = [
        Explanation(
            code: "tenex/two-graphs",
            text: "A workflow's steps stand in `steps`, or in the `graph` that the platform shows, "
                + "and its edges at the steps, in `edges` or in that `graph`: each in one place.",
            example: workflow(
                "steps: { a: { type: wait, config: { duration: 1h } } }\ngraph: { steps: [] }")),
        Explanation(
            code: "tenex/second-fallback",
            text: "Where a step failed, a run goes on at one step.",
            example: workflow(
                """
                steps:
                  a: { type: agent, config: { agent_slug: growth-audit }, fallback: b, next: c }
                  b: { type: wait, config: { duration: 1h } }
                  c: { type: wait, config: { duration: 1h } }
                edges: [{ from: a, to: c, kind: fallback }]
                """)),
        Explanation(
            code: "tenex/child-key",
            text: "The keys of triggers are parts of their addresses, so they are made of letters, "
                + "digits, `_` and `-`. Their `name` may be anything.",
            example: workflow(
                "triggers: { new lead: { source: crm, event_type: lead.created } }")),
    ]

    private static let projects = [
        Explanation(
            code: "tenex/trigger-waits",
            text: "A trigger never fires before its workflow is whole. So `enabled: true` counts "
                + "only where the workflow's file says `status: active`, in itself or by an "
                + "environment; until then the trigger is made disabled, or stays as it is.",
            example: workflow(
                """
                triggers:
                  new_lead: { source: crm, event_type: lead.created, enabled: true }
                """))
    ]

    private static func workflow(_ fields: String) -> String {
        "kind: tenex/workflow\nid: example\nname: Example\n\(fields)\n"
    }
}
