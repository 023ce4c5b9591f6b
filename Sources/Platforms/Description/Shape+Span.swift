public import Diagnostics
public import Documents

extension Shape {
    /// Where a field was written; the nearest written field around it if it was not.
    ///
    /// Maps and lists are shown by their key, elements of keyed lists by the value of their key.
    public func span(of path: FieldPath, in node: Node) -> SourceSpan? {
        var place: SourceSpan?
        var node = node
        var type = FieldType.object(self)
        for part in path.parts {
            guard let step = FieldPlace.step(part, in: node, of: type) else { break }
            place = step.span
            node = step.node
            type = step.type
        }
        return place
    }
}

/// One step into a tree beside its type.
private struct FieldPlace {
    let node: Node
    let type: FieldType
    let span: SourceSpan

    static func step(_ part: String, in node: Node, of type: FieldType) -> FieldPlace? {
        switch (type, node.content) {
        case (.list(let element, let key), .list(let nodes)):
            return self.element(part, of: nodes, element, key)
        case (.object(let shape), .map): return entry(part, node, shape.field(part)?.type ?? .any)
        case (.map(let inner), .map): return entry(part, node, inner)
        case (_, .map): return entry(part, node, .any)
        case (_, .list(let nodes)): return self.element(part, of: nodes, .any, nil)
        default: return nil
        }
    }

    private static func entry(_ key: String, _ node: Node, _ type: FieldType) -> FieldPlace? {
        guard let entry = node.entry(key) ?? node.entry(key + "@") else { return nil }
        switch entry.value.content {
        case .list, .map: return FieldPlace(node: entry.value, type: type, span: entry.keySpan)
        default: return FieldPlace(node: entry.value, type: type, span: entry.value.span)
        }
    }

    private static func element(
        _ part: String, of nodes: [Node], _ type: FieldType, _ key: String?
    ) -> FieldPlace? {
        if let key, let node = nodes.first(where: { $0[key]?.scalarText == part }) {
            return FieldPlace(node: node, type: type, span: node[key]?.span ?? node.span)
        }
        guard let index = Int(part), nodes.indices.contains(index) else { return nil }
        return FieldPlace(node: nodes[index], type: type, span: nodes[index].span)
    }
}
