import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let edgeFields: [Field] = [
        .need("source", .text()), .need("sourceHandle", .text()), .need("target", .text()),
        .need("targetHandle", .text()),
    ]

    /// Adds an edge to a flow's draft, or replaces the one at its handle.
    static func createEdge(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange)
        var graph = try draft(of: flow, exchange)
        let sent = try sentEdge(exchange)
        try connect([sent], in: &graph, exchange.store)
        save(graph, &exchange)
        return .bare(shown(try draft(of: flow, exchange), exchange))
    }

    /// Removes an edge; one that is not there changes nothing.
    static func deleteEdge(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange)
        var graph = try draft(of: flow, exchange)
        let sent = try sentEdge(exchange)
        if graph.edges.contains(sent.edge) {
            graph.edges.removeAll { $0 == sent.edge }
            save(graph, &exchange)
        }
        return .bare(shown(try draft(of: flow, exchange), exchange))
    }

    /// An edge in a body, and where it stands there.
    typealias SentEdge = (edge: Edge, path: [Value])

    /// The edges that a node carries in its body: inside of it, and beside it where graphs have a
    /// list of them too.
    static func sentEdges(
        _ body: Inner, _ store: EmulatedStore, _ checker: inout Checker
    ) -> [SentEdge] {
        let isBeside = store.isOn(.globalEdges) && !body.path.isEmpty
        return sentEdges(body.object["edges"], at: body.path + ["edges"], &checker)
            + sentEdges(isBeside ? body.rest["edges"] : nil, at: ["edges"], &checker)
    }

    private static func sentEdges(
        _ list: Value?, at path: [Value], _ checker: inout Checker
    ) -> [SentEdge] {
        guard let list else { return [] }
        let schema: Schema = .nullable(.list(.object(edgeFields)))
        let clean = checker.check(list, schema, at: path).list ?? []
        return clean.enumerated().map { index, edge in
            (Edge(edge.object ?? [:]), path + [.int(Int64(index))])
        }
    }

    private static func sentEdge(_ exchange: Exchange) throws(Refusal) -> SentEdge {
        let body = try Inner("edge", exchange)
        var checker = Checker()
        let clean = checker.members(body.object, edgeFields, at: body.path)
        try checker.finish()
        return (Edge(clean), body.path)
    }

    /// Adds edges one after the other; one at a taken handle replaces what was there.
    static func connect(
        _ edges: [SentEdge], in graph: inout Graph, _ store: EmulatedStore
    ) throws(Refusal) {
        for (edge, path) in edges {
            graph.edges.removeAll {
                $0.source == edge.source && $0.sourceHandle == edge.sourceHandle
            }
            var issues = unknownEnds(of: edge, in: graph, at: path)
            if issues.isEmpty, graph.reaches(edge.source, from: edge.target) {
                let isSelf = edge.source == edge.target
                let message = isSelf ? "an edge cannot be a self-edge" : "the edge makes a cycle"
                issues = [Issue(path, message, "custom")]
            }
            guard issues.isEmpty else { throw .structural(issues, store) }
            graph.edges.append(edge)
        }
    }

    private static func unknownEnds(of edge: Edge, in graph: Graph, at path: [Value]) -> [Issue] {
        var issues: [Issue] = []
        func note(_ key: String, _ message: String) {
            issues.append(Issue(path + [.text(key)], message, "custom"))
        }
        if let source = graph.node(edge.source) {
            if !source.handles.contains(edge.sourceHandle) {
                note("sourceHandle", "\(edge.source) has no handle \(edge.sourceHandle)")
            }
        } else {
            note("source", "there is no node \(edge.source)")
        }
        if graph.node(edge.target) == nil { note("target", "there is no node \(edge.target)") }
        if edge.targetHandle != "default" {
            note("targetHandle", "there is no target handle \(edge.targetHandle)")
        }
        return issues
    }
}

extension FrontlineEmulatedAPI.Graph {
    /// Whether a node can be reached from another, itself included.
    func reaches(_ wanted: String, from start: String) -> Bool {
        var seen: Set<String> = []
        var ahead = [start]
        while let one = ahead.popLast() {
            if one == wanted { return true }
            guard seen.insert(one).inserted else { continue }
            ahead += edges.filter { $0.source == one }.map(\.target)
        }
        return false
    }
}
