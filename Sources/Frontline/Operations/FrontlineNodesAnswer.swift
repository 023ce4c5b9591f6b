public import Documents

/// The nodes of one of a flow's graphs as the service shows them.
public struct FrontlineNodesAnswer: Sendable {
    /// What counts of each node, by its id.
    private let nodes: [String: Object]

    /// Reads the nodes of a graph, or of a flow that was asked for with its nodes.
    public init(_ answer: Value) {
        nodes = (answer["nodes"]?.list ?? []).reduce(into: [:]) { all, node in
            guard var object = node.object, let id = object["nodeId"]?.text else { return }
            // When it was written and where it is say nothing about what it does.
            for name in ["createdAt", "updatedAt", "workflowId"] { object[name] = nil }
            all[id] = object
        }
    }

    /// The names of the nodes that differ from those of another graph, by id where they have none.
    public func differences(from other: FrontlineNodesAnswer) -> [String] {
        let ids = Set(nodes.keys).union(other.nodes.keys)
        return ids.filter { nodes[$0] != other.nodes[$0] }.sorted().map { id in
            (other.nodes[id] ?? nodes[id])?["name"]?.text ?? id
        }
    }
}
