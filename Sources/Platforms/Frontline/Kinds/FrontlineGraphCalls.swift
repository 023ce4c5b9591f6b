import Documents

/// The calls that make a draft graph what a file wants, in an order the service takes at every
/// moment: edges removed, nodes made and changed, aliases, edges added, nodes removed.
struct FrontlineGraphCalls {
    let flow: FrontlineFlowCalls
    let change: Change
    private let wanted: [String: Value]
    private let live: [String: Value]
    private let order: [String]
    private let wantedEdges: [FrontlineEdge]
    private let liveEdges: [FrontlineEdge]
    private let ids: Object
    private let layout: [String: Value]

    init(flow: FrontlineFlowCalls, change: Change) {
        self.flow = flow
        self.change = change
        let nodes = change.wanted?["nodes"]?.list ?? []
        wanted = nodes.byKey
        order = nodes.compactMap { $0["key"]?.text }
        live = (change.observed?.value["nodes"]?.list ?? []).byKey
        wantedEdges = FrontlineEdges(lenient: change.wanted?["edges"] ?? [:])?.all ?? []
        liveEdges = FrontlineEdges(lenient: change.observed?.value["edges"] ?? [:])?.all ?? []
        ids =
            change.action == .create
            ? [:]
            : change.observed?.facts["nodes"]?.object ?? change.recorded?.given["nodes"]?.object
                ?? [:]
        layout = FrontlineLayout.positions(
            of: ValueReader.read(FrontlineFlow.self, change.wanted ?? [:])
        ).mapValues { ValueEncoder.encode($0) }
    }

    /// The ids of all wanted nodes by key; those of nodes that are made now are known later.
    var given: Object {
        guard isManaged else { return change.recorded?.given ?? [:] }
        return ["nodes": .object(Object(order.map { ($0, id(of: $0)) }))]
    }

    private var isManaged: Bool { change.wanted?["nodes"]?.list != nil }

    // Whole graphs

    /// Makes every node and edge; a START is there already.
    func create() -> [Call] {
        guard isManaged else { return [] }
        let start = order.first { isStart($0) }
        return (start.map(adopt) ?? []) + made.map(make) + aliases(made)
            + wantedEdges.map(connect)
    }

    /// Makes what differs.
    func update() -> [Call] {
        guard isManaged else { return [] }
        let (early, late) = (removed.filter(isEntry), removed.filter { !isEntry($0) })
        return readKept() + cut.map(disconnect) + (early + remade).map(remove) + made.map(make)
            + changed.map(alter) + aliases(made) + joined.map(connect) + late.map(remove)
    }

    // What differs

    private func isStart(_ key: String) -> Bool { wanted[key]?["type"] == "START" }
    private func isEntry(_ key: String) -> Bool { live[key]?["type"] == "TRIGGER_INTENT" }

    /// Nodes that only a new node can be: another type, or another id where ids are written.
    private var remade: [String] {
        order.filter { key in
            guard let live = live[key] else { return false }
            let wantsID = wanted[key]?["nodeId"].map { !$0.isNull && $0 != live["nodeId"] } ?? false
            return wanted[key]?["type"] != live["type"] || wantsID
        }
    }

    private var made: [String] {
        let remade = Set(remade)
        return order.filter { (live[$0] == nil || remade.contains($0)) && !isStart($0) }
    }

    private var removed: [String] { live.keys.filter { wanted[$0] == nil }.sorted() }

    /// Nodes that stay and differ, by what the plan names.
    private var changed: [String] {
        let named = Set(
            change.paths.map(\.parts).filter { $0.first == "nodes" && $0.count > 2 }
                .map { $0[1] })
        let new = Set(made)
        return order.filter { named.contains($0) && !new.contains($0) }
    }

    /// Edges that are to go, or to lead elsewhere; those of removed nodes go with them.
    private var cut: [FrontlineEdge] {
        let kept = Set(wantedEdges.map(\.way))
        return liveEdges.filter { !kept.contains($0.way) }
    }

    /// Edges that are not there yet, or went with a node that is made anew.
    private var joined: [FrontlineEdge] {
        let (there, new) = (Set(liveEdges.map(\.way)), Set(made))
        return wantedEdges.filter {
            !there.contains($0.way) || new.contains($0.source) || new.contains($0.target)
        }
    }

    // Nodes

