import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let listed = [
        "id", "name", "description", "status", "createdAt", "updatedAt", "runCount",
    ]

    static func listFlows(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange, store)
        let status = try exchange.word("status", of: statuses(store))
        let all = allRows("frontline/flow", exchange.account.aid, store)
        let found = all.filter { flow in
            flow["assistantId"] == agent["id"] && flow.isDeleted == (status == "DELETED")
                && (status == nil || flow["status"]?.text == status)
        }
        let isWhole = store.isOn(.detailsInList)
        return .results(found.map { .object(isWhole ? $0.visible : $0.only(listed)) })
    }

    static func createFlow(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange, store)
        let body = try exchange.body([
            .need("name", .text(least: 1)), .may("description", .nullable(.text()), or: .null),
        ])
        let flow = makeFlow(body, isDefault: false, of: agent.id, exchange, &store)
        return .bare(.object(flow), status: 201)
    }

    /// A flow with, on demand, the nodes of its draft or of what is live.
    static func getFlow(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        var flow = try flow(exchange, store).visible
        if exchange.flag("includeNodes") == true {
            let isLive = exchange.flag("draft") == false
            let id = flow[isLive ? "liveSnapshotId" : "draftSnapshotId"]
            let graph = graph(id, exchange, store)
            flow["nodes"] = .list(graph.map { shownNodes($0, exchange, store) } ?? [])
        }
        return .bare(.object(flow))
    }

    static func getGraph(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let graph = try draft(of: try flow(exchange, store), exchange, store)
        return .bare(shown(graph, exchange, store))
    }

    /// Makes a flow with a draft; an agent's default flow begins with its START node.
    @discardableResult
    static func makeFlow(
        _ fields: Object, isDefault: Bool, of agent: String, _ exchange: Exchange,
        _ store: inout EmulatedStore
    ) -> Object {
        let id = newNumber("flow", exchange, &store)
        var flow = fields.merging([
            "id": .int(id), "status": "DRAFT", "runCount": 0, "assistantId": .text(agent),
            "isDefault": .bool(isDefault), "liveSnapshotId": .null,
            "createdAt": exchange.timestamp, "updatedAt": exchange.timestamp,
        ])
        var nodes: [Object] = []
        if isDefault {
            let number = store.isOn(.clientNodeIDs) ? 1 : count("node", exchange, &store)
            let start: Object = [
                "type": "START", "position": ["positionX": 0, "positionY": 0],
            ]
            let node = store.isOn(.clientNodeIDs) ? "start_1" : nodeID(number, exchange)
            nodes = [made(start, node, alias: nil, of: flow, exchange)]
        }
        flow["draftSnapshotId"] = makeSnapshot(of: flow, nodes: nodes, exchange, &store)
        store["frontline/flow", exchange.row("\(id)")] = .object(flow)
        return flow
    }

    /// The flow that the path names.
    static func flow(_ exchange: Exchange, _ store: EmulatedStore) throws(Refusal) -> Object {
        let agent = try agent(exchange, store)
        let id = try exchange.number(3, "flowId")
        guard let flow = row("frontline/flow", id, exchange, store),
            flow["assistantId"] == agent["id"]
        else { throw .missing("Flow") }
        return flow
    }

    /// The flows of an agent that are not deleted.
    static func flows(
        of agent: String, _ exchange: Exchange, _ store: EmulatedStore
    ) -> [Object] {
        rows("frontline/flow", exchange.account.aid, store).filter {
            $0["assistantId"]?.text == agent
        }
    }

    /// The statuses a flow can be given.
    static func statuses(_ store: EmulatedStore) -> [String] {
        let others =
            store.isOn(.pausedArchived) ? ["PAUSED", "ARCHIVED"] : ["SUSPENDED", "DELETED"]
        return ["ACTIVE", "DRAFT"] + others
    }
}
