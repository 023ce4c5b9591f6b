import Documents

/// The columns of lists of auths.
enum LyticsAuthColumns {
    static let all: [Column<Object>] = [
        Column("id", "id", "The auth's id.") { $0["id"] ?? .null },
        Column("name", "name", "Its label.") { $0["label"] ?? .null },
        Column("type", "type", "What kind of credentials it holds.") { $0["type"] ?? .null },
        Column("provider", "provider", "The system it is for.") { $0["provider_slug"] ?? .null },
        Column("status", "status", "Its health, as the service sees it.") {
            $0["status"] ?? .null
        },
        Column("last used", "last_used", "When it was last used.") {
            $0["last_accessed_at"] ?? .null
        },
        Column(nil, "description", "What it is for.") { $0["description"] ?? .null },
        Column(nil, "updated", "When it was last changed.") { $0["updated"] ?? .null },
    ]
}
