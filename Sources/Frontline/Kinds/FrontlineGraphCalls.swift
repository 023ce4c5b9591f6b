import Documents
import Platforms

/// The calls that make a draft graph what a file wants, in an order the service takes at every
/// moment: edges removed, nodes made and changed, aliases, edges added or replaced, nodes removed.
struct FrontlineGraphCalls {
    let flow: FrontlineFlowCalls
    let graph: FrontlineGraphDifference
    /// The ids of the live nodes by key.
    let ids: Object
    /// Where nodes without a position of their own go, by key.
    let layout: [String: Value]
    /// The live nodes as they were answered, by id.
    let raw: [String: Value]
    private let isManaged: Bool
    private let before: Object
    private let remade: Set<String>

    init(flow: FrontlineFlowCalls, change: Change) {
        self.flow = flow
        let isNew = change.action == .create
        let wanted = change.wanted ?? [:]
        graph = FrontlineGraphDifference(
            wanted: wanted, live: change.observed?.value, paths: change.paths)
        before = change.recorded?.given ?? [:]
        let known = change.observed?.facts[FrontlineFlowFact.nodes] ?? before["nodes"]?.object
        ids = isNew ? [:] : known ?? [:]
        layout = FrontlineLayout.positions(of: ValueReader.read(FrontlineFlow.self, wanted))
            .mapValues { ValueEncoder.encode($0) }
        let nodes = change.observed?.facts[FrontlineFlowFact.graph] ?? []
        raw = Dictionary(
            nodes.compactMap { node in node["nodeId"]?.text.map { ($0, node) } }
        ) { first, _ in first }
        isManaged = wanted["nodes"]?.list != nil
        remade = Set(graph.remade)
    }

    /// The ids of all wanted nodes by key; those of nodes that are made now are known later.
    var given: Object {
        guard isManaged else { return before }
        return ["nodes": .object(Object(graph.order.map { ($0, id(of: $0)) }))]
    }

    /// Makes every node and edge; a START is there already.
    func create() -> [Call] {
        guard isManaged else { return [] }
        let start = graph.order.first { graph.wanted[$0]?["type"] == "START" }
        return (start.map(adopt) ?? []) + graph.made.map(make) + aliases(graph.made)
            + graph.wantedEdges.map(connect)
    }

    /// Makes what differs.
    func update() -> [Call] {
        guard isManaged else { return [] }
        return readKept() + graph.cut.map(disconnect)
            + (graph.removedEarly + graph.remade).map(remove) + graph.made.map(make)
            + graph.changed.map(alter) + aliases(graph.made) + graph.joined.map(connect)
            + graph.removedLate.map(remove)
    }

    /// A node's id: as the platform has it, or as this run will learn it.
    func id(of key: String) -> Value {
        if !remade.contains(key), let id = ids[key] { return id }
        return .captured(Slot(flow.address, "node.\(key)"))
    }
}

/// The calls about edges.
extension FrontlineGraphCalls {
    private func connect(_ edge: FrontlineEdge) -> Call {
        let body = wire(edge, from: id(of: edge.source), to: id(of: edge.target))
        return Call(
            "lead `\(edge.source)` by `\(edge.handle)` to `\(edge.target)`",
            Request(.post, flow.path + ["edges"], body: .value(["edge": body])))
    }

    private func disconnect(_ edge: FrontlineEdge) -> Call {
        let source = ids[edge.source] ?? .text(edge.source)
        let target = ids[edge.target] ?? .text(edge.target)
        return Call(
            "no longer lead `\(edge.source)` by `\(edge.handle)` to `\(edge.target)`",
            Request(
                .delete, flow.path + ["edges"],
                body: .value(["edge": wire(edge, from: source, to: target)])), accepts: [404])
    }

    private func wire(_ edge: FrontlineEdge, from source: Value, to target: Value) -> Value {
        [
            "source": source, "sourceHandle": .text(edge.handle), "target": target,
            "targetHandle": "default",
        ]
    }
}
