import Documents
import Lytics
import Platforms

/// The columns of job lists, as the brief names them.
enum LyticsJobColumns {
    static let all = columns(showsState: false)

    /// The columns, with the state of the work in the table where it was asked for.
    static func columns(showsState: Bool) -> [Column<Object>] {
        named + [
            Column(
                showsState ? "work state" : nil, "work_state", type: "object",
                "The state of the work, with --show-state."
            ) {
                $0["work_state"] ?? $0["state"] ?? .null
            }
        ]
    }

    private static let named: [Column<Object>] = [
        Column("id", "id", "The job's id.") { $0["id"] ?? .null },
        Column("name", "name", "What people call it.") { $0["name"] ?? .null },
        Column("workflow", "workflow", "What it does.") { $0["workflow"] ?? .null },
        Column("status", "status", "Its condition, whichever words the service uses.") { job in
            .text(LyticsJobCondition(job["status"]?.text ?? "unknown").text)
        },
        Column("last updated", "updated", "When its settings last changed; no sign of life.") {
            $0["updated"] ?? .null
        },
        Column(nil, "auth_ids", type: "array", "The auths it uses.") { $0["auth_ids"] ?? .null },
        Column(nil, "tag", "The client's own tag.") { $0["tag"] ?? .null },
        Column(nil, "hidden", type: "boolean", "Whether lists leave it out.") {
            $0["hidden"] ?? .null
        },
        Column(nil, "service_status", "The status in the service's own word.") {
            $0["status"] ?? .null
        },
    ]
}
