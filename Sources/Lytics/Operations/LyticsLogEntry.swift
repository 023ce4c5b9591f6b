public import Documents

/// One entry of the log of a job.
public struct LyticsLogEntry: Sendable, Hashable {
    /// The entry as the service wrote it.
    public let raw: Value

    /// Reads an entry.
    public init(_ raw: Value) { self.raw = raw }

    /// The entries of an answer.
    public static func all(in answer: Value) -> [LyticsLogEntry] {
        (answer.list ?? []).map(LyticsLogEntry.init)
    }

    /// When it was written, RFC 3339.
    public var time: String? { raw["timestamp"]?.text }
    /// The job that it is about.
    public var job: String? { raw["job_id"]?.text }
    /// `info`, `warn` or `error`.
    public var level: String? { raw["level"]?.text }
    /// The error's code; nil where it has none.
    public var code: String? { raw["code"]?.text }
    /// What happened, with the detail of an error.
    public var message: String {
        let detail = context("error").text.map { " (\($0))" } ?? ""
        return (raw["message"]?.text ?? "") + detail
    }

    /// What it says beside its message: `added`, `omitted`, `removed`, `user_email`.
    public func context(_ name: String) -> Value { raw["context"]?[name] ?? .null }
}
