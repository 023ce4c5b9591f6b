import Diagnostics
import Documents
import Platforms

/// Rewrites an authored flow into the canonical tree, every piece at the place it was written.
///
/// Authors write nodes as a map by key or as the brief's list, and edges at the source node or
/// beside the nodes. Canonically `nodes` is a list with `key` and `edges` a map of maps. What has
/// been rewritten once stays as it is.
enum FrontlineSpelling {
    /// The canonical tree of a flow's document; what fits nowhere stays for the decoder to report.
    static func flow(_ node: Node, into report: inout Report) -> Node {
        guard var entries = node.map else { return node }
        let written = entries.first { $0.key == "nodes" }
        let edges = entries.first { $0.key == "edges" }
        guard let nodes = written.flatMap({ self.nodes($0.value, into: &report) }) else {
            guard let edges else { return node }
            var ways = FrontlineWrittenEdges(names: [:])
            ways.add(graph: edges.value, into: &report)
            return replaced(node, &entries, "edges", ways.entry(like: edges))
        }
        var ways = FrontlineWrittenEdges(names: names(of: nodes))
        let spelled = nodes.map { $0.spelled(&ways, into: &report) }
        if let edges { ways.add(graph: edges.value, into: &report) }
        guard let written else { return node }
        var list = written
        list.value = Node(.list(spelled), span: written.value.span, style: written.value.style)
        _ = replaced(node, &entries, "nodes", list)
        return replaced(node, &entries, "edges", ways.entry(like: edges ?? written))
    }

    /// The id that a node gets where ids come from the client.
    static func sentNodeID(key: String, nodeID: String?) -> String {
        if let nodeID { return nodeID }
        return isNodeID(key) ? key : key + "_1"
    }

    /// Whether a text is an id as the brief has them: `start_1`.
    static func isNodeID(_ text: String) -> Bool {
        let digits = text.utf8.reversed().prefix { (48...57).contains($0) }.count
        let stem = text.utf8.dropLast(digits)
        return digits > 0 && stem.count > 1 && stem.last == UInt8(ascii: "_") && text.isName
    }

    private static func replaced(
        _ node: Node, _ entries: inout [Node.Entry], _ key: String, _ entry: Node.Entry
    ) -> Node {
        var entry = entry
        entry.key = key
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index] = entry
        } else {
            entries.append(entry)
        }
        return Node(.map(entries), span: node.span, style: node.style)
    }

    /// The nodes with their keys; nil where there is neither a map nor a list.
    private static func nodes(
        _ node: Node, into report: inout Report
    ) -> [FrontlineWrittenNode]? {
        switch node.content {
        case .map(let entries):
            return entries.map { entry in
                let key = Node(.text(entry.key), span: entry.keySpan)
                return FrontlineWrittenNode(key: key, isKeyOutside: true, node: entry.value)
            }
        case .list(let nodes):
            return nodes.map { node in
                let key = [node["key"], node["nodeId"]].compactMap(\.self).first {
                    $0.scalarText != nil
                }
                return FrontlineWrittenNode(key: key, isKeyOutside: false, node: node)
            }
        case .expression:
            report.add(
                .error(
                    FieldCode.wrongType.frontline, "`nodes` must be a map by key or a list",
                    at: node.span))
            return nil
        default: return nil
        }
    }

    /// Every name by which an edge may mean a node; keys go before ids.
    private static func names(of nodes: [FrontlineWrittenNode]) -> [String: String] {
        var names: [String: String] = [:]
        for node in nodes {
            guard let key = node.key?.scalarText,
                let id = node.node["nodeId"]?.scalarText, names[id] == nil
            else { continue }
            names[id] = key
        }
        for node in nodes { if let key = node.key?.scalarText { names[key] = key } }
        return names
    }
}

/// One node as its author wrote it.
struct FrontlineWrittenNode {
    /// Its key, where it is known.
    let key: Node?
    /// Whether the key stands in front of the node.
    let isKeyOutside: Bool
    /// The fields.
    let node: Node

    /// The node with its key inside and its edges taken out.
    func spelled(_ ways: inout FrontlineWrittenEdges, into report: inout Report) -> Node {
        guard let written = entries else { return node }
        var entries: [Node.Entry] = []
        if let key, isKeyOutside || node["key"] == nil {
            entries.append(Node.Entry(key: "key", keySpan: key.span, value: key))
        }
        let type = node["type"]
        for entry in written {
            switch entry.key {
            case "next", "edges":
                if let key { ways.add(entry, of: key, into: &report) }
            case "name": report.add(FrontlineWrittenNode.reserved(entry))
            case "data": break
            default: entries.append(entry)
            }
        }
        if let data = FrontlineWrittenData.entry(node.entry("data"), type, into: &report) {
            entries.append(data)
        }
        return Node(.map(entries), span: node.span, style: node.style)
    }

    /// The fields; none where nothing is written behind the key.
    private var entries: [Node.Entry]? { node.map ?? (node.isNull && isKeyOutside ? [] : nil) }

    private static func reserved(_ entry: Node.Entry) -> Diagnostic {
        .error(
            FrontlineCode.reservedName, "`name` carries the node's key on the platform",
            at: entry.keySpan, help: "write `alias` for the label that people see")
    }
}
