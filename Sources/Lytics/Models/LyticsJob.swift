public import Documents
public import Platforms

/// A Lytics job, also called a work: an import, an export or a sync.
public struct LyticsJob: Described {
    /// The name that people see.
    public var name = Written<String>()
    /// What it is for.
    public var details = Written<String>()
    /// What it does, `braze_export`.
    public var workflow = Written<String>()
    /// The workflow's own settings, passed through as they are.
    public var config = Written<Object>()
    /// The auths it uses.
    public var auths = Written<[ReferenceText]>()
    /// A word of the client's own.
    public var tag = Written<String>()
    /// Whether lists leave it out.
    public var isHidden = Written<Bool>()
    /// Whether it logs more.
    public var logsMore = Written<Bool>()
    /// When its daily quiet time begins.
    public var quietTime = Written<String>()
    /// The time zone of the quiet time.
    public var quietTimezone = Written<String>()
    /// How many hours the quiet time lasts.
    public var quietPeriod = Written<Int64>()
    /// Whether what happens in the quiet time is lost instead of queued.
    public var dropsEvents = Written<Bool>()
    /// When it ends by itself.
    public var expiresAt = Written<Timestamp>()
    /// What is watched, and who is told.
    public var monitoring = Written<Object>()
    /// Notes of the client's own.
    public var meta = Written<Object>()
    /// The field that resumes and pauses it.
    public var status = Written<LyticsJobStatus>()

    /// A job without fields.
    public init() {}

    /// Names every field of a job.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see.", .required)
        fields.field("description", &details, "What the job is for.", .emptyText)
        fields.field("workflow", &workflow, "What the job does, such as braze_export.", .identity)
        fields.map(
            "config", &config, "The workflow's own settings, passed through as they are.",
            .required)
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
