import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// A snapshot by its id.
    static func graph(_ id: Value?, _ exchange: Exchange) -> Graph? {
        id?.text.flatMap { Graph(exchange.store["frontline/graph", exchange.row($0)]) }
    }

    /// The snapshot that graph writes change.
    static func draft(of flow: Object, _ exchange: Exchange) throws(Refusal) -> Graph {
        guard let graph = graph(flow["draftSnapshotId"], exchange) else {
            throw .missing("Flow graph")
        }
        return graph
    }

    /// Stores a snapshot that was changed; its time always moves on, so that readers see it.
    static func save(_ graph: Graph, _ exchange: inout Exchange) {
        var graph = graph
        let last = graph.header["_updated"]?.int ?? 0
        let time = EmulatedTime(milliseconds: max(exchange.now.milliseconds, last + 1))
        graph.header["_updated"] = .int(time.milliseconds)
        graph.header["updatedAt"] = .text(time.thousandths)
        exchange.store["frontline/graph", exchange.row(graph.header.id)] = graph.value
    }

    /// Makes a snapshot of a flow.
    static func makeSnapshot(
        of flow: Object, nodes: [Object], edges: [Edge] = [], _ exchange: inout Exchange
    ) -> Value {
        let id: Value = .text(snapshotID(&exchange))
        let graph = Graph(
            [
                "id": id, "assistantId": flow["assistantId"] ?? .null,
                "accountId": .int(exchange.account.aid), "entityId": flow["id"] ?? .null,
                "type": "FLOW", "createdAt": exchange.timestamp, "executed": false,
                "breakingChangeAt": .null, "breakingChangeReason": .null,
            ], nodes: nodes, edges: edges)
        save(graph, &exchange)
        return id
    }

    /// The nodes of a snapshot as the API shows them, with their edges on both sides.
    static func shownNodes(_ graph: Graph, _ exchange: Exchange) -> [Value] {
        graph.nodes.map { shown($0, in: graph, exchange) }
    }

    /// A graph as the API shows it.
    static func shown(_ graph: Graph, _ exchange: Exchange) -> Value {
        var shown = graph.header.visible
        shown["nodes"] = .list(shownNodes(graph, exchange))
        if exchange.store.isOn(.globalEdges) { shown["edges"] = .list(graph.edges.map(\.value)) }
        return .object(shown)
    }

    /// A node with the handles that have an edge, and the intents its trigger names.
    static func shown(_ node: Object, in graph: Graph, _ exchange: Exchange) -> Value {
        var shown = node.visible
        shown["handles"] = .list(
            node.handles.flatMap { name in
                graph.edges.filter { $0.source == node.nodeID && $0.sourceHandle == name }
                    .map { ["handleId": .text(name), "text": "", "sourceEdge": $0.inline] }
            })
        shown["targetEdges"] = .list(
            graph.edges.filter { $0.target == node.nodeID }.map(\.inline))
        guard node["type"] == .some("TRIGGER_INTENT"), var data = node["data"]?.object else {
            return .object(shown)
        }
        data["intents"] = .list(
            (data["intentIds"]?.list ?? []).compactMap { id in
                known("frontline/intent", id, exchange).map {
                    .object($0.visible.merging(["flowId": graph.header["entityId"] ?? .null]))
                }
            })
        shown["data"] = .object(data)
        return .object(shown)
    }
}
