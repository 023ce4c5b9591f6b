import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// The account a key reaches, and whether the key is a person's.
    ///
    /// `user.<account>.<secret>` and `general.<account>.<secret>` reach an account made from its
    /// name, so a new secret is the same account; any other text is no key of Frontline's.
    struct Account: Sendable {
        let aid: Int64
        let name: String
        let isUser: Bool

        init(
            _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
        ) throws(Refusal) {
            let words = (request.headers["authorization"] ?? "").split(separator: " ")
            let key = words.count == 2 && words[0].lowercased() == "bearer" ? words[1] : ""
            let parts = key.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, ["user", "general"].contains(parts[0]),
                !parts[1].isEmpty, !parts[2].isEmpty
            else { throw Refusal(401, "Unauthorized") }
            isUser = parts[0] == "user"
            name = String(parts[1])
            aid = Account.number(name)
            open(&store, now: now)
        }

        /// Names an account that exists.
        init(aid: Int64, name: String, isUser: Bool) {
            self.aid = aid
            self.name = name
            self.isUser = isUser
        }

        private static func number(_ name: String) -> Int64 {
            let digits = "frontline/aid/\(name)".identifierDigits.prefix(6)
            return 10_000 + (Int64(digits, radix: 16) ?? 0) % 80_000
        }

        /// The person behind a USER key.
        var user: Value { ["id": .int(aid + 1), "email": .text("\(name)@example.com")] }

        /// Opens the account at its first request, with the platform's variables and a catalogue.
        private func open(_ store: inout EmulatedStore, now: EmulatedTime) {
            guard !store["frontline/account", "\(aid)"].isThere else { return }
            store["frontline/account", "\(aid)"] = [
                "id": .int(aid), "name": .text("Emulated account \(name)"),
                "namespace": .text(name),
            ]
            FrontlineEmulatedAPI.seedVariables(aid, &store, now: now)
            guard store["frontline/meta", "seeds"].isThere else { return }
            FrontlineEmulatedAPI.seedCatalogue(aid, &store, now: now)
        }
    }

    /// Says whose key this is; a GENERAL key has no person.
    static func getMe(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let account = exchange.account
        return .enveloped([
            "account": exchange.store["frontline/account", "\(account.aid)"] ?? .null,
            "user": account.isUser ? account.user : .null,
        ])
    }

    static func listUsers(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let user = exchange.account.user.object ?? [:]
        return .results([.object(user.merging(["role": "OWNER", "status": "ACTIVE"]))])
    }
}
