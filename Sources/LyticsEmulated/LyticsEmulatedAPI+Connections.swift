import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    static func listConnections(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let rows = rows("lytics/connection", exchange.account.aid, exchange.store)
        return exchange.answer(.list(rows.map { .object($0) }))
    }

    static func getConnection(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(.object(try connection(exchange)))
    }

    static func createConnection(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body()
        guard let label = body["label"]?.text, !label.isEmpty else {
            throw .bad("a connection needs a `label`")
        }
        try checkConnection(body)
        let provider = try provider(of: body, exchange.store)
        try checkAuths(body["auth_ids"], exchange)
        let id = newID("connection", &exchange)
        let created = body.merging(provider).merging([
            "id": .text(id), "account_id": .text(exchange.account.id),
            "aid": .int(exchange.account.aid), "author_id": .text(exchange.account.author),
            "updated_by_user_id": .text(exchange.account.author),
            "description": body["description"] ?? "", "auth_ids": body["auth_ids"] ?? [],
            "config": body["config"] ?? [:], "created": exchange.timestamp,
            "updated": exchange.timestamp,
        ])
        exchange.store["lytics/connection", exchange.row(id)] = .object(created)
        return exchange.answer(.object(created), status: 201)
    }

    /// Changes label, description and auths; what else is sent is fixed and therefore ignored.
    static func updateConnection(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var row = try connection(exchange)
        let body = try exchange.body()
        try checkConnection(body)
        try checkAuths(body["auth_ids"], exchange)
        let free = ["label", "description", "auth_ids"]
        if exchange.store.isOn(.connectionPutRejects),
            let member = body.first(where: { !free.contains($0.key) && row[$0.key] != $0.value })
        {
            throw .bad("`\(member.key)` of a connection cannot be changed")
        }
        for key in free { if let value = body[key] { row[key] = value } }
        row["updated"] = exchange.timestamp
        row["updated_by_user_id"] = .text(exchange.account.author)
        exchange.store["lytics/connection", exchange.row(exchange.part(2))] = .object(row)
        return exchange.answer(
            .object(row), status: exchange.store.isOn(.connectionPut201) ? 201 : 200)
    }

    static func deleteConnection(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        _ = try connection(exchange)
        exchange.store["lytics/connection", exchange.row(exchange.part(2))] = nil
        return exchange.deleted()
    }

    /// The connection the path names.
    static func connection(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.part(2)
        guard let row = exchange.store["lytics/connection", exchange.row(id)]?.object else {
            throw .missing("connection", id)
        }
        return row
    }

    /// Refuses what has another type than the API's models have, null included.
    private static func checkConnection(_ body: Object) throws(Refusal) {
        for name in ["label", "description"] {
            guard let value = body[name], value.text == nil else { continue }
            throw .bad("`\(name)` of a connection must be a string")
        }
        guard let ids = body["auth_ids"] else { return }
        guard let list = ids.list, list.allSatisfy({ $0.text != nil }) else {
            throw .bad("`auth_ids` of a connection must be a list of strings")
        }
    }

    /// The provider's id and slug, whichever of them the body names.
    private static func provider(
        of body: Object, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        guard let name = body["provider_slug"]?.text ?? body["provider_id"]?.text else {
            throw .bad("a connection needs a `provider_slug`", code: "PROVIDER-BADREQ-015")
        }
        guard let provider = catalogueProvider(name) else {
            if store.isOn(.openCatalogue) { return ["provider_slug": .text(name)] }
            throw .missing("provider", name, code: "PROVIDER-NOTFOUND-016")
        }
        return ["provider_id": .text(provider.id), "provider_slug": .text(provider.slug)]
    }

    /// Every auth a payload names must exist in the account.
    static func checkAuths(_ ids: Value?, _ exchange: Exchange) throws(Refusal) {
        for id in ids?.list ?? [] {
            let text = id.text ?? id.canonicalJSON
            guard exchange.store["lytics/auth", exchange.row(text)].isThere else {
                throw .bad("there is no auth `\(text)` in this account", code: "AUTH-BADREQ-008")
            }
        }
    }
}
