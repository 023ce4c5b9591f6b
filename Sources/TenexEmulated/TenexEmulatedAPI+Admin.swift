import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// Logs a person in: `ada@acme.com` into the workspace `acme`, `admin@…` as its admin.
    static func logIn(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: nil)
        var checker = Checker()
        for key in ["email", "password"] {
            checker.member(key, .text, in: body, isRequired: true)
        }
        try checker.finish(body, as: nil, exchange)
        let sides = body.word("email").split(separator: "@")
        let domain = sides.count == 2 ? sides[1].split(separator: ".").first : nil
        guard let domain, !body.word("password").isEmpty else {
            throw Refusal(401, "Incorrect email or password")
        }
        let number = exchange.store.next("tenex/session")
        let digits = "tenex/session/\(number)/\(body.word("email"))".identifierDigits
        let token = "eyJhbGciOiJIUzI1NiJ9.\(digits).\(digits.identifierDigits)"
        exchange.store["tenex/session", token] = [
            "workspace": .text(String(domain)), "is_admin": .bool(sides[0] == "admin"),
            "expires": .int(exchange.now.milliseconds + 3_600_000),
        ]
        return .plain([
            "access_token": .text(token), "token_type": "bearer", "expires_in": 3600,
        ])
    }

    static func listKeys(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try checkAdmin(exchange)
        let keys = keys(exchange.caller, exchange.store)
        return .plain([
            "items": .list(keys.map { .object($0.visible) }), "next_cursor": .null,
            "total": .int(Int64(keys.count)),
        ])
    }

    /// Mints a key of this workspace; its secret is shown this once.
    static func mintKey(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try checkAdmin(exchange)
        let body = try exchange.body(as: nil)
        var checker = Checker()
        checker.member("name", .text, in: body, isRequired: true)
        try checker.finish(body, as: nil, exchange)
        let digits = "tenex/key/\(exchange.store.next("tenex/key"))".identifierDigits
        let prefix = String(digits.prefix(8))
        let secret = digits.identifierDigits
        let row: Object = [
            "prefix": .text(prefix), "name": body["name"] ?? .null, "scopes": ["*"],
            "last_used_at": .null, "created_at": .text(exchange.now.seconds),
            "_workspace": .text(exchange.caller.workspace), "_secret": .text(secret),
        ]
        exchange.store["tenex/key", prefix] = .object(row)
        return .plain(
            [
                "prefix": .text(prefix), "secret": .text("tnx_\(prefix)_\(secret)"),
                "scopes": ["*"], "created_at": row["created_at"] ?? .null,
            ], status: 201)
    }

    /// Revokes a key, which is refused from the next request on.
    static func revokeKey(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try checkAdmin(exchange)
        let prefix = exchange.part("id")
        guard
            var row = keys(exchange.caller, exchange.store).first(where: {
                $0.word("prefix") == prefix
            })
        else { throw .missing("API key") }
        row["_revoked"] = true
        exchange.store["tenex/key", prefix] = .object(row)
        return .gone
    }

    private static func checkAdmin(_ exchange: Exchange) throws(Refusal) {
        if exchange.caller.isAdmin { return }
        throw Refusal(403, "This needs the admin role", code: "forbidden_scope")
    }

    /// The keys of a workspace that are not revoked.
    private static func keys(_ caller: Caller, _ store: EmulatedStore) -> [Object] {
        store.rows("tenex/key").compactMap(\.value.object).filter {
            $0.word("_workspace") == caller.workspace && $0["_revoked"] != .some(true)
        }
    }
}
