import Documents
import Foundation
import Lytics
import Platforms

/// The log of jobs as it grows: every entry is shown once, sorted by time.
struct LyticsJobLog {
    /// Entries to show: a table for people, the service's own entries for programs.
    struct Entries: Showable {
        let entries: [LyticsLogEntry]

        func text(_ style: TextStyle) -> String {
            Listing(columns: LyticsJobLog.columns, items: entries).text(style)
        }

        var json: Value { .list(entries.map(\.raw)) }
    }

    private let level: String?
    private var seen: Set<LyticsLogEntry> = []
    private var newest: String?
    private var codes: Set<String> = []

    init(level: String?) { self.level = level }

    /// The entries of an answer that were not there before.
    mutating func take(_ value: Value) -> Entries {
        let fresh = LyticsLogEntry.all(in: value).filter { seen.insert($0).inserted }
            .sorted { ($0.time ?? "") < ($1.time ?? "") }
        newest = [newest, fresh.last.map { $0.time ?? "" }].compactMap(\.self).max()
        let shown = fresh.filter { level == nil || $0.level == level }
        codes.formUnion(shown.compactMap(\.code).filter { !$0.isEmpty })
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

    private static let columns: [Column<LyticsLogEntry>] = [
        Column("time", "timestamp", "When.") { text($0.time) },
        Column("job", "job_id", "Which job.") { text($0.job) },
        Column("level", "level", "info, warn or error.") { text($0.level) },
        Column("code", "code", "The error's code.") { text($0.code) },
        Column("message", "message", "What happened.") { .text($0.message) },
        Column("added", "added", "People added.") { $0.context("added") },
        Column("omitted", "omitted", "People skipped.") { $0.context("omitted") },
        Column("removed", "removed", "People removed.") { $0.context("removed") },
        Column("user", "user", "Who did it.") { $0.context("user_email") },
    ]

    private static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .null }

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
