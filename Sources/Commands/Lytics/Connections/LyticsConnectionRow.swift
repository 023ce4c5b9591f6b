import Documents
import Lytics
import Platforms

/// A connection with what its auths say about it, which the service does not show with it.
struct LyticsConnectionRow: Sendable {
    /// The connection as the service shows it.
    let raw: Object
    /// The health of the auth that is worst off; nil for a connection without auths.
    let health: LyticsAuthHealth?
    /// The latest time that one of its auths was used; else when it was last changed.
    let lastUsed: Value

    /// Brings a connection together with the auths of the account, by id.
    init(_ raw: Object, auths: [Value: Object], now: String) {
        self.raw = raw
        let ids = raw["auth_ids"]?.list ?? []
        health = ids.map { id in
            auths[id].map { LyticsAuthHealth($0, now: now) } ?? .missing
        }.max()
        let used = ids.compactMap { auths[$0]?["last_accessed_at"]?.text }.filter { !$0.isEmpty }
        lastUsed = used.max().map { Value.text($0) } ?? raw["updated"] ?? .null
    }

    /// The columns of lists, as the brief names them.
    static let columns: [Column<LyticsConnectionRow>] = [
        Column("id", "id", "The connection's id.") { $0.raw["id"] ?? .null },
        Column("name", "name", "Its label.") { $0.raw["label"] ?? .null },
        Column("type", "type", "Its provider.") {
            $0.raw["provider_slug"] ?? $0.raw["provider_id"] ?? .null
        },
        Column(
            "status", "status",
            "The health of its auths: healthy, unknown, unhealthy, expired, missing or no auth."
        ) { .text($0.health?.rawValue ?? "no auth") },
        Column(
            "last used", "last_used", "When one of its auths was used; else when it was changed."
        ) { $0.lastUsed },
        Column(nil, "auth_ids", type: "array", "The auths it uses.") {
            $0.raw["auth_ids"] ?? .null
        },
        Column(nil, "description", "What it is for.") { $0.raw["description"] ?? .null },
    ]
}
