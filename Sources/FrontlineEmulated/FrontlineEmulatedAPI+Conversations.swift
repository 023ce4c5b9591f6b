import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let messageFields: [Field] = [
        .may("message", .nullable(.text())), .may("conversation_id", .nullable(.number())),
        .may("contact_id", .nullable(.text())), .may("initial_variables", .nullable(.anyObject)),
    ]

    /// Says something to an agent; the answer is what its flows say in this turn.
    static func runAgent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let body = try exchange.body(messageFields)
        var talk = try conversation(body["conversation_id"], &exchange)
        guard talk["is_closed"] != .some(true) else {
            throw .conflict("The conversation is closed")
        }
        var turn = Turn(agent: agent.id, talk, exchange)
        turn.take(body["message"]?.text ?? "")
        for id in turn.entered { countRun(of: id, &exchange) }
        talk["_flow"] = turn.waiting?.flow ?? .null
        talk["_node"] = turn.waiting.map { .text($0.node) } ?? .null
        talk["_began"] = true
        talk["updated_at"] = exchange.timestamp
        exchange.store["frontline/conversation", exchange.row(talk.id)] = .object(talk)
        var messages: [Value] = []
        for (type, text) in turn.messages {
            messages.append([
                "id": .int(count("message", &exchange)), "role": "ASSISTANT", "type": .text(type),
                "text": .text(text), "created_at": exchange.timestamp,
            ])
        }
        let answer: Object = ["conversation_id": talk["id"] ?? .null, "messages": .list(messages)]
        return .bare(.object(answer), status: 201)
    }

    /// A conversation that comes into a flow is a run of it.
    private static func countRun(of flow: Value, _ exchange: inout Exchange) {
        guard var row = known("frontline/flow", flow, exchange) else { return }
        row["runCount"] = .int((row["runCount"]?.int ?? 0) + 1)
        exchange.store["frontline/flow", exchange.row(row.id)] = .object(row)
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
}
