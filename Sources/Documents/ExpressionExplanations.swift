public import Diagnostics

/// What the rules for `${…}` ask for, and why.
public enum ExpressionExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "expression/empty",
            text: "An expression names something: `${var.name}`, `${env.NAME}`, "
                + "`${secret.NAME}` or `${type/id}`.",
            example: """
                label: "${}"
                """),
        Explanation(
            code: "expression/malformed",
            text: "A name has letters, digits, `_`, `-` and `.`; a default follows `:-`; an id "
                + "that is not a plain word stands in double quotes: `${ai-model/\"GPT-4.1\"}`.",
            example: """
                label: "${var.a b}"
                """),
        Explanation(
            code: "expression/unclosed",
            text: "An expression ends with `}`. Where the text `${` itself is meant, write "
                + "`$${`.",
            example: """
                label: "${var.name"
                """),
        Explanation(
            code: "expression/unknown-root",
            text: "An expression begins with `var.`, `env.`, `secret.` or with a type and a "
                + "`/`. There are no functions and no calculations.",
            example: """
                label: "${vra.name}"
                """),
    ]
}
