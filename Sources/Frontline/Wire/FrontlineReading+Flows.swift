import Documents
import Platforms

/// What a flow runs by, as far as it was read.
enum FrontlineRunning {
    /// Nobody asked, or the service does not say.
    case unseen
    /// It was never published.
    case nothing
    /// The nodes that are published.
    case nodes([Value])
}

extension FrontlineReading {
    /// The flows of an agent that the files or the ledger speak of; each is read on.
    func flows(_ values: [Value], of agent: Value) -> Observation {
        var observation = Observation()
        let flows = values.filter { $0["status"] != "DELETED" && isWantedFlow($0, of: agent) }
        let wanted = Set(flows.compactMap { $0["id"] })
        observation.reads = flows.compactMap { flow in
            flow["id"].map { FrontlineRead.flow($0, FrontlineFlowPlace(agent: agent)) }
        }
        if observation.reads.isEmpty, FrontlineDialect.of(account) == nil, let other = values.first
        {
            observation.reads = other["id"].map { [words(of: $0, agent)] } ?? []
        }
        observation.passedOver[.frontlineFlow] = Set(values.compactMap { $0["id"] })
            .subtracting(wanted)
        return observation
    }

    /// Any graph shows the words that the service uses, where no flow that is wanted is there yet.
    private func words(of flow: Value, _ agent: Value) -> Read {
        Read(
            FrontlineFlowPlace(agent: agent).request(.getGraph, flow), FrontlineRead.words,
            expects: .holder(of: "nodes"), purpose: "the graph of a flow")
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
    func flow(_ value: Value, _ place: FrontlineFlowPlace) -> Observation {
        var observation = Observation()
        guard let id = value["id"] else { return observation }
        observation.reads = [
            Read(
                place.request(.getGraph, id), FrontlineRead.graph(of: value, place),
                expects: .holder(of: "nodes"), purpose: "the graph of a flow")
        ]
        if let dialect = FrontlineDialect.seen(in: value) {
            observation.facts[FrontlineAccountFact.api] = dialect.rawValue
        }
        return observation
    }

    /// The draft graph of a flow; of one that runs, what it runs by is read next.
    func graph(_ graph: Value, of flow: Value, _ place: FrontlineFlowPlace) -> Observation {
        var observation = Observation()
        guard let id = flow["id"] else { return observation }
        if let dialect = FrontlineDialect.seen(in: graph) {
            observation.facts[FrontlineAccountFact.api] = dialect.rawValue
        }
        let draft = FrontlineDraft(flow: flow, graph: graph)
        guard flow["status"] == "ACTIVE", flow["liveSnapshotId"].map({ !$0.isNull }) ?? false
        else {
            observation.resources = [resource(draft, running: .unseen, place)]
            return observation
        }
        let live: Object = ["includeNodes": "true", "draft": "false"]
        observation.reads = [
            Read(
                place.request(.getFlow, id, query: live),
                FrontlineRead.running(beside: draft, place), expects: .holder(of: "nodes"),
                purpose: "what a flow runs by")
        ]
        return observation
    }

    /// The nodes that a flow runs by, beside its draft.
    func running(
        _ live: Value, beside draft: FrontlineDraft, _ place: FrontlineFlowPlace
    ) -> Observation {
        var observation = Observation()
        let nodes = live["nodes"]?.list
        observation.resources = [
            resource(draft, running: nodes.map { .nodes($0) } ?? .unseen, place)
        ]
        return observation
    }

    /// A flow as files have it.
    func resource(
        _ draft: FrontlineDraft, running: FrontlineRunning, _ place: FrontlineFlowPlace
    ) -> ObservedResource {
        let (flow, graph, agent) = (draft.flow, draft.graph, place.agent)
        let running = draft.isUnpublished ? .nothing : running
        let id = flow["id"] ?? .null
        let nodes = graph["nodes"]?.list ?? []
        let isDefault = flow["isDefault"] == true
        let wanted = place.nodes ?? wantedNodes(of: flow, agent)
        let given = scope.given[Scope.key(.frontlineFlow, id)]?["nodes"]?.object
        let keys = FrontlineNodeKeys(nodes, given: given ?? [:], wanted: wanted)
        let reader = FrontlineGraphReader(keys: keys)
        var value = flow.object ?? [:]
        value["agent"] = agent
        value["isDefault"] = isDefault ? true : nil
        let form = reader.graph(nodes)
        for member in form { value[member.key] = member.value }
        let model = reader.canonical(value)
        return ObservedResource(
            account: account.name, kind: .frontlineFlow, liveID: id,
            naturalKey: FrontlineFlowKind.key(
                agent: agent, name: flow["name"] ?? .null, isDefault: isDefault),
            value: ValueEncoder.encode(model), raw: flow,
            facts: Facts().telling(FrontlineFlowFact.nodes, keys.object.object)
                .telling(FrontlineFlowFact.isDefault, isDefault)
                .telling(FrontlineFlowFact.graph, nodes)
                .telling(FrontlineFlowFact.liveSnapshotID, flow["liveSnapshotId"])
                .telling(FrontlineFlowFact.isLeftUnpublished, draft.isLeftUnpublished(by: running)),
            running: reader.running(running),
            createdAt: Timestamp(in: flow["createdAt"]), model: DecodedModel(model))
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
