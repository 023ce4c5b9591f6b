import Diagnostics

/// Reads a text as YAML reads a plain scalar.
package enum PlainScalar {
    /// A number, a boolean, null or the text itself.
    package static func content(_ text: String) -> Node.Content {
        guard text.utf8.count < 30, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return .text(text)
        }
        var report = Report()
        let bytes = Array(text.utf8)
        let documents = DocumentParser.parse(bytes, source: SourceID(0), into: &report)
        guard let node = documents.first?.root, documents.count == 1, node.style == .plain,
            !report.hasErrors, node.list == nil, node.map == nil,
            node.span.start == 0, node.span.end == UInt32(bytes.count)
        else { return .text(text) }
        return node.content
    }
}
