import Diagnostics

/// The words for what a file may get wrong beyond its syntax.
enum Mistakes {
    /// What tells a rule of Weir's own from one of YAML's.
    private static let ownRule = ["YAML allows this, Weir does not"]

    static func duplicateKey(_ entry: Node.Entry, first: Node.Entry) -> Diagnostic {
        .error(
            YAMLCode.duplicateKey, "a key may stand once in a map: `\(entry.key)`",
            at: entry.keySpan, secondary: [.init(first.keySpan, "first written here")])
    }

    static func complexKey(at span: SourceSpan) -> Diagnostic {
        .error(YAMLCode.complexKey, "a key must be a text", at: span, notes: ownRule)
    }

    static func unknownTag(_ tag: String, among known: [String], at span: SourceSpan) -> Diagnostic
    {
        let near = Suggestion.nearest(to: tag, among: known)
        return .error(
            YAMLCode.unknownTag, "a tag must be one of YAML's own: `\(tag)`", at: span,
            notes: ownRule,
            help: near.map { "did you mean `\($0)`?" }
                ?? "the known tags are \(known.map { "`\($0)`" }.joined(separator: " "))")
    }

    static func wrongTag(_ tag: String, found: String, at span: SourceSpan) -> Diagnostic {
        .error(YAMLCode.wrongTag, "the tag `\(tag)` does not fit \(found)", at: span)
    }

    static func unknownAlias(
        _ name: String, among known: [String], at span: SourceSpan
    ) -> Diagnostic {
        .error(
            YAMLCode.unknownAlias, "an alias must name an anchor above it: `*\(name)`", at: span,
            label: "no anchor `&\(name)` above",
            help: Suggestion.nearest(to: name, among: known).map { "did you mean `*\($0)`?" }
                ?? "a text that begins with `*` needs quotes")
    }

    static func ownAlias(_ name: String, at span: SourceSpan, anchor: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.unknownAlias, "an alias must not stand inside its own anchor: `*\(name)`",
            at: span, secondary: [.init(anchor, "the anchor")])
    }

    static func aliasBomb(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.aliasBomb, "aliases must not expand a file to more than \(limit) nodes",
            at: span)
    }

    static func tooMany(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        .error(YAMLCode.tooLarge, "a file must not have more than \(limit) nodes", at: span)
    }

    static func tooDeep(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        .error(YAMLCode.tooDeep, "lists and maps must not nest deeper than \(limit)", at: span)
    }

    static func merge(at span: SourceSpan) -> Diagnostic {
        .error(YAMLCode.merge, "`<<` must name a map or a list of maps", at: span)
    }

    static func secondMerge(at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.merge, "`<<` may stand once in a map", at: span,
            help: "write one list: `<<: [*first, *second]`")
    }

    static func hugeInteger(_ written: String, at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.hugeInteger, "an integer must fit into 64 bits: `\(written)`", at: span,
            notes: ownRule,
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func notFinite(_ written: String, at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.notFinite, "a number must be finite: `\(written)`", at: span, notes: ownRule,
            help: "write `\(YAMLQuoting.quoted(written))` if it is a text",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func lostDigits(_ written: String, _ double: Double, at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.hugeInteger, "a number must have 17 digits at most: `\(written)`",
            at: span, notes: ["it would be sent as `\(Value.double(double).canonicalJSON)`"],
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    /// A plain scalar that readers of YAML 1.1 take for something else.
    static func otherReaders(_ written: String, _ node: Node, _ other: String) -> Diagnostic {
        let (ours, replacement) = ours(written, node.content)
        let message = "`\(written)` is \(ours) here and \(other) for YAML 1.1 readers"
        // A zero in front is what texts have: which of both is meant, the author knows.
        if case .int = node.content, hasLeadingZero(written) {
            return .warning(
                YAMLCode.otherReaders, message, at: node.span,
                help:
                    "write `\(YAMLQuoting.quoted(written))` for the text, `\(replacement)` for the "
                    + "number")
        }
        return .warning(
            YAMLCode.otherReaders, message, at: node.span,
            fix: .init(node.span, replacement: replacement))
    }

    private static func hasLeadingZero(_ written: String) -> Bool {
        let digits = written.drop { $0 == "+" || $0 == "-" }
        return digits.count > 1 && digits.first == "0" && digits.allSatisfy(\.isNumber)
    }

    private static func ours(_ written: String, _ content: Node.Content) -> (String, String) {
        switch content {
        case .int(let int): ("the number \(int)", String(int))
        case .double(let double): ("the number \(double)", Value.double(double).canonicalJSON)
        default: ("a text", YAMLQuoting.quoted(written))
        }
    }

    static func template(_ written: String, at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.unquotedTemplate, "a text that begins with `{{` must be quoted", at: span,
            label: "`{` begins a map",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func brace(_ written: String, at span: SourceSpan) -> Diagnostic {
        let (sign, kind) = written.hasPrefix("[") ? ("[", "list") : ("{", "map")
        return .error(
            YAMLCode.unquotedBrace, "a text that begins with `\(sign)` must be quoted", at: span,
            label: "`\(sign)` begins a \(kind)",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func expression(_ written: String, at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.unquotedExpression, "`${…}` between brackets or braces must be quoted",
            at: span, fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func colon(_ written: String, at span: SourceSpan, colon: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.unquotedColon, "a text with a colon before a space must be quoted", at: span,
            label: "the colon makes a part of it a key",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }
}
