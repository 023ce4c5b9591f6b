import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let messageFields: [Field] = [
        .may("message", .nullable(.text())), .may("conversation_id", .nullable(.number())),
        .may("contact_id", .nullable(.text())), .may("initial_variables", .nullable(.anyObject)),
    ]

    /// Says something to an agent; the answer is the first message of its Start flow.
    static func runAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let body = try exchange.body(messageFields)
        var talk = try conversation(body["conversation_id"], &exchange)
        guard talk["is_closed"] != .some(true) else {
            throw .conflict("The conversation is closed")
        }
        let number = count("message", &exchange)
        talk["updated_at"] = exchange.timestamp
        exchange.store["frontline/conversation", exchange.row(talk.id)] = .object(talk)
        let message: Value = [
            "id": .int(number), "role": "AGENT", "type": "MESSAGE",
            "text": .text(greeting(of: agent.id, exchange) ?? "How can I help you?"),
            "created_at": exchange.timestamp,
        ]
        let answer: Object = ["conversation_id": talk["id"] ?? .null, "messages": [message]]
        return .bare(.object(answer), status: 201)
    }

    static func closeConversation(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        _ = try agent(exchange)
        let id = try exchange.number(3, "conversationId")
        var talk = try conversation(Int64(id).map { .int($0) }, &exchange)
        talk["is_closed"] = true
        exchange.store["frontline/conversation", exchange.row(id)] = .object(talk)
        return .bare(.object(talk.visible))
    }

    /// The conversation with an id, or a new one where there is none.
    private static func conversation(
        _ id: Value?, _ exchange: inout Exchange
    ) throws(Refusal) -> Object {
        if let id, !id.isNull {
            let talk = known("frontline/conversation", id, exchange)
            guard let talk, talk["_agent"]?.text == exchange.part(1) else {
                throw .missing("Conversation")
            }
            return talk
        }
        return [
            "id": .int(newNumber("conversation", &exchange)), "channel": "OVERVIEW",
            "is_closed": false, "created_at": exchange.timestamp,
            "_agent": .text(exchange.part(1)),
        ]
    }

    /// The first message on the way from START, live where the flow is active.
    private static func greeting(of agent: String, _ exchange: Exchange) -> String? {
        let all = flows(of: agent, exchange)
        guard let flow = all.first(where: { $0["isDefault"] == .some(true) }) else { return nil }
        let isActive = flow["status"] == .some("ACTIVE")
        let live = isActive ? graph(flow["liveSnapshotId"], exchange) : nil
        guard let graph = live ?? graph(flow["draftSnapshotId"], exchange) else {
            return nil
        }
        var ahead = graph.nodes.filter { $0["type"] == .some("START") }
        while let node = ahead.popLast() {
            if node["type"] == .some("SAY_AI"), let text = node["data"]?["message"]?.text {
                return text
            }
            let next = graph.edges.filter { $0.source == node.nodeID }.map(\.target)
            ahead += graph.nodes.filter { next.contains($0.nodeID) }
        }
        return nil
    }
}
