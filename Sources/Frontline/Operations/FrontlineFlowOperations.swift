public import Documents
public import Flows
public import Platforms

/// What people do to flows beside declaring them, as data.
public enum FrontlineFlowOperations {
    /// Reads the flows of an agent.
    public static func list(of agent: Value) -> Request {
        Request(.get, ["agents", agent, "flows"])
    }

    /// Reads one flow; with nodes, those of its draft or of what is live.
    public static func get(
        _ id: Value, of agent: Value, nodes: FrontlineSnapshot? = nil
    ) -> Request {
        var query: Object = [:]
        if let nodes {
            query = ["includeNodes": "true", "draft": .text(nodes == .draft ? "true" : "false")]
        }
        return Request(.get, path(id, agent), query: query)
    }

    /// Reads the draft graph of a flow.
    public static func graph(_ id: Value, of agent: Value) -> Request {
        Request(.get, path(id, agent) + ["graph"])
    }

    static func path(_ id: Value, _ agent: Value) -> [Value] { ["agents", agent, "flows", id] }

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
            FrontlineDraft(flow: flow, graph: graph), running: nil,
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
        ValueReader.read(FrontlineFlow.self, observed.value).graph
    }

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
