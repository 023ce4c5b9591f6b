public import Diagnostics

/// What the rules for documents, references and the `weir` block ask for, and why.
public enum ProjectExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "project/unreadable",
            text: "Every file of the project can be read. A file that cannot might hold what "
                + "would then look removed, so nothing is planned without it."),
        Explanation(
            code: "project/kind",
            text: "`kind` is a text: `lytics/flow`.",
            example: """
                kind: [lytics/flow]
                id: example
                """),
        Explanation(
            code: "project/unknown-kind",
            text: "`kind` is one of those that `weir explain` lists.",
            example: """
                kind: lytics/flwo
                id: example
                """),
        Explanation(
            code: "project/no-document",
            text: "A variable or an intent of an agent stands in the document of its agent, and "
                + "is a row of its own in a plan. It has no document of its own."),
        Explanation(
            code: "project/ambiguous-reference",
            text: "`variable/x` and `intent/x` are short for the variable or intent of the agent "
                + "that a document names. Where several agents have one and the document names "
                + "none of them, the whole address is written: "
                + "`frontline/agent/support/variable/x`."),
        Explanation(
            code: "project/no-kind",
            text: "A document without `kind` is not part of the project. This one looks as if "
                + "it should be.",
            example: """
                id: example
                name: Example
                workflow: braze_export
                config: {}
                """),
        Explanation(
            code: "project/no-id",
            text: "A document has an `id`: your own stable name for it, which the ledger and "
                + "references know it by.",
            example: """
                kind: lytics/flow
                label: Example
                """),
        Explanation(
            code: "project/id",
            text: "An `id` has letters, digits, `_` and `-`.",
            example: """
                kind: lytics/flow
                id: a b
                label: Example
                """),
        Explanation(
            code: "project/duplicate",
            text: "An address names one document, and a name one environment. Two with the same "
                + "would be one object on the platform.",
            example: """
                kind: lytics/flow
                id: example
                label: Example
                ---
                kind: lytics/flow
                id: example
                label: Example
                """),
        Explanation(
            code: "project/no-account",
            text: "A document is on a platform that `weir.yaml` names an account of.",
            example: """
                kind: weir/project
                name: example
                ---
                kind: lytics/flow
                id: example
                label: Example
                """),
        Explanation(
            code: "project/which-account",
            text: "Where a platform has several accounts, a document says which: `weir: { "
                + "account: NAME }`.",
            example: """
                kind: weir/project
                name: example
                accounts: { one: { platform: lytics }, two: { platform: lytics } }
                ---
                kind: lytics/flow
                id: example
                label: Example
                """),
        Explanation(
            code: "project/unknown-account",
            text: "An account that is named is one of those in `weir.yaml`.",
            example: """
                kind: lytics/flow
                id: example
                label: Example
                weir: { account: other }
                """),
        Explanation(
            code: "project/expression",
            text: "A reference is `${type/id}`, `${account/type/id}`, or one of these with a "
                + "`.field`. A list or a map is a whole value and never part of a text.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                vars: { several: [one, two] }
                ---
                kind: lytics/flow
                id: example
                label: "These: ${var.several}"
                """),
        Explanation(
            code: "project/expression-place",
            text: "Each place takes some expressions only: variables may hold `${env.X}`, "
                + "settings no references, `kind` and `id` none at all. So one reading from top "
                + "to bottom resolves everything.",
            example: """
                kind: lytics/flow
                id: "${var.a}"
                label: Example
                """),
        Explanation(
            code: "project/unknown-variable",
            text: "`${var.name}` is set under `vars` in `weir.yaml` or in the environment.",
            example: """
                kind: lytics/flow
                id: example
                label: "${var.missing}"
                """),
        Explanation(
            code: "project/unknown-reference",
            text: "A reference names a document of the project by its address: its type and its "
                + "`id`.",
            example: """
                kind: lytics/flow
                id: example
                label: Example
                weir: { after: [job/missing] }
                """),
        Explanation(
            code: "project/unknown-type",
            text: "The type in a reference is a kind or a lookup of the platform.",
            example: """
                kind: lytics/flow
                id: example
                label: "${jbo/a}"
                """),
        Explanation(
            code: "project/cycle",
            text: "References never lead back to where they start: nothing in a circle could be "
                + "made first."),
        Explanation(
            code: "project/text-file",
            text: "`field@: path` reads a text from a file inside the project: it exists, is "
                + "UTF-8 and not too large, and its path is relative to the file it is written "
                + "in.",
            example: """
                kind: lytics/flow
                id: example
                label@: missing.txt
                """),
        Explanation(
            code: "project/text-twice",
            text: "A field is written out or read from a file, not both.",
            example: """
                kind: lytics/flow
                id: example
                label: One
                label@: one.txt
                """),
        Explanation(
            code: "project/text-literal",
            text: "A text read from a file is taken as it is: `${…}` in it is sent as those "
                + "characters. If it should be resolved, write the text into the document."),
        Explanation(
            code: "project/was",
            text: "`was` names an address that no document has any more: the object keeps its "
                + "place on the platform and gets a new name here.",
            example: """
                kind: lytics/flow
                id: example
                label: Example
                weir: { was: flow/other }
                ---
                kind: lytics/flow
                id: other
                label: Other
                """),
    ]
}
