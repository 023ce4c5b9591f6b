import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let naming: [Field] = [
        .need("name", .text(least: 1)), .may("description", .nullable(.text())),
    ]
    private static let phrase: Schema = .object([
        .may("id", .number()), .need("phrase", .text()),
    ])

    static func listIntents(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let found = shownIntents(of: try agent(exchange, store).id, exchange, store)
        return page(found.filter(exchange.isListed), exchange)
    }

    static func listAllIntents(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let found = shownIntents(of: try agent(exchange, store).id, exchange, store)
        return .bare(.list(found.filter(exchange.isListed).map { .object($0) }))
    }

    static func createIntent(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange, store)
        var body = try exchange.body(naming + [.need("phrases", .list(.text(), least: 1))])
        try checkName(of: body, id: nil, exchange, store)
        let phrases = (body["phrases"]?.list ?? []).map { Value.object(["phrase": $0]) }
        body["phrases"] = .list(numbered(phrases, exchange, &store))
        let row = body.merging([
            "id": .int(newNumber("intent", exchange, &store)), "status": "ACTIVE",
            "assistantId": agent["id"] ?? .null, "createdAt": exchange.timestamp,
            "description": body["description"] ?? .null,
        ])
        return save(intent: row, exchange, &store, status: 201)
    }

    static func getIntent(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        .bare(.object(shown(intent: try intent(exchange, store), exchange, store)))
    }

    /// Replaces an intent; phrases keep their ids where they send them, the rest is new or gone.
    static func updateIntent(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try intent(exchange, store)
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
        try checkName(of: body, id: row["id"], exchange, store)
        body["phrases"] = .list(numbered(body["phrases"]?.list ?? [], exchange, &store))
        return save(intent: row.merging(body), exchange, &store)
    }

    static func deleteIntent(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try intent(exchange, store)
        let uses = flowsByIntent(of: exchange.part(1), exchange, store)
        if store.isOn(.guardInUse), let id = row["id"], uses[id] != nil {
            throw .conflict("The intent is used by a flow")
        }
        store["frontline/intent", exchange.row(row.id)] = .object(row.deleted("DELETED"))
        return .empty
    }

    /// Writes phrases in the manner of the samples, always the same ones.
    static func generatePhrases(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        _ = try agent(exchange, store)
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

    private static func intent(
        _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        let agent = try agent(exchange, store)
        let id = try exchange.number(3, "intentId")
        guard let row = row("frontline/intent", id, exchange, store),
            row["assistantId"] == agent["id"]
        else { throw .missing("Intent") }
        return row
    }

    private static func checkName(
        of body: Object, id: Value?, _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) {
        guard store.isOn(.uniqueIntents) else { return }
        let name = body["name"]?.text?.lowercased()
        let all = intents(of: exchange.part(1), exchange, store)
        if all.contains(where: { $0["name"]?.text?.lowercased() == name && $0["id"] != id }) {
            throw .conflict("An intent with the name \(name ?? "") already exists")
        }
    }

    /// Phrases with ids, those without one get a new one.
    private static func numbered(
        _ phrases: [Value], _ exchange: Exchange, _ store: inout EmulatedStore
    ) -> [Value] {
        var list: [Value] = []
        for phrase in phrases {
            let id = phrase["id"] ?? .int(newNumber("phrase", exchange, &store))
            list.append(["id": id, "phrase": phrase["phrase"] ?? ""])
        }
        return list
    }

    private static func save(
        intent row: Object, _ exchange: Exchange, _ store: inout EmulatedStore, status: Int = 200
    ) -> EmulatedResponse {
        let row = row.merging(["updatedAt": exchange.timestamp])
        store["frontline/intent", exchange.row(row.id)] = .object(row)
        return .bare(.object(shown(intent: row, exchange, store)), status: status)
    }
}
