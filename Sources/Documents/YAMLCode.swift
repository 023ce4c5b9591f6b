package import Diagnostics

/// The codes for the text of a file.
package enum YAMLCode: String, ExplainedCode {
    case syntax = "yaml/syntax"
    case badUTF8 = "yaml/bad-utf8"
    case tab = "yaml/tab"
    case duplicateKey = "yaml/duplicate-key"
    case complexKey = "yaml/complex-key"
    case unknownTag = "yaml/unknown-tag"
    case wrongTag = "yaml/wrong-tag"
    case unknownAlias = "yaml/unknown-alias"
    case aliasBomb = "yaml/alias-bomb"
    case tooLarge = "yaml/too-large"
    case tooDeep = "yaml/too-deep"
    case merge = "yaml/merge"
    case hugeInteger = "yaml/huge-integer"
    case notFinite = "yaml/not-finite"
    case mergeConflict = "yaml/merge-conflict"
    case otherReaders = "yaml/other-readers"
    case manyProblems = "yaml/many-problems"
    case lookalike = "yaml/lookalike"
    case unquotedTemplate = "yaml/unquoted-template"
    case unquotedBrace = "yaml/unquoted-brace"
    case unquotedExpression = "yaml/unquoted-expression"
    case unquotedColon = "yaml/unquoted-colon"
    case jsonSyntax = "json/syntax"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .syntax:
            Meaning(
                "The file is not YAML: a bracket, a quote or an indentation is missing or too "
                    + "much. Nothing below the place is read, so one such mistake can hide others.",
                example: """
                    name: [one, two
                    other: 1
                    """)
        case .badUTF8:
            Meaning(
                "A file is UTF-8 without control characters, so that every program reads the "
                    + "same text. Save it as UTF-8 in your editor.")
        case .tab:
            Meaning(
                "A line is indented with spaces. Editors show tabs in different widths, so "
                    + "YAML does not take them.",
                example: """
                    config:
                    	name: a
                    """)
        case .duplicateKey:
            Meaning(
                "A key stands once in a map. Other readers silently take the last one, and "
                    + "what was written first is lost. Remove one of the two.",
                example: """
                    label: One
                    label: Two
                    """)
        case .complexKey:
            Meaning(
                "A key is a text. YAML lets lists and maps be keys; no platform has such "
                    + "fields.",
                example: """
                    ? [a, b]
                    : c
                    """)
        case .unknownTag:
            Meaning(
                "A tag is one of YAML's own, such as `!!str`. Tags of other programs have no "
                    + "meaning here.",
                example: """
                    label: !secret abc
                    """)
        case .wrongTag:
            Meaning(
                "A tag fits what it stands before: `!!int` a number, `!!map` a map.",
                example: """
                    count: !!int many
                    """)
        case .unknownAlias:
            Meaning(
                "An alias `*name` repeats what an anchor `&name` above it marks, and never "
                    + "stands inside of it.",
                example: """
                    first: &one { a: 1 }
                    second: *two
                    """)
        case .aliasBomb:
            Meaning(
                "A few lines of aliases within aliases stand for millions of nodes. A file "
                    + "that does that is refused before it fills the memory.")
        case .tooLarge:
            Meaning(
                "A file is at most as large as a person could review. Split it: several "
                    + "files, or several documents in several files, mean the same.")
        case .tooDeep:
            Meaning(
                "Lists and maps nest only so deep. What is nested deeper is a mistake of the "
                    + "program that wrote the file.")
        case .merge:
            Meaning(
                "`<<` takes the keys of a map, or of each map in a list, and stands once in a "
                    + "map.",
                example: """
                    base: &base { a: 1 }
                    other:
                      <<: text
                    """)
        case .mergeConflict:
            Meaning(
                "Git leaves both sides of a conflict in the file, between lines of `<`, `=` and "
                    + "`>`. Somebody says which of them is right.",
                example: """
                    <<<<<<< ours
                    label: One
                    =======
                    label: Two
                    >>>>>>> theirs
                    """)
        case .notFinite:
            Meaning(
                "A number is finite: JSON has no other, and the platforms would be sent nothing. "
                    + "`12e456` may be an id, which is a text in quotes.",
                example: """
                    config: { digest: 12e456 }
                    """)
        case .hugeInteger:
            Meaning(
                "An integer fits into 64 bits and another number has 17 digits at most, else "
                    + "digits would be lost on the way. Put quotes around ids that are longer: "
                    + "they are texts.",
                example: """
                    id: 12345678901234567890123
                    """)
        case .otherReaders:
            Meaning(
                "This is a text here, as YAML 1.2 says, and something else for readers of "
                    + "YAML 1.1: `no` is false for them, `22:00` is 1320. Quotes make all of them "
                    + "agree.",
                example: """
                    enabled: no
                    """)
        case .manyProblems:
            Meaning(
                "So much is wrong with the file that the rest was not looked at. Mend the "
                    + "first problems; the others may go with them.")
        case .lookalike:
            Meaning(
                "Word processors write dashes, quotation marks and spaces that look like those of "
                    + "YAML. To YAML they are part of a text.",
                example: """
                    label: “Welcome”
                    """)
        case .unquotedTemplate:
            Meaning(
                "`{` begins a map, so a text that begins with `{{` is not the text it looks "
                    + "like. Put it in quotes.",
                example: """
                    score: {{ lead.score }}
                    """)
        case .unquotedBrace:
            Meaning(
                "`{` begins a map and `[` a list. A text that begins with one of them stands "
                    + "in quotes.",
                example: """
                    message: {NAME}, hello
                    """)
        case .unquotedExpression:
            Meaning(
                "Between brackets or braces, the `}` of `${…}` ends the map around it. Put "
                    + "the expression in quotes there.",
                example: """
                    account: { token: ${secret.TOKEN} }
                    """)
        case .unquotedColon:
            Meaning(
                "A colon before a space makes a key. A text that has one stands in quotes.",
                example: """
                    label: Note: read this
                    """)
        case .jsonSyntax:
            Meaning(
                "A file whose name ends in `.json`, and a document that begins like JSON, "
                    + "follows JSON's own rules: double quotes, commas between members, none after "
                    + "the last.")
        }
    }
}
