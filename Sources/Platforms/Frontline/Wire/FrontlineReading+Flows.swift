import Documents

extension FrontlineReading {
    /// The flows of an agent that the files or the ledger speak of; each is read on.
    func flows(_ values: [Value], of agent: Value) -> Observation {
        var observation = Observation()
        let flows = values.filter { $0["status"] != "DELETED" && isWantedFlow($0, of: agent) }
        let wanted = Set(flows.compactMap { $0["id"] })
        observation.reads = flows.compactMap { flow in
            flow["id"].map { Self.read($0, of: agent) }
        }
        observation.passedOver[.frontlineFlow] = Set(values.compactMap { $0["id"] })
            .subtracting(wanted)
        return observation
    }

    /// The read of one flow, from which its graph unfolds.
    ///
    /// `nodes` are those that were wanted, for a read-back.
    static func read(_ id: Value, of agent: Value, nodes: Value? = nil) -> Read {
        var context: Object = ["of": "flow", "agent": agent]
        context["nodes"] = nodes
        return Read(
            Request(.get, ["agents", agent, "flows", id]), purpose: "a flow", context: context)
    }

    /// A list may show less than the flow itself: which flow is the default is asked for.
    private func isWantedFlow(_ flow: Value, of agent: Value) -> Bool {
        guard let wanted = scope.wanted else { return true }
        let (id, name) = (flow["id"] ?? .null, flow["name"] ?? .null)
        if scope.recorded.values.contains(where: { $0.kind == .frontlineFlow && $0.liveID == id }) {
            return true
        }
        return wanted.contains { resource in
            resource.kind == .frontlineFlow
                && (resource.value["name"] == name || resource.value["isDefault"] == true
                    || resource.options.live.map {
                        .text($0) == id || Value.int(Int64($0) ?? 0) == id
                    }
                        ?? false)
        }
    }

    /// The detail of a flow; its graph is read next.
    func flow(_ value: Value, _ context: Object) -> Observation {
        var observation = Observation()
        guard let id = value["id"], let agent = context["agent"] else { return observation }
        var next = context
        next["of"] = "graph"
        next["flow"] = value
        observation.reads = [
            Read(
                Request(.get, ["agents", agent, "flows", id, "graph"]),
                purpose: "the graph of a flow", context: next)
        ]
        if let dialect = FrontlineDialect.seen(in: value) {
            observation.facts["api"] = .text(dialect.rawValue)
        }
        return observation
    }

    /// The draft graph of a flow; of one that runs, what it runs by is read next.
    func graph(_ graph: Value, _ context: Object) -> Observation {
        var observation = Observation()
        guard let flow = context["flow"], let id = flow["id"], let agent = context["agent"] else {
            return observation
        }
        if let dialect = FrontlineDialect.seen(in: graph) {
            observation.facts["api"] = .text(dialect.rawValue)
        }
        let isLive = flow["liveSnapshotId"].map { !$0.isNull } ?? false
        guard flow["status"] == "ACTIVE", isLive else {
            observation.resources = [resource(flow, graph, running: nil, context)]
            return observation
        }
        var next = context
        next["of"] = "running"
        next["graph"] = graph
        observation.reads = [
            Read(
                Request(
                    .get, ["agents", agent, "flows", id],
                    query: ["includeNodes": "true", "draft": "false"]),
                purpose: "what a flow runs by", context: next)
        ]
        return observation
    }

    /// The nodes that a flow runs by, beside its draft.
    func running(_ live: Value, _ context: Object) -> Observation {
        var observation = Observation()
        guard let flow = context["flow"], let graph = context["graph"] else { return observation }
        observation.resources = [
            resource(flow, graph, running: live["nodes"].flatMap { $0.list }, context)
        ]
        return observation
    }

    private func resource(
        _ flow: Value, _ graph: Value, running: [Value]?, _ context: Object
    ) -> ObservedResource {
        let (agent, id) = (context["agent"] ?? .null, flow["id"] ?? .null)
        let nodes = graph["nodes"]?.list ?? []
        let isDefault = flow["isDefault"] == true
        let wanted = context["nodes"]?.list ?? wantedNodes(of: flow, agent)
        let given = scope.given[Scope.key(.frontlineFlow, id)]?["nodes"]?.object
        let keys = FrontlineNodeKeys(nodes, given: given ?? [:], wanted: wanted)
        let reader = FrontlineGraphReader(keys: keys)
        var value = flow.object ?? [:]
        value["agent"] = agent
        value["isDefault"] = isDefault ? true : nil
        let form = reader.graph(nodes)
        for member in form { value[member.key] = member.value }
        return ObservedResource(
            account: account.name, kind: .frontlineFlow, liveID: id,
            naturalKey: FrontlineFlowKind.key(
                agent: agent, name: flow["name"] ?? .null, isDefault: isDefault),
            value: reader.canonical(value), raw: flow,
            facts: [
                "nodes": keys.object, "isDefault": .bool(isDefault), "graph": .list(nodes),
                "liveSnapshotId": flow["liveSnapshotId"] ?? .null,
            ],
            running: running.flatMap { reader.running($0) },
            createdAt: Timestamp(in: flow["createdAt"]))
    }

    /// The nodes that a file wants of a flow, for recognising nodes that say nothing themselves.
    private func wantedNodes(of flow: Value, _ agent: Value) -> [Value] {
        let found = (scope.wanted ?? []).filter { resource in
            guard resource.kind == .frontlineFlow else { return false }
            if scope.recorded[resource.address]?.liveID == flow["id"] { return true }
            let isDefault = resource.value["isDefault"] == true
            return isDefault ? flow["isDefault"] == true : resource.value["name"] == flow["name"]
        }
        return found.count == 1 ? found[0].value["nodes"]?.list ?? [] : []
    }
}
