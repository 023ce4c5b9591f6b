public import Diagnostics

/// What the rules for the text of a file ask for, and why.
public enum YAMLExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "yaml/syntax",
            text: "The file is not YAML: a bracket, a quote or an indentation is missing or too "
                + "much. Nothing below the place is read, so one such mistake can hide others.",
            example: """
                name: [one, two
                other: 1
                """),
        Explanation(
            code: "yaml/bad-utf8",
            text: "A file is UTF-8 without control characters, so that every program reads the "
                + "same text. Save it as UTF-8 in your editor."),
        Explanation(
            code: "yaml/tab",
            text: "A line is indented with spaces. Editors show tabs in different widths, so "
                + "YAML does not take them.",
            example: """
                config:
                	name: a
                """),
        Explanation(
            code: "yaml/duplicate-key",
            text: "A key stands once in a map. Other readers silently take the last one, and "
                + "what was written first is lost. Remove one of the two.",
            example: """
                label: One
                label: Two
                """),
        Explanation(
            code: "yaml/complex-key",
            text: "A key is a text. YAML lets lists and maps be keys; no platform has such "
                + "fields.",
            example: """
                ? [a, b]
                : c
                """),
        Explanation(
            code: "yaml/unknown-tag",
            text: "A tag is one of YAML's own, such as `!!str`. Tags of other programs have no "
                + "meaning here.",
            example: """
                label: !secret abc
                """),
        Explanation(
            code: "yaml/wrong-tag",
            text: "A tag fits what it stands before: `!!int` a number, `!!map` a map.",
            example: """
                count: !!int many
                """),
        Explanation(
            code: "yaml/unknown-alias",
            text: "An alias `*name` repeats what an anchor `&name` above it marks, and never "
                + "stands inside of it.",
            example: """
                first: &one { a: 1 }
                second: *two
                """),
        Explanation(
            code: "yaml/alias-bomb",
            text: "A few lines of aliases within aliases stand for millions of nodes. A file "
                + "that does that is refused before it fills the memory."),
        Explanation(
            code: "yaml/too-large",
            text: "A file is at most as large as a person could review. Split it: several "
                + "files, or several documents in several files, mean the same."),
        Explanation(
            code: "yaml/too-deep",
            text: "Lists and maps nest only so deep. What is nested deeper is a mistake of the "
                + "program that wrote the file."),
        Explanation(
            code: "yaml/merge",
            text: "`<<` takes the keys of a map, or of each map in a list, and stands once in a "
                + "map.",
            example: """
                base: &base { a: 1 }
                other:
                  <<: text
                """),
        Explanation(
            code: "yaml/huge-integer",
            text: "An integer fits into 64 bits, else digits would be lost on the way. Put "
                + "quotes around ids that are longer: they are texts.",
            example: """
                id: 12345678901234567890123
                """),
        Explanation(
            code: "yaml/other-readers",
            text: "This is a text here, as YAML 1.2 says, and something else for readers of "
                + "YAML 1.1: `no` is false for them, `22:00` is 1320. Quotes make all of them "
                + "agree.",
            example: """
                enabled: no
                """),
        Explanation(
            code: "yaml/many-problems",
            text: "So much is wrong with the file that the rest was not looked at. Mend the "
                + "first problems; the others may go with them."),
        Explanation(
            code: "yaml/unquoted-template",
            text: "`{` begins a map, so a text that begins with `{{` is not the text it looks "
                + "like. Put it in quotes.",
            example: """
                score: {{ lead.score }}
                """),
        Explanation(
            code: "yaml/unquoted-brace",
            text: "`{` begins a map and `[` a list. A text that begins with one of them stands "
                + "in quotes.",
            example: """
                message: {NAME}, hello
                """),
        Explanation(
            code: "yaml/unquoted-expression",
            text: "Between brackets or braces, the `}` of `${…}` ends the map around it. Put "
                + "the expression in quotes there.",
            example: """
                account: { token: ${secret.TOKEN} }
                """),
        Explanation(
            code: "yaml/unquoted-colon",
            text: "A colon before a space makes a key. A text that has one stands in quotes.",
            example: """
                label: Note: read this
                """),
        Explanation(
            code: "json/syntax",
            text: "A file whose name ends in `.json`, and a document that begins like JSON, "
                + "follows JSON's own rules: double quotes, commas between members, none after "
                + "the last."),
    ]
}
