import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let listed = [
        "id", "name", "description", "status", "createdAt", "updatedAt", "runCount",
    ]

    static func listFlows(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let status = try exchange.word("status", of: statuses(exchange.store))
        let all = allRows("frontline/flow", exchange.account.aid, exchange.store)
        let found = all.filter { flow in
            flow["assistantId"] == agent["id"] && flow.isDeleted == (status == "DELETED")
                && (status == nil || flow["status"]?.text == status)
        }
        let isWhole = exchange.store.isOn(.detailsInList)
        return .results(found.map { .object(isWhole ? $0.visible : $0.only(listed)) })
    }

    static func createFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let body = try exchange.body([
            .need("name", .text(least: 1)), .may("description", .nullable(.text()), or: .null),
        ])
        let flow = makeFlow(body, isDefault: false, of: agent.id, &exchange)
        return .bare(.object(flow), status: 201)
    }

    /// A flow with, on demand, the nodes of its draft or of what is live.
    static func getFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var flow = try flow(exchange).visible
        if exchange.flag("includeNodes") == true {
            let isLive = exchange.flag("draft") == false
            let id = flow[isLive ? "liveSnapshotId" : "draftSnapshotId"]
            let graph = graph(id, exchange)
            flow["nodes"] = .list(graph.map { shownNodes($0, exchange) } ?? [])
        }
        return .bare(.object(flow))
    }

    static func getGraph(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let graph = try draft(of: try flow(exchange), exchange)
        return .bare(shown(graph, exchange))
    }

    /// Makes a flow with a draft; an agent's default flow begins with its START node.
    @discardableResult
    static func makeFlow(
        _ fields: Object, isDefault: Bool, of agent: String, _ exchange: inout Exchange
    ) -> Object {
        let id = newNumber("flow", &exchange)
        var flow = fields.merging([
            "id": .int(id), "status": "DRAFT", "runCount": 0, "assistantId": .text(agent),
            "isDefault": .bool(isDefault), "liveSnapshotId": .null,
            "createdAt": exchange.timestamp, "updatedAt": exchange.timestamp,
        ])
        var nodes: [Object] = []
        if isDefault {
            let number = exchange.store.isOn(.clientNodeIDs) ? 1 : count("node", &exchange)
            let start: Object = [
                "type": "START", "position": ["positionX": 0, "positionY": 0],
            ]
            let node = exchange.store.isOn(.clientNodeIDs) ? "start_1" : nodeID(number, exchange)
            nodes = [made(start, node, alias: nil, of: flow, exchange)]
        }
        flow["draftSnapshotId"] = makeSnapshot(of: flow, nodes: nodes, &exchange)
        exchange.store["frontline/flow", exchange.row("\(id)")] = .object(flow)
        return flow
    }

    /// The flow that the path names.
    static func flow(_ exchange: Exchange) throws(Refusal) -> Object {
        let agent = try agent(exchange)
        let id = try exchange.number(3, "flowId")
        guard let flow = row("frontline/flow", id, exchange),
            flow["assistantId"] == agent["id"]
        else { throw .missing("Flow") }
        return flow
    }

    /// The flows of an agent that are not deleted.
    static func flows(of agent: String, _ exchange: Exchange) -> [Object] {
        rows("frontline/flow", exchange.account.aid, exchange.store).filter {
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