    /// Reads what changed nodes have and the file does not say, so that it is sent back.
    private func readKept() -> [Call] {
        let captures = changed.flatMap { key -> [Capture] in
            let body = body(key)
            return body.kept.map { path in
                let part = path.reversed().reduce(Selector.whole) { .at($1, $0) }
                return Capture(
                    body.slot(path),
                    from: .at(
                        "nodes", .only(.equal(.member("nodeId"), id(of: key)), .at("data", part))))
            }
        }
        guard !captures.isEmpty else { return [] }
        return [
            Call(
                "read the graph as it is now", Request(.get, flow.path + ["graph"]),
                captures: captures)
        ]
    }

    /// The node's id: as the platform has it, or as this run will learn it.
    private func id(of key: String) -> Value {
        if !remade.contains(key), let id = ids[key] { return id }
        return .captured(Slot(flow.address, "node.\(key)"))
    }

    private func body(_ key: String) -> FrontlineNodeBody {
        FrontlineNodeBody(
            node: wanted[key] ?? [:], agent: flow.agent, position: layout[key],
            live: made.contains(key) ? nil : rawNode(key), address: flow.address,
            dialect: flow.dialect)
    }

    private func rawNode(_ key: String) -> Value? {
        change.observed?.facts["graph"]?.list?.first { $0["nodeId"] == ids[key] }
    }

    private func make(_ key: String) -> Call {
        let slot = Slot(flow.address, "node.\(key)")
        let found = Selector.at(
            "nodes", .only(.equal(.member("name"), .text(key)), .member("nodeId")))
        let probe = Probe(
            read: Request(.get, flow.path + ["graph"]), matches: .exists(found),
            captures: [Capture(slot, from: found)])
        return Call(
            "make the node `\(key)`",
            Request(.post, flow.path + ["nodes"], body: .value(["node": body(key).new])),
            captures: [Capture(slot, from: .member("nodeId"))], again: .probe(probe))
    }

    /// Takes the START over that every default flow is born with.
    private func adopt(_ key: String) -> [Call] {
        let start = Selector.at(
            "nodes", .only(.equal(.member("type"), "START"), .member("nodeId")))
        let find = Call(
            "find the START node", Request(.get, flow.path + ["graph"]),
            captures: [Capture(Slot(flow.address, "node.\(key)"), from: start)])
        let fields = body(key).changedLabels
        return [find] + (fields.isEmpty ? [] : [put(key, "change the node `\(key)`", fields)])
    }

    private func alter(_ key: String) -> Call {
        put(key, "change the node `\(key)`", body(key).changed)
    }

    /// The labels of new nodes, which the service does not take when it makes them.
    private func aliases(_ keys: [String]) -> [Call] {
        guard flow.dialect != .brief else { return [] }
        return keys.compactMap { key in
            guard let alias = wanted[key]?["alias"], !alias.isNull else { return nil }
            return put(key, "label the node `\(key)`", ["alias": alias])
        }
    }

    private func put(_ key: String, _ summary: String, _ fields: Object) -> Call {
        Call(
            summary,
            Request(
                .put, flow.path + ["nodes", id(of: key)],
                body: .value(["node": .object(fields)])))
    }

    private func remove(_ key: String) -> Call {
        Call(
            "remove the node `\(key)`",
            Request(.delete, flow.path + ["nodes", ids[key] ?? .text(key)]), accepts: [404])
    }

    // Edges

    private func connect(_ edge: FrontlineEdge) -> Call {
        Call(
            "lead `\(edge.source)` by `\(edge.handle)` to `\(edge.target)`",
            Request(.post, flow.path + ["edges"], body: .value(["edge": body(edge)])))
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

    private func body(_ edge: FrontlineEdge) -> Value {
        wire(edge, from: id(of: edge.source), to: id(of: edge.target))
    }

    private func wire(_ edge: FrontlineEdge, from source: Value, to target: Value) -> Value {
        [
            "source": source, "sourceHandle": .text(edge.handle), "target": target,
            "targetHandle": "default",
        ]
    }
}

extension FrontlineEdge {
    /// The edge without its places.
    fileprivate var way: [String] { [source, handle, target] }
}

extension [Value] {
    /// Nodes by their key.
    fileprivate var byKey: [String: Value] {
        Dictionary(compactMap { node in node["key"]?.text.map { ($0, node) } }) { first, _ in first
        }
    }
}
