public import Documents
public import Platforms

/// A node of a draft as people name it: by its key, its label or its id.
public struct FrontlineLiveNode: Sendable {
    /// The name that the file, the ledger or the platform's `name` gives it; else its id.
    public let key: String
    /// The node as answered.
    public let raw: Object

    /// The platform's id.
    public var id: String { raw["nodeId"]?.text ?? "" }
    /// What it does.
    public var type: String { raw["type"]?.text ?? "" }
    /// The label that people see.
    public var alias: String { raw["alias"]?.text ?? "" }
    /// What is sent back of its data.
    public var data: Object {
        var data = raw["data"]?.object ?? [:]
        data["intents"] = nil
        return data
    }

    /// The nodes of a flow that was read with its graph.
    public static func all(of flow: ObservedResource) -> [FrontlineLiveNode] {
        let ids = flow.facts[FrontlineFlowFact.nodes] ?? [:]
        let keys = Dictionary(ids.map { ($0.value, $0.key) }) { first, _ in first }
        return (flow.facts[FrontlineFlowFact.graph] ?? []).compactMap(\.object).map { node in
            let id = node["nodeId"] ?? .null
            return FrontlineLiveNode(key: keys[id] ?? id.text ?? "", raw: node)
        }
    }

    /// The nodes that a word may mean: keys go before ids, ids before labels.
    public static func matching(
        _ word: String, among nodes: [FrontlineLiveNode]
    ) -> [FrontlineLiveNode] {
        for name in [\FrontlineLiveNode.key, \.id, \.alias] as [KeyPath<FrontlineLiveNode, String>]
        {
            let found = nodes.filter { $0[keyPath: name] == word }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The edges that leave it.
    public var edges: [FrontlineNodeEdge] {
        (raw["handles"]?.list ?? []).compactMap { handle in
            guard let edge = handle["sourceEdge"], let target = edge["to"]?.text else { return nil }
            return FrontlineNodeEdge(
                source: edge["from"]?.text ?? id,
                sourceHandle: edge["fromHandleId"]?.text ?? handle["handleId"]?.text ?? "default",
                target: target, targetHandle: edge["toHandleId"]?.text ?? "default")
        }
    }
}

/// An edge by the ids of its nodes, in the words of a write.
public struct FrontlineNodeEdge: Sendable, Hashable {
    /// The node it leaves.
    public var source: String
    /// The way out it takes.
    public var sourceHandle: String
    /// The node it leads to.
    public var target: String
    /// The way in it takes.
    public var targetHandle: String

    /// Leads from one node to another.
    public init(source: String, sourceHandle: String, target: String, targetHandle: String) {
        self.source = source
        self.sourceHandle = sourceHandle
        self.target = target
        self.targetHandle = targetHandle
    }

    /// The edge as a body has it.
    public var value: Value {
        [
            "source": .text(source), "sourceHandle": .text(sourceHandle),
            "target": .text(target), "targetHandle": .text(targetHandle),
        ]
    }
}
