public import Documents
import Platforms

/// A job's condition in words, whichever of Lytics' vocabularies an answer uses.
///
/// The brief says `runnable`, `fault` and `killed`; the server says `running`, `fault-3` and
/// `deleted` (agent-skills 0.4, 2026-10).
public struct LyticsJobCondition: Sendable, Equatable {
    /// The word for it: `running`, `sleeping`, `paused`, `fault`, `failed`, `completed`, `killed`…
    public let word: String
    /// How many errors a fault counts; nil where the answer does not say.
    public let errors: Int?
    /// The same as the lifecycle has it: a job with a fault runs.
    public let state: String

    /// The words that lists can be asked for.
    public static let words = [
        "running", "sleeping", "initializing", "paused", "fault", "failed", "completed", "killed",
    ]

    /// Reads a status.
    public init(_ status: String) {
        state = LyticsJobKind.normalised(status: status)
        if status.hasPrefix("fault") {
            word = "fault"
            errors = Int(status.dropFirst("fault-".count))
        } else {
            errors = nil
            switch status {
            case "runnable": word = "running"
            case "deleted": word = "killed"
            case "deleting": word = "being killed"
            default: word = status
            }
        }
    }

    /// Reads the status of a job as the service shows the job.
    public init(of job: Object) { self.init(job["status"]?.text ?? "unknown") }

    /// For a table: `fault (3 errors)`.
    public var text: String {
        guard let errors else { return word }
        return "\(word) (\(errors) \(errors == 1 ? "error" : "errors"))"
    }

    /// What keeps the job from its work, unless people do; nil where nothing does.
    var trouble: Trouble? { isFaulted ? Trouble(.failed, text) : nil }

    /// Whether the job is in trouble.
    public var isFaulted: Bool { word == "fault" || word == "failed" }
    /// Whether a list of jobs in a condition has it: states that pass by themselves count as those
    /// that they lead to.
    public func isAsked(by wanted: LyticsJobCondition) -> Bool {
        if wanted.isGone { return isGone }
        return word == wanted.word || word == "pausing" && wanted.word == "paused"
    }
    /// Whether it is gone for good.
    public var isGone: Bool { ["killed", "being killed"].contains(word) }
}
