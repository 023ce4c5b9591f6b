import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Lists the auths and, as the platform does, the API token of the caller.
    static func listAuths(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var rows = rows("lytics/auth", exchange.account.aid, exchange.store).map(\.visible)
        rows.append(tokenRow(exchange))
        if let type = exchange.request.query("auth_type") {
            rows = rows.filter { snake($0["type"]?.text ?? "") == snake(type) }
        }
        return exchange.answer(.list(rows.map { .object($0) }))
    }

    static func getAuth(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        if exchange.request.path.last == exchange.account.tokenID {
            return exchange.answer(.object(tokenRow(exchange)))
        }
        return exchange.answer(.object(try auth(exchange).visible))
    }

    static func createAuth(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let type = snake(exchange.part(2))
        try checkType(type, exchange.store)
        let body = try authBody(exchange)
        let id = newID("auth", &exchange)
        let named = body["provider_slug"]?.text ?? body["provider_id"]?.text
        let name = named ?? providerSlug(ofAuthType: type)
        let provider = catalogueProvider(name)
        var row: Object = [
            "id": .text(id), "account_id": .text(exchange.account.id),
            "user_id": .text(exchange.account.author), "type": .text(type),
            "description": body["description"] ?? "", "status": "healthy", "unhealthy": false,
            "provider_slug": .text(provider?.slug ?? name), "created": exchange.timestamp,
        ]
        if let provider { row["provider_id"] = .text(provider.id) }
        return save(row.merging(body), &exchange, status: 201)
    }

    /// Replaces label, description and config; the type and the provider stay.
    static func updateAuth(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try auth(exchange)
        let body = try authBody(exchange)
        var replaced: Object = [
            "label": body["label"] ?? "", "description": body["description"] ?? "",
            "_config": body["_config"] ?? .null,
        ]
        // No source says so: credentials given anew are taken for good ones.
        if body["_config"] != row["_config"] {
            replaced = replaced.merging(["status": "healthy", "unhealthy": false])
            if row["expires"].isThere { replaced["expires"] = "" }
        }
        return save(row.merging(replaced), &exchange, status: 200)
    }

    /// Deletes an auth, takes it out of the jobs that use it and stops them.
    static func deleteAuth(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let id = exchange.part(2)
        if id == exchange.account.tokenID {
            exchange.store["lytics/revoked", id] = true
            return exchange.deleted()
        }
        _ = try auth(exchange)
        exchange.store["lytics/auth", exchange.row(id)] = nil
        stopJobs(using: id, &exchange)
        return exchange.deleted()
    }

    private static func save(
        _ row: Object, _ exchange: inout Exchange, status: Int
    ) -> EmulatedResponse {
        var row = row
        row["updated"] = exchange.timestamp
        exchange.store["lytics/auth", exchange.row(row["id"]?.text ?? "")] = .object(row)
        return exchange.answer(.object(row.visible), status: status)
    }

    /// The auth the path names, by id alone or by type and id.
    private static func auth(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.request.path.last ?? ""
        guard let row = exchange.store["lytics/auth", exchange.row(id)]?.object else {
            throw .missing("auth", id, code: "AUTH-NOTFOUND-006")
        }
        if exchange.request.path.count == 4, row["type"]?.text != snake(exchange.part(2)) {
            throw .missing("auth of this type", id, code: "AUTH-NOTFOUND-006")
        }
        return row
    }

    /// What names and describes an auth as sent, and a digest in place of the config.
    private static func authBody(_ exchange: Exchange) throws(Refusal) -> Object {
        let body = try exchange.body()
        guard let label = body["label"]?.text, !label.isEmpty else {
            throw .bad("an auth needs a `label`", code: "AUTH-BADREQ-008")
        }
        guard let config = body["config"], config.object != nil else {
            throw .bad("an auth needs a `config`", code: "AUTH-BADREQ-008")
        }
        let free = ["label", "description", "provider_id", "provider_slug"]
        let kept = Object(members: body.filter { free.contains($0.key) })
        return kept.merging(["_config": digest(config)])
    }

    private static func checkType(_ type: String, _ store: EmulatedStore) throws(Refusal) {
        if oauthTypes.contains(type) {
            throw .bad(
                "auths of the type `\(type)` are made in the browser", code: "AUTH-BADREQ-008")
        }
        guard authTypes.contains(type) || store.isOn(.openCatalogue) else {
            throw Refusal(404, "AUTHTYPE-NOTFOUND-007", "there is no auth type `\(type)`")
        }
    }

    /// The caller's own token, which the platform lists among the auths.
    private static func tokenRow(_ exchange: Exchange) -> Object {
        let created = exchange.store["lytics/account", "\(exchange.account.aid)"]?["created"] ?? ""
        return [
            "id": .text(exchange.account.tokenID), "account_id": .text(exchange.account.id),
            "user_id": .text(exchange.account.author), "type": "lytics-auth-token",
            "label": "API token", "description": "", "scopes": ["admin"], "ttl": 0,
            "expires": "", "internal": false, "status": "healthy", "unhealthy": false,
            "created": created, "updated": created, "last_accessed_at": exchange.timestamp,
        ]
    }
}
