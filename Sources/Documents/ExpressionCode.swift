package import Diagnostics

/// The codes for `${…}`.
package enum ExpressionCode: String, ExplainedCode {
    case empty = "expression/empty"
    case malformed = "expression/malformed"
    case unclosed = "expression/unclosed"
    case unknownRoot = "expression/unknown-root"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .empty:
            Meaning(
                "An expression names something: `${var.name}`, `${env.NAME}`, "
                    + "`${secret.NAME}` or `${type/id}`.",
                example: """
                    label: "${}"
                    """)
        case .malformed:
            Meaning(
                "A name has letters, digits, `_`, `-` and `.`; a default follows `:-`; an id "
                    + "that is not a plain word stands in double quotes: `${ai-model/\"GPT-4.1\"}`.",
                example: """
                    label: "${var.a b}"
                    """)
        case .unclosed:
            Meaning(
                "An expression ends with `}`. Where the text `${` itself is meant, write "
                    + "`$${`.",
                example: """
                    label: "${var.name"
                    """)
        case .unknownRoot:
            Meaning(
                "An expression begins with `var.`, `env.`, `secret.` or with a type and a "
                    + "`/`. There are no functions and no calculations.",
                example: """
                    label: "${vra.name}"
                    """)
        }
    }
}
