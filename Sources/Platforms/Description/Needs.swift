public import Documents

/// Collects what a tree refers to.
public enum Needs {
    /// Every address that is referred to, once, at its first place.
    public static func collect(_ node: Node) -> [Need] {
        var needs: [Need] = []
        var seen: Set<String> = []
        var open = [node]
        while let node = open.popLast() {
            switch node.content {
            case .list(let nodes): open.append(contentsOf: nodes.reversed())
            case .map(let entries): open.append(contentsOf: entries.reversed().map(\.value))
            case .expression(let expression):
                for reference in expression.references
                where seen.insert(reference.address).inserted {
                    needs.append(Need(Address(reference.address), span: reference.span))
                }
            default: break
            }
        }
        return needs
    }
}
