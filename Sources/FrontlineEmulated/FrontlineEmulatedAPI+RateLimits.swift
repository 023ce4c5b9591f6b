import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// The minute in which an account's requests are counted; it starts with the first of them.
    struct Window: Sendable {
        private static let limit: Int64 = 1000
        private static let length: Int64 = 60_000

        private let account: Int64
        private let start: Int64
        private var count: Int64

        init(account: Int64, _ store: EmulatedStore, now: EmulatedTime) {
            self.account = account
            let row = store["frontline/window", "\(account)"]
            let begun = row?["start"]?.int ?? now.milliseconds
            let isOpen = now.milliseconds < begun + Self.length
            start = isOpen ? begun : now.milliseconds
            count = isOpen ? row?["count"]?.int ?? 0 : 0
        }

        /// Counts a request.
        mutating func note(_ store: inout EmulatedStore) {
            count += 1
            store["frontline/window", "\(account)"] = ["start": .int(start), "count": .int(count)]
        }

        /// Counts a request and refuses it where there were too many.
        mutating func spend(_ store: inout EmulatedStore) throws(Refusal) {
            note(&store)
            guard count > Self.limit, store.isOn(.rateLimits) else { return }
            throw Refusal(429, "Rate limit exceeded. Please try again later.")
        }

        /// What every answer says about the limit.
        var headers: [(name: String, value: String)] {
            [
                ("X-RateLimit-Limit", "\(Self.limit)"),
                ("X-RateLimit-Remaining", "\(max(0, Self.limit - count))"),
            ]
        }
    }
}
