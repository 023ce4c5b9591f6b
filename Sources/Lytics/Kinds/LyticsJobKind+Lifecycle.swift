import Documents
import Platforms

extension LyticsJobKind {
    /// The words for a job that is gone, in all three vocabularies.
    static let gone: [Value] = ["deleted", "deleting", "killed"]

    /// Members that the service sets and an update does not send.
    static let server = [
        "id", "account_id", "aid", "user_id", "api_token_auth_id", "workflow", "workflow_id",
        "created", "updated", "deleted", "status", "sleep_until", "anomaly_rule", "state",
        "work_state", "last_run",
    ]

    /// A job's status in one vocabulary: `running`, `paused`, `failed`, `completed`, `deleted` or
    /// `unknown`.
    ///
    /// Lytics' documents say `runnable` and `killed`, its server `running`, `fault-3`, `deleted`. A
    /// job with faults is tried again by the platform, so it runs.
    static func normalised(status: String) -> String {
        switch status {
        case "runnable", "running", "sleeping", "initializing": "running"
        case _ where status.hasPrefix("fault"): "running"
        case "paused", "pausing": "paused"
        case "killed", "deleted", "deleting": "deleted"
        default: status
        }
    }

    static let lifecycle = Lifecycle(
        field: "status", initial: "paused", running: ["running"], gone: ["deleted"],
        authored: LyticsJobStatus.allCases.map(\.rawValue),
        transitions: [
            .init(
                from: ["paused"], to: "running", action: .start, verb: "resume",
                consequence: "the job begins to move people's data to or from the other system",
                isIrreversible: false),
            .init(
                from: ["running", "failed"], to: "paused", action: .pause,
                verb: "pause",
                consequence: "the job stops moving data until it is resumed; flows that export "
                    + "through it wait",
                isIrreversible: false),
        ],
        manual: [
            .init(
                from: ["running", "paused", "failed"], to: "running", action: .start,
                verb: "bounce",
                consequence: "the job is restarted: its work begins again from the start",
                isIrreversible: false),
            .init(
                from: ["running", "paused", "failed"], to: "", action: .start, verb: "release",
                consequence: "no source documents what a release does to a job",
                isIrreversible: false),
        ],
        deletion: [
            "running": "the running job is killed at once; a killed job cannot be taken back",
            "paused": killed, "failed": killed, "completed": killed,
        ], onRemoveRunning: nil,
        whileStopped: "what exports through it sends nothing until it is resumed")

    private static let killed = "the job is killed; a killed job cannot be taken back"
}
