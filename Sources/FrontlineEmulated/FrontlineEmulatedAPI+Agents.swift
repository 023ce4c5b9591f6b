import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let listed = ["id", "name", "description", "status", "createdAt", "updatedAt"]
    private static let statuses = ["NONE", "ACTIVE", "INACTIVE", "TRAINING", "TRAIN_ERROR"]

    static func listAgents(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let status = try exchange.word("status", of: statuses)
        let agents = rows("frontline/agent", exchange.account.aid, exchange.store).filter {
            status == nil || $0["status"]?.text == status
        }
        return .results(agents.map { .object($0.only(listed)) })
    }

    /// Creates an agent with its settings and its Start flow.
    static func createAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body([.need("name", .text(least: 1))])
        let number = count("agent", &exchange)
        let id = uuid("agent", "\(exchange.account.aid)", "\(number)")
        let agent: Object = [
            "id": .text(id), "name": body["name"] ?? "", "description": .null,
            "status": "ACTIVE", "createdAt": exchange.timestamp,
            "updatedAt": exchange.timestamp, "isOffline": false, "channel": .null,
            "ownerId": .int(exchange.account.aid + 1), "accountId": .int(exchange.account.aid),
            "theme": theme(number, id), "_number": .int(number),
            "agentSetting": .object(newSetting(number, exchange)),
        ]
        exchange.store["frontline/agent", exchange.row(id)] = .object(agent)
        makeFlow(
            ["name": "Start", "description": .null], isDefault: true, of: id, &exchange)
        return .bare(shown(agent, exchange), status: 201)
    }

    static func getAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .bare(shown(try agent(exchange), exchange))
    }

    static func updateAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let body = try exchange.body([.need("name", .text(least: 1, most: 256))])
        return .bare(shown(save(agent.merging(body), &exchange), exchange))
    }

    static func deployAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let body = try exchange.body([.need("isOffline", .bool)])
        return .bare(shown(save(agent.merging(body), &exchange), exchange))
    }

    static func deleteAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        save(try agent(exchange).deleted(), &exchange)
        return .empty
    }

    /// The agent that the path names.
    static func agent(_ exchange: Exchange) throws(Refusal) -> Object {
        guard let agent = row("frontline/agent", exchange.part(1), exchange) else {
            throw .missing("Agent")
        }
        return agent
    }

    /// Stores an agent that has changed.
    @discardableResult
    static func save(_ agent: Object, _ exchange: inout Exchange) -> Object {
        let agent = agent.merging(["updatedAt": exchange.timestamp])
        exchange.store["frontline/agent", exchange.row(agent.id)] = .object(agent)
        return agent
    }

    private static func shown(_ agent: Object, _ exchange: Exchange) -> Value {
        .object(agent.visible.merging(["agentSetting": shownSetting(of: agent, exchange)]))
    }

    private static func theme(_ number: Int64, _ agent: String) -> Value {
        [
            "id": .int(number), "assistantId": .text(agent), "avatar": .null,
            "bubbleImage": .null, "title": "Chat", "initialMessage": "How can I help?",
            "placeholder": "Write a message", "bubbleColor": "#111111",
            "userMessageColor": "#111111", "agentMessageColor": .null,
            "bubbleAlignment": "RIGHT", "progressIndicator": "DYNAMIC",
            "verticalPositionInPixels": 20,
        ]
    }
}
