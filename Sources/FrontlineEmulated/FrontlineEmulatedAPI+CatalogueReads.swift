import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let modelTypes = ["TEXT", "TRANSCRIPTION", "FILE_ANALYSIS"]

    static func listModels(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .results(try models(exchange).map { .object($0) })
    }

    static func getDefaultModel(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let model = try models(exchange).first { $0["isDefault"] == .some(true) }
        guard let model else { throw .missing("AI model") }
        return .bare(.object(model))
    }

    static func getModel(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let id = try exchange.number(1, "aiModelId")
        guard let model = row("frontline/ai-model", id, exchange) else {
            throw .missing("AI model")
        }
        return .bare(.object(model))
    }

    static func listKnowledgeBases(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        page(rows("frontline/knowledge-base", exchange.account.aid, exchange.store), exchange)
    }

    static func listPlaybooks(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let found = rows("frontline/playbook", exchange.account.aid, exchange.store)
        return .bare([
            "results": .list(found.map { .object($0) }), "total": .int(Int64(found.count)),
            "page": 1, "pageSize": 20, "totalPages": 1,
        ])
    }

    static func listIntegrations(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let found = rows("frontline/integration", exchange.account.aid, exchange.store)
        return .results(found.map { .object($0) })
    }

    static func listObjects(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let found = rows("frontline/object", exchange.account.aid, exchange.store)
        return .enveloped(.list(found.map { .object($0) }))
    }

    static func listRecordTypes(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let name = exchange.part(1)
        let objects = rows("frontline/object", exchange.account.aid, exchange.store)
        guard objects.contains(where: { $0["name"]?.text == name }) else {
            throw .missing("Object")
        }
        let found = rows("frontline/record-type", exchange.account.aid, exchange.store)
        return .enveloped(
            .list(found.filter { $0["_object"]?.text == name }.map { .object($0.visible) }))
    }

    /// The models of the type the query names, in their order.
    private static func models(_ exchange: Exchange) throws(Refusal) -> [Object] {
        let type = try exchange.word("type", of: modelTypes)
        let all = rows("frontline/ai-model", exchange.account.aid, exchange.store)
        return all.filter { type == nil || $0["type"]?.text == type }
            .sorted { ($0["order"]?.int ?? 0) < ($1["order"]?.int ?? 0) }
    }
}
