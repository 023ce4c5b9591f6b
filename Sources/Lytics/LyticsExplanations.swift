import Diagnostics
import Platforms

/// What the fields of Lytics' documents ask for, and what its calls may meet.
enum LyticsExplanations {
    /// One for each code that no check explains.
    static let all: [Explanation] = fields + calls

    private static let fields = [
        Explanation(
            code: "lytics/unknown-key",
            text: "A document has the fields of its kind, under Lytics' own names. "
                + "`weir explain lytics/flow` lists them.",
            example: FlowCheck.document("entry_segmnet_id: new_signups")),
        Explanation(
            code: "lytics/misplaced-field",
            text: "Some fields belong to steps of one type only: a `delay` to a step that waits.",
            example: FlowCheck.document(
                """
                steps:
                  - { slug: a, type_hint: work_export, work_id: x, delay: 1h, next: end }
                """)),
        Explanation(
            code: "lytics/missing-field",
            text: "A field without which Lytics takes no such object is written, and not empty.",
            example: "kind: lytics/job\nid: example\nworkflow: braze_export\nconfig: {}\n"),
        Explanation(
            code: "lytics/read-only",
            text: "Some fields are set by Lytics alone, such as versions and times. Remove them."),
        Explanation(
            code: "lytics/wrong-type",
            text: "A field holds what it is for: a text, a number, true or false, a list, a map.",
            example: FlowCheck.document("reentry_allowed: sometimes")),
        Explanation(
            code: "lytics/unknown-word",
            text: "A field that takes one of some words takes no other.",
            example: FlowCheck.document("entry_condition: when_ready")),
        Explanation(
            code: "lytics/duplicate-key-value",
            text: "The elements of a list are told apart by one of their fields, such as the slug "
                + "of a step. Two with the same could not be told apart."),
        Explanation(
            code: "lytics/literal-secret",
            text: "A credential is a `${secret.NAME}`, so that it is in no repository, no plan and "
                + "no ledger.",
            example: """
                kind: lytics/auth
                id: example
                label: Example
                type: aws_keys
                config: { secret_key: abc }

                """),
    ]

    private static let calls = [
        Explanation(
            code: "lytics/wire-cannot-carry",
            text: "The form in which this account takes flows has no place for something in this "
                + "flow. `wire: auto` in the account's entry sends such a flow through `/v2/flow`, "
                + "which has."),
        Explanation(
            code: "lytics/edited-in-place",
            text: "Changed steps of a running flow make a new version in draft. The answer is "
                + "none, so Lytics may have changed the version that runs, with people in it. "
                + "Nothing was published or started after that: look at the flow in Lytics."),
        Explanation(
            code: "lytics/shares-lost",
            text: "After an A/B test was written, its shares are read back before the flow is "
                + "started. They are not as written, so everybody would take one way. "
                + "`wire: core` in the account's entry keeps them."),
    ]
}
