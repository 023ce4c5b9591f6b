import Diagnostics
import Documents
import Projects

/// A scalar of a payload that stands there as it is.
struct PayloadLiteral {
    /// The keys that lead to it.
    let path: [String]
    /// Where it stands.
    let span: SourceSpan
    /// The text; nil where it is a number or a truth value.
    let text: String?
}

extension Payload {
    /// The tree of its document; what cannot be read is told without a word of its text.
    func tree() throws -> Node {
        var report = Report()
        let documents = DocumentParser.parse(source, as: SourceID(0), into: &report)
        if documents.count > 1, !report.hasErrors {
            throw Failure(
                .failed,
                .error(
                    ProjectCode.operatePayload,
                    "`\(source.name)` describes exactly one \(type.singular)",
                    help: "keep the one document in a file of its own"))
        }
        if let root = documents.first?.root, !report.hasErrors { return root }
        let first = report.diagnostics.first { $0.severity == .error }
        let line = first?.primary.map { source.position(ofByte: Int($0.span.start)).line }
        throw Failure(
            .failed,
            .error(
                ProjectCode.operatePayload, "`\(source.name)` cannot be read as JSON or YAML",
                notes: [first.map { "`\($0.code)` in line \(line ?? 1)" } ?? "it is empty"]))
    }

    /// The bytes of a literal as they are written.
    func written(_ literal: PayloadLiteral) -> String {
        let range = Int(literal.span.start)..<Int(literal.span.end)
        return String(decoding: source.bytes[range], as: UTF8.self)
    }

    /// Puts other texts where literals stand, of which no byte is left; gives the new places.
    mutating func replace(
        _ literals: [PayloadLiteral], with text: (PayloadLiteral) -> String
    ) -> [SourceSpan] {
        var bytes: [UInt8] = []
        var spans: [SourceSpan] = []
        var end = 0
        for literal in literals.sorted(by: { $0.span < $1.span })
        where Int(literal.span.start) >= end {
            bytes += source.bytes[end..<Int(literal.span.start)]
            let start = bytes.count
            bytes += Array(text(literal).utf8)
            spans.append(SourceSpan(source: SourceID(0), start: start, end: bytes.count))
            if written(literal).hasSuffix("\n") { bytes.append(UInt8(ascii: "\n")) }
            end = Int(literal.span.end)
        }
        bytes += source.bytes[end...]
        source = Source(name: source.name, bytes: bytes)
        return spans
    }
}

extension Node {
    /// Every literal in it; a text with `${secret.…}` or another expression is none.
    func literals(at path: [String] = []) -> [PayloadLiteral] {
        switch content {
        case .map(let entries): entries.flatMap { $0.value.literals(at: path + [$0.key]) }
        case .list(let nodes):
            nodes.enumerated().flatMap { $0.element.literals(at: path + [String($0.offset)]) }
        case .text(let text):
            text.isEmpty || Self.isExpression(text)
                ? [] : [PayloadLiteral(path: path, span: span, text: text)]
        case .int, .double, .bool: [PayloadLiteral(path: path, span: span, text: nil)]
        case .null, .expression: []
        }
    }

    private static func isExpression(_ text: String) -> Bool {
        ["secret", "env", "var"].contains { text.contains("${\($0).") }
    }
}
