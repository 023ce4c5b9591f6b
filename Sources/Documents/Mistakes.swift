import Diagnostics

/// The words for what a file may get wrong beyond its syntax.
enum Mistakes {
    static func duplicateKey(_ entry: Node.Entry, first: Node.Entry) -> Diagnostic {
        .error(
            "yaml/duplicate-key", "a key may stand once in a map: `\(entry.key)`",
            at: entry.keySpan, secondary: [.init(first.keySpan, "first written here")])
    }

    static func complexKey(at span: SourceSpan) -> Diagnostic {
        .error("yaml/complex-key", "a key must be a text", at: span)
    }

    static func unknownTag(_ tag: String, among known: [String], at span: SourceSpan) -> Diagnostic
    {
        let near = Suggestion.nearest(to: tag, among: known)
        return .error(
            "yaml/unknown-tag", "a tag must be one of YAML's own: `\(tag)`", at: span,
            help: near.map { "did you mean `\($0)`?" }
                ?? "the known tags are \(known.map { "`\($0)`" }.joined(separator: " "))")
    }

    static func wrongTag(_ tag: String, found: String, at span: SourceSpan) -> Diagnostic {
        .error("yaml/wrong-tag", "the tag `\(tag)` does not fit \(found)", at: span)
    }

    static func unknownAlias(
        _ name: String, among known: [String], at span: SourceSpan
    ) -> Diagnostic {
        .error(
            "yaml/unknown-alias", "an alias must name an anchor above it: `*\(name)`", at: span,
            label: "no anchor `&\(name)` above",
            help: Suggestion.nearest(to: name, among: known).map { "did you mean `*\($0)`?" }
                ?? "a text that begins with `*` needs quotes")
    }

    static func ownAlias(_ name: String, at span: SourceSpan, anchor: SourceSpan) -> Diagnostic {
        .error(
            "yaml/unknown-alias", "an alias must not stand inside its own anchor: `*\(name)`",
            at: span, secondary: [.init(anchor, "the anchor")])
    }

    static func aliasBomb(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        .error(
            "yaml/alias-bomb", "aliases must not expand a file to more than \(limit) nodes",
            at: span)
    }

    static func tooMany(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        .error("yaml/too-large", "a file must not have more than \(limit) nodes", at: span)
    }

    static func tooDeep(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        .error("yaml/too-deep", "lists and maps must not nest deeper than \(limit)", at: span)
    }

    static func merge(at span: SourceSpan) -> Diagnostic {
        .error("yaml/merge", "`<<` must name a map or a list of maps", at: span)
    }

    static func secondMerge(at span: SourceSpan) -> Diagnostic {
        .error(
            "yaml/merge", "`<<` may stand once in a map", at: span,
            help: "write one list: `<<: [*first, *second]`")
    }

    static func hugeInteger(_ written: String, at span: SourceSpan) -> Diagnostic {
        .error(
            "yaml/huge-integer", "an integer must fit into 64 bits: `\(written)`", at: span,
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    /// A plain scalar that readers of YAML 1.1 take for something else.
    static func otherReaders(_ written: String, _ node: Node, _ other: String) -> Diagnostic {
        let (ours, replacement) = ours(written, node.content)
        return .warning(
            "yaml/other-readers", "`\(written)` is \(ours) here and \(other) for YAML 1.1 readers",
            at: node.span, fix: .init(node.span, replacement: replacement))
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
            "yaml/unquoted-template", "a text that begins with `{{` must be quoted", at: span,
            label: "`{` begins a map",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func brace(_ written: String, at span: SourceSpan) -> Diagnostic {
        let (sign, kind) = written.hasPrefix("[") ? ("[", "list") : ("{", "map")
        return .error(
            "yaml/unquoted-brace", "a text that begins with `\(sign)` must be quoted", at: span,
            label: "`\(sign)` begins a \(kind)",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func expression(_ written: String, at span: SourceSpan) -> Diagnostic {
        .error(
            "yaml/unquoted-expression", "`${…}` between brackets or braces must be quoted",
            at: span, fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }

    static func colon(_ written: String, at span: SourceSpan, colon: SourceSpan) -> Diagnostic {
        .error(
            "yaml/unquoted-colon", "a text with a colon before a space must be quoted", at: span,
            label: "the colon makes a part of it a key",
            fix: .init(span, replacement: YAMLQuoting.quoted(written)))
    }
}
