public import Documents

/// Collects what a tree refers to.
public enum Needs {
    /// Every address that is referred to, once, at its first place.
    public static func collect(_ node: Node) -> [Need] { collect(CollectionOfOne(node)) }

    /// The same for several trees in their order.
    package static func collect(_ nodes: some Sequence<Node>) -> [Need] {
        var search = NeedSearch()
        for node in nodes { search.visit(node) }
        return search.needs
    }
}

/// Walks trees; the parser limits how deep they are.
private struct NeedSearch {
    private(set) var needs: [Need] = []
    /// Filled once there are too many needs to look through.
    private var seen: Set<String> = []

    mutating func visit(_ node: Node) {
        switch node.content {
        case .list(let nodes): for index in nodes.indices { visit(nodes[index]) }
        case .map(let entries): for index in entries.indices { visit(entries[index].value) }
        case .expression(let expression):
            for case .reference(let reference) in expression.parts { add(reference) }
        default: break
        }
    }

    private mutating func add(_ reference: Reference) {
        guard !isKnown(reference.address) else { return }
        needs.append(Need(Address(reference.address), span: reference.span))
    }

    private mutating func isKnown(_ address: String) -> Bool {
        if needs.count < 16 { return needs.contains { $0.address.text == address } }
        if seen.isEmpty { seen = Set(needs.map(\.address.text)) }
        return !seen.insert(address).inserted
    }
}
