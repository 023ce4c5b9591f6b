import Documents
import Platforms

/// A Lytics job, also called a work: an import, an export or a sync.
struct LyticsJob: Described {
    var name = Written<String>()
    var details = Written<String>()
    var workflow = Written<String>()
    var config = Written<Object>()
    var auths = Written<[ReferenceText]>()
    var tag = Written<String>()
    var isHidden = Written<Bool>()
    var logsMore = Written<Bool>()
    var quietTime = Written<String>()
    var quietTimezone = Written<String>()
    var quietPeriod = Written<Int64>()
    var dropsEvents = Written<Bool>()
    var expiresAt = Written<Timestamp>()
    var monitoring = Written<Object>()
    var meta = Written<Object>()
    var status = Written<LyticsJobStatus>()

    /// Names every field of a job.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see.", .required)
        fields.field("description", &details, "What the job is for.", .emptyText)
        fields.field(
            "workflow", &workflow, "What the job does, such as braze_export.",
            .identity.naming(.workflow))
        fields.map(
            "config", &config, "The workflow's own settings, passed through as they are.",
            .neededToCreate)
        fields.references(
            "auth_ids", &auths, to: .auth, plain: .liveID, "The auths it uses.", .auths)
        fields.field("tag", &tag, "A word of your own.", .emptyText)
        fields.field("hidden", &isHidden, "Whether lists leave it out.", .off)
        fields.field("verbose_logging", &logsMore, "Whether it logs more.", .off)
        describeQuietTime(&fields)
        fields.field("expires_at", &expiresAt, "When the job ends by itself.")
        fields.map("monitoring", &monitoring, "What is watched, and who is told.", .none)
        fields.map("meta", &meta, "Notes of your own.", .none)
        fields.field(
            "status", &status, "`running` resumes the job, `paused` pauses it.", .lifecycle)
    }

    private mutating func describeQuietTime(_ fields: inout some FieldVisitor) {
        fields.field(
            "quiet_time_of_day", &quietTime, "When its daily quiet time begins, such as 02:00.")
        fields.field(
            "quiet_timezone", &quietTimezone, "Its time zone, such as America/Los_Angeles.")
        fields.field("quiet_period", &quietPeriod, "How many hours it lasts, from 1 to 23.")
        fields.field(
            "drop_events_during_quiet_window", &dropsEvents,
            "Whether what happens in it is lost instead of queued.", .off)
    }
}
