import Documents
import Lytics
import Platforms

/// The columns of lists of auths.
enum LyticsAuthColumns {
    /// The columns; `now` tells which auths have expired.
    static func all(now: String) -> [Column<Object>] {
        [
            Column("id", "id", "The auth's id.") { $0["id"] ?? .null },
            Column("name", "name", "Its label.") { $0["label"] ?? .null },
            Column("type", "type", "What kind of credentials it holds.") { $0["type"] ?? .null },
            Column("provider", "provider", "The system it is for.") {
                $0["provider_slug"] ?? .null
            },
            Column("status", "status", "Its health: healthy, unknown, unhealthy or expired.") {
                .text(LyticsAuthHealth($0, now: now).rawValue)
            },
            Column("last used", "last_used", "When it was last used.") {
                $0["last_accessed_at"] ?? .null
            },
            Column(nil, "description", "What it is for.") { $0["description"] ?? .null },
            Column(nil, "updated", "When it was last changed.") { $0["updated"] ?? .null },
        ]
    }
}
