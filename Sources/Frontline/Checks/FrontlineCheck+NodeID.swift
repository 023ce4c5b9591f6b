import Diagnostics
import Documents
import Platforms

extension FrontlineCheck {
    static let nodeID = FrontlineCheck(
        "A node's `nodeId` ends in `_` and digits, such as `ask_1`; so does the id that is made "
            + "from its key where none is written. No two nodes have the same. A key is made of "
            + "letters, digits, `_` and `-`.",
        example: document(
            "next: { nodeId: greet, type: SAY_AI, data: { message: Hello } }"),
        .flow { flow, report in
            var first: [String: FrontlineNode] = [:]
            for node in flow.nodes.value ?? [] {
                guard let key = node.key.value else { continue }
                if let mistake = mistake(node, key) {
                    report.add(mistake)
                    continue
                }
                let id = FrontlineSpelling.sentNodeID(key: key, nodeID: node.nodeID.value)
                if let other = first[id], other.id != key {
                    report.add(same(id, node, other))
                }
                if first[id] == nil { first[id] = node }
            }
        })

    private static func mistake(_ node: FrontlineNode, _ key: String) -> Diagnostic? {
        if let id = node.nodeID.value, !FrontlineSpelling.isNodeID(id), !isServerID(id) {
            return .error(
                FrontlineCode.nodeID, "a `nodeId` ends in `_` and digits: `\(id)`",
                at: node.nodeID.span, help: "write `\(id)_1`")
        }
        guard !key.isName else { return nil }
        return .error(
            FrontlineCode.nodeID,
            "a node's key is made of letters, digits, `_` and `-`: `\(key)`", at: node.key.span)
    }

    private static func same(
        _ id: String, _ node: FrontlineNode, _ other: FrontlineNode
    ) -> Diagnostic {
        .error(
            FrontlineCode.nodeID, "two nodes would have the id `\(id)`",
            at: node.nodeID.span ?? node.span,
            secondary: (other.nodeID.span ?? other.span).map { [.init($0, "the first one")] } ?? [],
            help: "rename one of them")
    }

    /// Whether a text is an id that the service gave: `node_` and a UUID.
    private static func isServerID(_ text: String) -> Bool {
        guard text.hasPrefix("node_") || text.hasPrefix("node-") else { return false }
        let groups = text.dropFirst(5).split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}
