import Documents
import Foundation
import Lytics
import Platforms

/// The log of jobs as it grows: every entry is shown once, sorted by time.
struct LyticsJobLog {
    /// Entries to show: a table for people, the service's own entries for programs.
    struct Entries: Showable {
        let entries: [Value]

        func text(_ style: TextStyle) -> String {
            Listing(columns: LyticsJobLog.columns, items: entries).text(style)
        }

        var json: Value { .list(entries) }
    }

    private let level: String?
    private var seen: Set<Value> = []
    private var newest: String?
    private var codes: Set<String> = []

    init(level: String?) { self.level = level }

    /// The entries of an answer that were not there before.
    mutating func take(_ value: Value) -> Entries {
        let fresh = (value.list ?? []).filter { seen.insert($0).inserted }
            .sorted { LyticsJobLog.time($0) < LyticsJobLog.time($1) }
        newest = [newest, fresh.last.map(LyticsJobLog.time)].compactMap(\.self).max()
        let shown = fresh.filter { level == nil || $0["level"]?.text == level }
        codes.formUnion(shown.compactMap { $0["code"]?.text }.filter { !$0.isEmpty })
        return Entries(entries: shown)
    }

    /// What the error codes that were shown mean, a line each.
    var explanations: [String] {
        codes.sorted().compactMap { code in
            LyticsErrorCode.meaning(of: code).map { "\(code): \($0)" }
        }
    }

    /// How many seconds ago the newest entry was written; nil without entries.
    func age(at now: String) -> Double? {
        guard let newest, let then = Self.date(newest), let now = Self.date(now) else {
            return nil
        }
        return now.timeIntervalSince(then)
    }

    /// What to say of a job that should move data and has not written for a day.
    static func staleness(
        _ title: String, _ condition: LyticsJobCondition, age: Double?
    ) -> String? {
        let day = 86_400.0
        guard condition.word == "running" || condition.isFaulted, let age, age > day else {
            return nil
        }
        let days = Int(age / day)
        return
            "\(title) may be stale: its newest entry is \(days) \(days == 1 ? "day" : "days") old, "
            + "although it is \(condition.text)"
    }

    private static func date(_ text: String) -> Date? {
        let whole = try? Date(text, strategy: .iso8601)
        return whole ?? (try? Date(text, strategy: .iso8601.time(includingFractionalSeconds: true)))
    }

    private static func time(_ entry: Value) -> String { entry["timestamp"]?.text ?? "" }

    private static let columns: [Column<Value>] = [
        Column("time", "timestamp", "When.") { $0["timestamp"] ?? .null },
        Column("job", "job_id", "Which job.") { $0["job_id"] ?? .null },
        Column("level", "level", "info, warn or error.") { $0["level"] ?? .null },
        Column("code", "code", "The error's code.") { $0["code"] ?? .null },
        Column("message", "message", "What happened.") { entry in
            let detail = entry["context"]?["error"]?.text.map { " (\($0))" } ?? ""
            return .text((entry["message"]?.text ?? "") + detail)
        },
        Column("added", "added", "People added.") { $0["context"]?["added"] ?? .null },
        Column("omitted", "omitted", "People skipped.") { $0["context"]?["omitted"] ?? .null },
        Column("removed", "removed", "People removed.") { $0["context"]?["removed"] ?? .null },
        Column("user", "user", "Who did it.") { $0["context"]?["user_email"] ?? .null },
    ]

    /// The schema of the service's own entries.
    static let schema = OutputSchema.list(of: [
        "type": "object", "required": ["job_id", "message", "level", "timestamp"],
        "properties": [
            "job_id": ["type": "string", "description": "Which job."],
            "message": ["type": "string", "description": "What happened."],
            "level": ["enum": ["info", "warn", "error"], "description": "How bad it is."],
            "timestamp": ["type": "string", "description": "When, RFC 3339."],
            "code": ["type": "string", "description": "The error's code."],
            "context": ["type": "object", "description": "Counts, user, details of errors."],
        ],
    ])
}
