import Documents
import EmulatedKit
import Platforms

/// What platforms hold that people made, without the ids and times that differ from run to run.
///
/// Long ids are the names of what they name, others are all alike; lists of objects are in the
/// order of their texts.
struct PlatformState: Equatable {
    /// The rows of each table, sorted.
    let rows: [String: [String]]

    private static let tables = [
        "lytics/flow", "lytics/job", "lytics/auth", "lytics/connection", "frontline/agent",
        "frontline/flow", "frontline/graph", "frontline/variable", "frontline/intent",
        "tenex/workflow", "tenex/version", "tenex/trigger", "tenex/run",
    ]
    /// Times, and what counts writes instead of telling what was written.
    private static let left: Set<String> = [
        "created", "updated", "modified", "_created", "state_modified_at", "createdAt", "updatedAt",
        "created_at", "updated_at", "archived_at", "_modified", "stateModified", "at",
        "liveSnapshotId", "draftSnapshotId", "snapshotId", "work_state", "last_fired_at",
        "next_fire_at", "_updated", "_number", "config_digest", "published_at", "_settled",
        "_initialized", "started_at", "finished_at", "_until",
    ]

    /// Takes what is not deleted.
    init(_ store: EmulatedStore) {
        let live = Self.tables.map { table in
            (table: table, rows: store.rows(table).filter { !Self.isGone($0.value) })
        }
        var names: [String: String] = [:]
        for (table, rows) in live {
            for row in rows { Self.name(row.value, row.id, table, &names) }
        }
        rows = live.reduce(into: [:]) { all, table in
            all[table.table] = table.rows.map { row in
                Self.normal(row.value, names).canonicalJSON
            }.sorted()
        }
    }

    /// What one side has and the other has not.
    func difference(to other: PlatformState) -> String {
        rows.keys.sorted().flatMap { table -> [String] in
            let (mine, theirs) = (rows[table] ?? [], other.rows[table] ?? [])
            let more = mine.filter { !theirs.contains($0) }.map { "+ \(table) \($0)" }
            let less = theirs.filter { !mine.contains($0) }.map { "- \(table) \($0)" }
            let count =
                mine.count == theirs.count ? [] : ["\(table): \(mine.count), \(theirs.count)"]
            return count + more + less
        }.joined(separator: "\n")
    }

    private static func isGone(_ row: Value) -> Bool {
        row["deleted"] == true || row["deletedAt"].map { !$0.isNull } ?? false
            || ["DELETED", "deleted"].contains(row["status"]?.text)
    }

    /// Names what a row and its nodes are called by elsewhere.
    private static func name(
        _ row: Value, _ key: String, _ table: String, _ names: inout [String: String]
    ) {
        let name = ["name", "label", "key", "slug"].compactMap { row[$0]?.text }.first ?? ""
        let id = row["id"]?.text ?? key.split(separator: "/").last.map(String.init) ?? key
        if id.utf8.count > 7 { names[id] = "‹\(table) \(name)›" }
        for member in row.object ?? [:] {
            for node in member.value.list ?? [] {
                guard let id = node["nodeId"]?.text else { continue }
                names[id] = "‹node \(node["name"]?.text ?? "")›"
            }
        }
    }

    private static func normal(_ value: Value, _ names: [String: String]) -> Value {
        switch value {
        case .text(let text): return .text(names[text] ?? (isMade(text) ? "‹id›" : text))
        case .int(100_000...9_999_999): return .text("‹id›")
        case .object(let object):
            let kept = object.filter {
                !left.contains($0.key) && !($0.key == "id" && $0.value.int != nil)
            }
            let members = kept.map { Object.Member($0.key, normal($0.value, names)) }
            return .object(Object(members: members.filter { !isNothing($0.value) }))
        case .list(let list):
            let items = list.map { normal($0, names) }
            guard items.allSatisfy({ $0.object != nil }) else { return .list(items) }
            return .list(items.sorted { $0.canonicalJSON < $1.canonicalJSON })
        default: return value
        }
    }

    /// Whether a text is an id that a platform makes up.
    private static func isMade(_ text: String) -> Bool {
        let isNumber = text.utf8.allSatisfy { (48...57).contains($0) }
        if isNumber { return (6...7).contains(text.utf8.count) }
        return text.utf8.count > 20
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (97...102).contains($0) || $0 == 45
            }
    }

    /// Whether a value says as little as none.
    private static func isNothing(_ value: Value) -> Bool {
        value.isNull || value.list?.isEmpty ?? false || value.object?.isEmpty ?? false
    }
}
