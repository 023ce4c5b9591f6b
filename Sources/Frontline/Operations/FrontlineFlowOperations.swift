public import Documents
public import Flows
public import Platforms

/// What people do to flows beside declaring them, as data.
public enum FrontlineFlowOperations {
    /// Reads the flows of an agent.
    public static func list(of agent: Value) -> Request {
        FrontlineOperation.listFlows.request(["agent_id": agent])
    }

    /// Reads one flow; with nodes, those of its draft or of what is live.
    public static func get(
        _ id: Value, of agent: Value, nodes: FrontlineSnapshot? = nil
    ) -> Request {
        var query: Object = [:]
        if let nodes {
            query = ["includeNodes": "true", "draft": .text(nodes == .draft ? "true" : "false")]
        }
        return FrontlineOperation.getFlow.request(flow: id, of: agent, query: query)
    }

    /// Reads the draft graph of a flow.
    public static func graph(_ id: Value, of agent: Value) -> Request {
        FrontlineOperation.getGraph.request(flow: id, of: agent)
    }

    // What answers show

    /// Flows as they are listed, or one with its detail.
    public static func observed(
        _ flows: [Value], of agent: Value, _ account: Account
    ) -> [ObservedResource] {
        flows.compactMap { flow in
            guard let id = flow["id"], !id.isNull else { return nil }
            let isDefault = flow["isDefault"] == true
            var value: Object = ["agent": agent, "name": flow["name"] ?? .null]
            let status = flow["status"].flatMap { FrontlineFlowStatus(lenient: $0) }
            value["status"] = status.map { .text($0.rawValue) } ?? flow["status"]
            value["description"] = flow["description"]
            return ObservedResource(
                account: account.name, kind: .frontlineFlow, liveID: id,
                naturalKey: FrontlineFlowKind.key(
                    agent: agent, name: flow["name"] ?? .null, isDefault: isDefault),
                value: .object(value), raw: flow,
                facts: Facts().telling(FrontlineFlowFact.isDefault, isDefault)
                    .telling(FrontlineFlowFact.liveSnapshotID, flow["liveSnapshotId"]))
        }
    }

    /// A flow with its draft graph, its nodes under the keys that the ledger knows them by.
    public static func observed(
        _ flow: Value, graph: Value, of agent: Value, _ recorded: [Address: RecordedResource],
        _ account: Account
    ) -> ObservedResource? {
        let scope = Scope(kinds: [.frontlineFlow], recorded: recorded)
        return FrontlineReading(scope: scope, account: account).resource(
            FrontlineDraft(flow: flow, graph: graph), running: .unseen,
            FrontlineFlowPlace(agent: agent))
    }

    /// The words that the service speaks, as far as a flow or a graph tells: `brief` or `today`.
    public static func dialect(in value: Value) -> String? {
        FrontlineDialect.seen(in: value)?.rawValue
    }

    /// A status as the service of an account spells it.
    public static func spelled(_ status: String, _ account: Account) -> String {
        FrontlineDialect.of(account).spelled(status)
    }

    /// The draft of a flow as nodes and edges.
    public static func graph(of observed: ObservedResource) -> FlowGraph {
        observed.model(as: FrontlineFlow.self).graph
    }

    /// The state of a flow in the words of files; `unknown` where the service does not say.
    public static func status(of flow: ObservedResource) -> String {
        flow.value["status"]?.text ?? "unknown"
    }

    /// The published snapshot of a flow as the service shows it; nil where nothing was published.
    public static func liveSnapshot(in flow: Object) -> String? { flow["liveSnapshotId"]?.text }

    /// Whether a flow was written after its draft changed last, as activating it does: what is not
    /// published then was not published by that.
    public static func isNewer(_ flow: Value, thanDraft graph: Value) -> Bool {
        guard let written = Timestamp(in: flow["updatedAt"]),
            let changed = Timestamp(in: graph["updatedAt"])
        else { return false }
        return (written.seconds, written.fraction) >= (changed.seconds, changed.fraction)
    }

    /// What a flow is for; empty where it does not say.
    public static func details(in flow: Object) -> String { flow["description"]?.text ?? "" }

    /// Whether a list shows of a flow if it is the default one.
    public static func showsDefault(_ flow: Object) -> Bool { flow["isDefault"] != nil }

    /// Whether a flow runs at the start of every conversation of its agent.
    public static func isDefault(_ flow: ObservedResource) -> Bool {
        flow.facts[FrontlineFlowFact.isDefault] == true
    }
}

/// Which of a flow's two graphs is meant.
public enum FrontlineSnapshot: Sendable {
    /// The one that writes change.
    case draft
    /// The one that conversations walk through.
    case live
}
