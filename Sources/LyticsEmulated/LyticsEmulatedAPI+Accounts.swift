import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// The account a token reaches.
    ///
    /// `at.<id>.<secret>` reaches an account made from its id, so a new secret is the same account;
    /// any other text is no token of Lytics'.
    struct Account: Sendable {
        let aid: Int64
        let tokenID: String

        /// The account's id in the long form.
        var id: String { LyticsEmulatedAPI.identifier("account", "\(aid)") }
        /// Who writes with this token.
        var author: String { LyticsEmulatedAPI.identifier("user", "\(aid)") }

        init(
            _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
        ) throws(Refusal) {
            guard let token = request.headers["authorization"], !token.isEmpty,
                !token.lowercased().hasPrefix("bearer ")
            else { throw Refusal(401, "UNAUTHORIZED-017", "Not authorized") }
            let parts = token.split(separator: ".", omittingEmptySubsequences: false)
            let isLong = parts.count == 3 && parts[0] == "at" && !parts[1].isEmpty
            let name = isLong ? String(parts[1]) : token
            if name.hasPrefix("expired") {
                throw Refusal(401, "UNAUTHORIZED-017", "Expired Token")
            }
            tokenID = name
            aid = Account.number(name)
            if !isLong || store["lytics/revoked", tokenID].isThere {
                throw Refusal(401, "UNAUTHORIZED-017", "Not authorized")
            }
            try checkAccountID(request)
            open(&store, now: now)
        }

        private static func number(_ name: String) -> Int64 {
            let digits = LyticsEmulatedAPI.identifier("aid", name).prefix(6)
            return 10_000 + (Int64(digits, radix: 16) ?? 0) % 80_000
        }

        private func checkAccountID(_ request: EmulatedRequest) throws(Refusal) {
            guard let wanted = request.query("account_id"), wanted != id, wanted != "\(aid)" else {
                return
            }
            throw Refusal(
                404, "ACCOUNT-NOTFOUND-021", "this token does not reach the account `\(wanted)`")
        }

        /// Opens the account at its first request, with the segments of the examples.
        private func open(_ store: inout EmulatedStore, now: EmulatedTime) {
            guard !store["lytics/account", "\(aid)"].isThere else { return }
            store["lytics/account", "\(aid)"] = [
                "aid": .int(aid), "parentaid": .int(aid), "id": .text(id),
                "name": .text("Emulated account \(aid)"), "timezone": "UTC",
                "created": .text(LyticsEmulatedAPI.timestamp(now)),
            ]
            guard store["lytics/meta", "seeds"].isThere else { return }
            LyticsEmulatedAPI.seedSegments(self, &store, now: now)
        }
    }

    static func getAccount(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer([exchange.store["lytics/account", "\(exchange.account.aid)"] ?? .null])
    }
}
