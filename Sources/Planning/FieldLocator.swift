import Diagnostics
import Documents

/// Finds where a field is written.
enum FieldLocator {
    /// The value of a field, or of the nearest written field around it.
    static func span(of path: FieldPath, in node: Node) -> SourceSpan? {
        var here = node
        var found: SourceSpan?
        for part in path.parts {
            guard let next = child(part, of: here) else { break }
            (here, found) = (next.node, next.span)
        }
        return found
    }

    private static func child(_ part: String, of node: Node) -> (node: Node, span: SourceSpan)? {
        switch node.content {
        case .map:
            return (node.entry(part) ?? node.entry(part + "@")).map { ($0.value, $0.shown) }
        case .list(let elements):
            let named = elements.first { element in
                ["slug", "key", "name", "label", "id"].contains { element[$0]?.text == part }
            }
            let element =
                named
                ?? Int(part).flatMap { position in
                    elements.indices.contains(position) ? elements[position] : nil
                }
            return element.map { ($0, $0.map?.first?.value.span ?? $0.span) }
        default: return nil
        }
    }
}

extension Node.Entry {
    /// What to underline: the value, or the key where the value runs over many lines.
    fileprivate var shown: SourceSpan {
        switch value.content {
        case .map, .list: keySpan
        default: value.span
        }
    }
}
