import Diagnostics

extension SyntaxProblem {
    /// A syntax error in our words, with the place libyaml had started from.
    static func diagnostic(_ failure: SyntaxFailure, in text: DocumentParser.Text) -> Diagnostic {
        let problem = failure.problem
        let at = min(problem.at, text.bytes.count)
        let (message, help) = words(failure, at, in: text)
        return .error(
            YAMLCode.syntax, message, at: span(at, in: text),
            secondary: context(problem, at, in: text), help: help)
    }

    /// The character at an offset; the end of the last line where the file has ended.
    private static func span(_ at: Int, in text: DocumentParser.Text) -> SourceSpan {
        guard at < text.bytes.count else {
            var end = text.bytes.count
            while end > 0, text.bytes[end - 1] <= 0x20 { end -= 1 }
            return text.span(end, end)
        }
        var end = at + 1
        while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return text.span(at, text.bytes[at] == 0x0A ? at : end)
    }

    private static func context(
        _ problem: SyntaxProblem, _ at: Int, in text: DocumentParser.Text
    ) -> [Diagnostic.Label] {
        let names = [
            "block mapping": "the map begins here", "block collection": "the list begins here",
            "flow mapping": "this `{` is open", "flow sequence": "this `[` is open",
            "quoted scalar": "the quoted text begins here", "simple key": "the key begins here",
        ]
        guard let start = problem.contextStart, start != at, start < text.bytes.count,
            let name = names.first(where: { problem.context.contains($0.key) })?.value
        else { return [] }
        return [.init(text.span(start, start + 1), name)]
    }

    private static func words(
        _ failure: SyntaxFailure, _ at: Int, in text: DocumentParser.Text
    ) -> (String, String?) {
        let problem = failure.problem
        let line = LineText(around: at, in: text.bytes)
        let isBehindQuotes =
            failure.lastStyle == .quoted && line.start <= failure.lastScalar.lowerBound
            && failure.lastScalar.upperBound <= at && at < line.end
        if isBehindQuotes, problem.problem.hasPrefix("did not find expected") {
            return (
                "nothing may follow a quoted text",
                "put the quotes around the whole text"
            )
        }
        if problem.problem.contains("invalid Unicode character escape"),
            let pair = JSONPair(text.bytes, at: at)
        {
            return (
                "`\(pair.written)` is JSON's spelling of one character, which YAML does not know",
                "write `\(pair.escape)`"
            )
        }
        for (part, message, help) in table where problem.problem.contains(part) {
            return (message, help)
        }
        return ("YAML cannot be read here: \(problem.problem)", nil)
    }

    private static let table: [(String, String, String?)] = [
        (
            "did not find expected key", "a line must belong to the map around it",
            "indent it like the keys above, and quote texts with special characters"
        ),
        (
            "did not find expected '-' indicator", "a line must belong to the list around it",
            "begin it with `- `, or indent it like the keys of an item"
        ),
        (
            "did not find expected ',' or ']'", "the items of a `[…]` must be parted by commas",
            "close it with `]`"
        ),
        (
            "did not find expected ',' or '}'", "the entries of a `{…}` must be parted by commas",
            "close it with `}`"
        ),
        (
            "did not find expected node content", "a value must stand here", nil
        ),
        (
            "did not find expected <document start>",
            "only one value may stand at the top of a document",
            "begin a further document with `---`"
        ),
        (
            "mapping values are not allowed", "a key cannot stand here",
            "a text above it is not finished, or the line is indented too far"
        ),
        (
            "block sequence entries are not allowed", "a list item cannot stand here",
            "begin the list on a line of its own"
        ),
        ("mapping keys are not allowed", "a key cannot stand here", nil),
        (
            "could not find expected ':'", "a key must be followed by a colon on its line",
            "write `key: value`"
        ),
        ("cannot start any token", "a text that begins with this sign must be quoted", nil),
        ("found unexpected end of stream", "a quoted text must be closed", nil),
        ("found unexpected document indicator", "a quoted text must be closed", nil),
        (
            "found unknown escape character", "an escape must be one that YAML knows",
            "in single quotes a backslash stands for itself"
        ),
        ("expected hexdecimal number", "an escape must have all its hexadecimal digits", nil),
        ("invalid Unicode character escape", "an escape must name a Unicode character", nil),
        ("undefined tag handle", "a tag's handle must be declared", nil),
        (
            "expected alphabetic or numeric character",
            "an anchor or alias must be named with letters and digits",
            "a text that begins with `*` or `&` needs quotes"
        ),
        ("maximum nesting level", "lists and maps must not nest so deep", nil),
        ("directive", "a directive must be one that YAML knows", nil),
        ("incompatible YAML document", "a file must be written in YAML 1.1 or 1.2", nil),
        ("tag", "a tag must be complete", nil),
        ("indentation indicator", "an indentation must be a digit from 1 to 9", nil),
        (
            "expected comment or line break", "nothing may follow `|` or `>` on its line",
            "begin the text on the next line"
        ),
    ]
}
