import Documents
import Platforms

/// Turns the nodes of an answer into the canonical nodes and edges of a flow.
struct FrontlineGraphReader {
    let keys: FrontlineNodeKeys

    /// `nodes` and `edges` by key.
    func graph(_ nodes: [Value]) -> Object {
        [
            "nodes": .list(nodes.compactMap(node)),
            "edges": FrontlineEdges(nodes.flatMap(edges)).canonical,
        ]
    }

    /// What a flow runs by; nil where nothing tells.
    func running(_ running: FrontlineRunning) -> Value? {
        switch running {
        case .unseen: nil
        case .nothing: ["nodes": []]
        case .nodes(let nodes): self.running(nodes)
        }
    }

    /// What published nodes say, as far as the answer shows it; nil where it shows too little.
    ///
    /// Nobody documents what the nodes of a flow's detail hold, and what is not shown must not be
    /// taken for a difference that wants to be published.
    func running(_ nodes: [Value]) -> Value? {
        let isWhole = nodes.allSatisfy { $0["type"] == "START" || $0["data"]?.object != nil }
        guard isWhole, !nodes.isEmpty else { return nil }
        var form = graph(nodes)
        if !nodes.contains(where: { $0["handles"]?.list != nil }) { form["edges"] = nil }
        return ValueEncoder.encode(canonical(form))
    }

    /// A flow in its canonical form.
    func canonical(_ flow: Object) -> FrontlineFlow {
        var flow = ValueReader.read(FrontlineFlow.self, .object(flow))
        flow.settle()
        return flow
    }

    private func node(_ node: Value) -> Value? {
        guard let id = node["nodeId"]?.text else { return nil }
        let key = keys.keys[id] ?? id
        var shown: Object = ["key": .text(key)]
        for name in ["type", "alias", "position"] { shown[name] = node[name] }
        shown["nodeId"] = shownID(id, key)
        var data = node["data"]?.object ?? [:]
        data["type"] = node["type"]
        shown["data"] = .object(data)
        return .object(shown)
    }

    /// An id that the service made says nothing about one that was written.
    private func shownID(_ id: String, _ key: String) -> Value {
        guard FrontlineDialect.isServerMade(id) else { return .text(id) }
        return keys.wanted[key]?["nodeId"] ?? .text(id)
    }

    private func edges(_ node: Value) -> [FrontlineEdge] {
        let handles = node["handles"]?.list ?? []
        return handles.compactMap { handle in
            let edge = handle["sourceEdge"]
            guard let source = node["nodeId"]?.text, let target = edge?["to"]?.text,
                let way = edge?["fromHandleId"]?.text ?? handle["handleId"]?.text
            else { return nil }
            return FrontlineEdge(
                source: keys.keys[source] ?? source, handle: way,
                target: keys.keys[target] ?? target)
        }
    }
}
