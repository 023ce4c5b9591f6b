import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let naming: [Field] = [
        .need("name", .text(least: 1)), .may("description", .nullable(.text())),
    ]
    private static let phrase: Schema = .object([
        .may("id", .number()), .need("phrase", .text()),
    ])

    static func listIntents(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let found = shownIntents(of: try agent(exchange).id, exchange)
        return page(found.filter(exchange.isListed), exchange)
    }

    static func listAllIntents(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let found = shownIntents(of: try agent(exchange).id, exchange)
        return .bare(.list(found.filter(exchange.isListed).map { .object($0) }))
    }

    static func createIntent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        var body = try exchange.body(naming + [.need("phrases", .list(.text(), least: 1))])
        try checkName(of: body, id: nil, exchange)
        let phrases = (body["phrases"]?.list ?? []).map { Value.object(["phrase": $0]) }
        body["phrases"] = .list(numbered(phrases, &exchange))
        let row = body.merging([
            "id": .int(newNumber("intent", &exchange)), "status": "ACTIVE",
            "assistantId": agent["id"] ?? .null, "createdAt": exchange.timestamp,
            "description": body["description"] ?? .null,
        ])
        return save(intent: row, &exchange, status: 201)
    }

    static func getIntent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .bare(.object(shown(intent: try intent(exchange), exchange)))
    }

    /// Replaces an intent; phrases keep their ids where they send them, the rest is new or gone.
    static func updateIntent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try intent(exchange)
        var checker = Checker()
        let fields = naming + [.need("phrases", .list(phrase, least: 1))]
        var body = checker.members(try exchange.body(), fields, at: [])
        let stored = (row["phrases"]?.list ?? []).compactMap { $0["id"] }
        for (index, phrase) in (body["phrases"]?.list ?? []).enumerated() {
            guard let id = phrase["id"], !stored.contains(id) else { continue }
            let place: [Value] = ["phrases", .int(Int64(index)), "id"]
            checker.note([.unknown(place, "phrase", id)])
        }
        try checker.finish()
        try checkName(of: body, id: row["id"], exchange)
        body["phrases"] = .list(numbered(body["phrases"]?.list ?? [], &exchange))
        return save(intent: row.merging(body), &exchange)
    }

    static func deleteIntent(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try intent(exchange)
        let uses = flowsByIntent(of: exchange.part(1), exchange)
        if exchange.store.isOn(.guardInUse), let id = row["id"], uses[id] != nil {
            throw .conflict("The intent is used by a flow")
        }
        exchange.store["frontline/intent", exchange.row(row.id)] = .object(row.deleted("DELETED"))
        return .empty
    }

    /// Writes phrases in the manner of the samples, always the same ones.
    static func generatePhrases(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        _ = try agent(exchange)
        let body = try exchange.body([
            .need("name", .text()), .need("samples", .list(.text())),
            .need("amount", .number(1...50)),
        ])
        let name = body["name"]?.text ?? ""
        let samples = (body["samples"]?.list ?? []).compactMap(\.text) + [name]
        let phrases = (0..<Int(body["amount"]?.number ?? 1)).map { index -> Value in
            .text("\(samples[index % samples.count]), said in way \(index + 1)")
        }
        return .bare(["phrases": .list(phrases)], status: 201)
    }

    private static func intent(_ exchange: Exchange) throws(Refusal) -> Object {
        let agent = try agent(exchange)
        let id = try exchange.number(3, "intentId")
        guard let row = row("frontline/intent", id, exchange),
            row["assistantId"] == agent["id"]
        else { throw .missing("Intent") }
        return row
    }

    private static func checkName(
        of body: Object, id: Value?, _ exchange: Exchange
    ) throws(Refusal) {
        guard exchange.store.isOn(.uniqueIntents) else { return }
        let name = body["name"]?.text?.lowercased()
        let all = intents(of: exchange.part(1), exchange)
        if all.contains(where: { $0["name"]?.text?.lowercased() == name && $0["id"] != id }) {
            throw .conflict("An intent with the name \(name ?? "") already exists")
        }
    }

    /// Phrases with ids, those without one get a new one.
    private static func numbered(_ phrases: [Value], _ exchange: inout Exchange) -> [Value] {
        var list: [Value] = []
        for phrase in phrases {
            let id = phrase["id"] ?? .int(newNumber("phrase", &exchange))
            list.append(["id": id, "phrase": phrase["phrase"] ?? ""])
        }
        return list
    }

    private static func save(
        intent row: Object, _ exchange: inout Exchange, status: Int = 200
    ) -> EmulatedResponse {
        let row = row.merging(["updatedAt": exchange.timestamp])
        exchange.store["frontline/intent", exchange.row(row.id)] = .object(row)
        return .bare(.object(shown(intent: row, exchange)), status: status)
    }
}
