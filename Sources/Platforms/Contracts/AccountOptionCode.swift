package import Diagnostics

/// The codes for what platforms read of a project themselves.
package enum AccountOptionCode: String, ExplainedCode {
    case type = "project/type"
    case option = "project/option"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .type:
            Meaning(
                "A key of ours holds what it is for: a map, a list, a text. The message says "
                    + "which.",
                example: """
                    kind: weir/project
                    name: example
                    vars: [a]
                    """)
        case .option:
            Meaning(
                "A word of ours is one of those listed in the message.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: { wire: pigeon } }
                    """)
        }
    }
}
