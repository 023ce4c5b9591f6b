import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    private static let requestsPerMinute: Int64 = 1000

    /// Counts a request of a key, or of nobody, and refuses it where there were too many.
    ///
    /// One budget for all endpoints, in windows of a minute that start with their first request;
    /// nothing tells a client what is left or when to come back.
    static func spend(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) throws(Refusal) {
        guard store.isOn(.minuteBudget) else { return }
        let token = token(of: request)
        let id = token.map { Key($0)?.prefix ?? $0 } ?? "nobody"
        let row = store["tenex/window", id]
        var start = row?["start"]?.int ?? now.milliseconds
        var count = row?["count"]?.int ?? 0
        if now.milliseconds >= start + 60_000 {
            start = now.milliseconds
            count = 0
        }
        store["tenex/window", id] = ["start": .int(start), "count": .int(count + 1)]
        guard count >= requestsPerMinute else { return }
        throw Refusal(429, "Too many requests. Please retry after a backoff.")
    }
}
