import Diagnostics

/// What an author did where libyaml gave up.
struct SyntaxMistake {
    /// The problem in our words.
    let diagnostic: Diagnostic
    /// How to cover it to read on; nil where nobody knows how far it goes.
    var paint: Painting.Stretch?

    /// Finds the mistake behind a failure; earlier ones are painted over and not found again.
    static func find(
        _ failure: SyntaxFailure, in text: DocumentParser.Text, painted: [UInt8]
    ) -> SyntaxMistake {
        let at = min(failure.problem.at, text.bytes.count)
        if let conflict = MergeConflict.find(in: text) {
            return SyntaxMistake(diagnostic: conflict)
        }
        if let tab = tab(failure, at, in: text) { return tab }
        if let cause = Lookalike.cause(at: at, in: text) {
            return SyntaxMistake(diagnostic: cause.asError)
        }
        if let open = openQuote(failure, at, in: text) { return open }
        let line = LineText(around: at, in: painted)
        return quoting(failure, at, line, in: text)
            ?? SyntaxMistake(diagnostic: SyntaxProblem.diagnostic(failure, in: text))
    }

    private static func tab(
        _ failure: SyntaxFailure, _ at: Int, in text: DocumentParser.Text
    ) -> SyntaxMistake? {
        let bytes = text.bytes
        guard
            failure.problem.problem.contains("tab character") || at < bytes.count && bytes[at] == 9
        else { return nil }
        var start = min(at, max(0, bytes.count - 1))
        while start > 0, bytes[start] != 9, bytes[start - 1] != 0x0A { start -= 1 }
        while start > 0, bytes[start - 1] == 9 { start -= 1 }
        var end = start
        while end < bytes.count, bytes[end] == 9 { end += 1 }
        let span = text.span(start, max(end, start + 1))
        let spaces = String(repeating: "  ", count: end - start)
        return SyntaxMistake(
            diagnostic: .error(
                YAMLCode.tab, "a line must be indented with spaces, not tabs", at: span,
                help: "indent with spaces",
                fix: .init(span, replacement: spaces)))
    }

    /// A text in quotes over several lines with something behind it: its own quote is missing, and
    /// the next one of the file closed it.
    private static func openQuote(
        _ failure: SyntaxFailure, _ at: Int, in text: DocumentParser.Text
    ) -> SyntaxMistake? {
        let range = failure.lastScalar
        guard failure.lastStyle == .quoted, range.upperBound <= at, at < text.bytes.count,
            text.bytes[range].contains(0x0A),
            !text.bytes[range.upperBound...at].contains(0x0A)
        else { return nil }
        let sign = String(decoding: text.bytes[range.prefix(1)], as: UTF8.self)
        return SyntaxMistake(
            diagnostic: .error(
                YAMLCode.syntax, "this `\(sign)` is not closed on its line",
                at: text.span(range.lowerBound, range.lowerBound + 1),
                secondary: [
                    .init(text.span(range.upperBound - 1, range.upperBound), "this one closes it")
                ],
                help: "close the text with `\(sign)` where it ends"))
    }

    private static func quoting(
        _ failure: SyntaxFailure, _ at: Int, _ line: LineText, in text: DocumentParser.Text
    ) -> SyntaxMistake? {
        let isInFlow = failure.openFlows > 0
        if let range = line.flowExpression(isInFlow: isInFlow), range.lowerBound <= at {
            return SyntaxMistake(range, in: text, Mistakes.expression)
        }
        if let range = line.template(), range.lowerBound <= at {
            return SyntaxMistake(range, in: text, Mistakes.template)
        }
        guard !isInFlow || at >= line.value else { return nil }
        if let range = line.braceText(), range.lowerBound < at {
            return closing(range, in: text) ?? SyntaxMistake(range, in: text, Mistakes.brace)
        }
        return colon(failure, at, line, in: text) ?? sign(failure, at, line, in: text)
    }

    /// A bracket or brace too many behind a list or map that is whole without it.
    private static func closing(
        _ range: Range<Int>, in text: DocumentParser.Text
    ) -> SyntaxMistake? {
        var depth = 0
        for index in range {
            switch text.bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: continue
            }
            guard depth < 0 else { continue }
            return SyntaxMistake(index..<index + 1, paint: UInt8(ascii: " "), in: text) {
                sign, span in
                .error(
                    YAMLCode.syntax, "`\(sign)` closes nothing that is open", at: span,
                    help: "remove it")
            }
        }
        return nil
    }

    private static func colon(
        _ failure: SyntaxFailure, _ at: Int, _ line: LineText, in text: DocumentParser.Text
    ) -> SyntaxMistake? {
        guard failure.problem.problem.contains("mapping values are not allowed"), line.value < at,
            at < line.end, text.bytes[line.value] != 0x22, text.bytes[line.value] != 0x27
        else { return nil }
        return SyntaxMistake(line.value..<line.end, in: text) { written, span in
            Mistakes.colon(written, at: span, colon: text.span(at, at + 1))
        }
    }

    /// A text that begins with a sign YAML keeps for itself, such as `@` or `%`.
    private static func sign(
        _ failure: SyntaxFailure, _ at: Int, _ line: LineText, in text: DocumentParser.Text
    ) -> SyntaxMistake? {
        guard failure.problem.problem.contains("cannot start any token"), line.value == at,
            at < line.end, failure.openFlows == 0
        else { return nil }
        let sign = String(decoding: text.bytes[at...at], as: UTF8.self)
        return SyntaxMistake(at..<line.end, in: text) { written, span in
            .error(
                YAMLCode.syntax, "a text that begins with `\(sign)` must be quoted", at: span,
                fix: .init(span, replacement: YAMLQuoting.quoted(written)))
        }
    }

    private init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    private init(
        _ range: Range<Int>, paint: UInt8 = UInt8(ascii: "x"), in text: DocumentParser.Text,
        _ describe: (String, SourceSpan) -> Diagnostic
    ) {
        let written = String(decoding: text.bytes[range], as: UTF8.self)
        diagnostic = describe(written, text.span(range.lowerBound, range.upperBound))
        self.paint = Painting.Stretch(
            start: range.lowerBound, end: range.upperBound, paint: paint)
    }
}
