package import Diagnostics

/// The codes for documents, references and the `weir` block.
package enum ProjectCode: String, ExplainedCode {
    case unreadable = "project/unreadable"
    case kind = "project/kind"
    case unknownKind = "project/unknown-kind"
    case noDocument = "project/no-document"
    case ambiguousReference = "project/ambiguous-reference"
    case noKind = "project/no-kind"
    case stray = "project/stray-document"
    case folder = "project/folder"
    case noID = "project/no-id"
    case id = "project/id"
    case duplicate = "project/duplicate"
    case sameButCase = "project/same-but-case"
    case literalSecret = "project/literal-secret"
    case noAccount = "project/no-account"
    case whichAccount = "project/which-account"
    case unknownAccount = "project/unknown-account"
    case expression = "project/expression"
    case expressionPlace = "project/expression-place"
    case unknownVariable = "project/unknown-variable"
    case unknownReference = "project/unknown-reference"
    case unknownField = "project/unknown-field"
    case unknownType = "project/unknown-type"
    case cycle = "project/cycle"
    case textFile = "project/text-file"
    case textTwice = "project/text-twice"
    case textLiteral = "project/text-literal"
    case was = "project/was"
    case operatePayload = "operate/payload"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .unreadable:
            Meaning(
                "Every file of the project can be read. A file that cannot might hold what "
                    + "would then look removed, so nothing is planned without it.")
        case .kind:
            Meaning(
                "`kind` is a text: `lytics/flow`.",
                example: """
                    kind: [lytics/flow]
                    id: example
                    """)
        case .unknownKind:
            Meaning(
                "`kind` is one of those that `weir explain` lists.",
                example: """
                    kind: lytics/flwo
                    id: example
                    """)
        case .noDocument:
            Meaning(
                "A variable or an intent of an agent stands in the document of its agent, and "
                    + "is a row of its own in a plan. It has no document of its own.")
        case .ambiguousReference:
            Meaning(
                "`variable/x` and `intent/x` are short for the variable or intent of the agent "
                    + "that a document names. Where several agents have one and the document names "
                    + "none of them, the whole address is written: "
                    + "`frontline/agent/support/variable/x`.")
        case .noKind:
            Meaning(
                "A document without `kind` is not part of the project. This one looks as if "
                    + "it should be.",
                example: """
                    id: example
                    name: Example
                    workflow: braze_export
                    config: {}
                    """)
        case .stray:
            Meaning(
                "Beside documents of the project stands what may have been one: a list, a text, "
                    + "or a document wrapped in another key. Left out in silence it would be "
                    + "taken for removed, and what it managed be deleted.",
                example: """
                    kind: lytics/job
                    id: example
                    name: Example
                    workflow: webhook_triggers
                    config: {}
                    ---
                    - kind: lytics/job
                      id: other
                    """)
        case .folder:
            Meaning(
                "Every folder of the project can be read, and no link leads out of it. What is "
                    + "left out in silence would be taken for removed.")
        case .noID:
            Meaning(
                "A document has an `id`: your own stable name for it, which the ledger and "
                    + "references know it by.",
                example: """
                    kind: lytics/flow
                    label: Example
                    """)
        case .id:
            Meaning(
                "An `id` has letters, digits, `_` and `-`.",
                example: """
                    kind: lytics/flow
                    id: a b
                    label: Example
                    """)
        case .duplicate:
            Meaning(
                "An address names one document, and a name one environment. Two with the same "
                    + "would be one object on the platform.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: Example
                    ---
                    kind: lytics/flow
                    id: example
                    label: Example
                    """)
        case .sameButCase:
            Meaning(
                "Two addresses that differ in small and capital letters only are two resources "
                    + "here, and look like one to people and to some file systems.")
        case .literalSecret:
            Meaning(
                "A credential that is written out is in the history of git for good, and in every "
                    + "plan. Fields that must be secrets refuse it; elsewhere this is a warning.")
        case .noAccount:
            Meaning(
                "A document is on a platform that `weir.yaml` names an account of.",
                example: """
                    kind: weir/project
                    name: example
                    ---
                    kind: lytics/flow
                    id: example
                    label: Example
                    """)
        case .whichAccount:
            Meaning(
                "Where a platform has several accounts, a document says which: `weir: { "
                    + "account: NAME }`.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { one: { platform: lytics }, two: { platform: lytics } }
                    ---
                    kind: lytics/flow
                    id: example
                    label: Example
                    """)
        case .unknownAccount:
            Meaning(
                "An account that is named is one of those in `weir.yaml`.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: Example
                    weir: { account: other }
                    """)
        case .expression:
            Meaning(
                "A reference is `${type/id}`, `${account/type/id}`, or one of these with a "
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
                    """)
        case .expressionPlace:
            Meaning(
                "Each place takes some expressions only: variables may hold `${env.X}`, "
                    + "settings no references, `kind` and `id` none at all. So one reading from top "
                    + "to bottom resolves everything.",
                example: """
                    kind: lytics/flow
                    id: "${var.a}"
                    label: Example
                    """)
        case .unknownVariable:
            Meaning(
                "`${var.name}` is set under `vars` in `weir.yaml` or in the environment.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: "${var.missing}"
                    """)
        case .unknownField:
            Meaning(
                "Behind an address and a dot stands a field that its kind has. Without one a "
                    + "reference is the id.",
                example: """
                    kind: lytics/job
                    id: example
                    name: Example
                    workflow: webhook_triggers
                    config: { other: "${job/example.nmae}" }
                    """)
        case .unknownReference:
            Meaning(
                "A reference names a document of the project by its address: its type and its "
                    + "`id`.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: Example
                    weir: { after: [job/missing] }
                    """)
        case .unknownType:
            Meaning(
                "The type in a reference is a kind or a lookup of the platform.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: "${jbo/a}"
                    """)
        case .cycle:
            Meaning(
                "References never lead back to where they start: nothing in a circle could be "
                    + "made first.")
        case .textFile:
            Meaning(
                "`field@: path` reads a text from a file inside the project: it exists, is "
                    + "UTF-8 and not too large, and its path is relative to the file it is written "
                    + "in.",
                example: """
                    kind: lytics/flow
                    id: example
                    label@: missing.txt
                    """)
        case .textTwice:
            Meaning(
                "A field is written out or read from a file, not both.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: One
                    label@: one.txt
                    """)
        case .textLiteral:
            Meaning(
                "A text read from a file is taken as it is: `${…}` in it is sent as those "
                    + "characters. If it should be resolved, write the text into the document.")
        case .was:
            Meaning(
                "`was` names an address that no document has any more: the object keeps its "
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
                    """)
        case .operatePayload:
            Meaning(
                "`-f` takes one object: the platform's own JSON, or one document of a project. "
                    + "It could not be read, or holds something else.")
        }
    }
}
