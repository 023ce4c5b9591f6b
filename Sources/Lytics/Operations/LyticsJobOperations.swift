public import Documents
public import Platforms

/// What people do to jobs beside declaring them, as data.
public enum LyticsJobOperations {
    /// The query of a list: what the brief's table of parameters names.
    public struct Filter: Sendable {
        /// Only jobs of this workflow.
        public var workflow: String?
        /// Only jobs that use one of these auths.
        public var authIDs: [String] = []
        /// Also what the service leaves out, by parameter: `show_completed`, `show_all` and so on.
        public var shown: [String] = []

        /// Filters nothing.
        public init() {}
    }

    /// Reads a list of jobs.
    public static func list(_ filter: Filter) -> Request {
        var query: Object = [:]
        if let workflow = filter.workflow { query["workflow"] = .text(workflow.kebab) }
        if !filter.authIDs.isEmpty {
            query["auth_ids"] = .text(filter.authIDs.joined(separator: ","))
        }
        for parameter in filter.shown { query[parameter] = "true" }
        return LyticsOperation.listJobs.request(query: query)
    }

    /// Reads one job; with a workflow through the endpoint that names it.
    public static func get(_ id: Value, workflow: String?) -> Request {
        guard let workflow else { return LyticsOperation.getJob.request(["job_id": id]) }
        return LyticsOperation.getJobOfWorkflow.request(path(id, workflow))
    }

    /// Reads the logs of a job, or those of the account's last day.
    public static func logs(_ id: Value?, workflow: String?, includesErrors: Bool) -> Request {
        let query: Object = includesErrors ? ["include_errors": "true"] : [:]
        guard let id else { return LyticsOperation.listAccountLogs.request(query: query) }
        guard let workflow else {
            return LyticsOperation.listLogs.request(["job_id": id], query: query)
        }
        return LyticsOperation.listLogsOfWorkflow.request(path(id, workflow), query: query)
    }

    /// The state of a job's work, where it was asked for.
    public static func workState(of job: Object) -> Value {
        job["work_state"] ?? job["state"] ?? .null
    }

    /// The workflows of some jobs, each once, in order.
    public static func workflows(of jobs: [ObservedResource]) -> [String] {
        Set(jobs.compactMap { $0.value["workflow"]?.text }).sorted()
    }

    /// Restarts a job.
    public static func bounce(_ id: Value) -> Call {
        Call(
            "bounce the job, which restarts it",
            LyticsOperation.bounceJob.request(["job_id": id]),
            again: .never("a second bounce would restart it once more"))
    }

    /// Releases a job, whatever that does.
    public static func release(_ id: Value) -> Call {
        Call(
            "release the job", LyticsOperation.releaseJob.request(["job_id": id]),
            again: .never("no source says what a release does"))
    }

    /// The calls of a creation, through the endpoint and with the start that were asked for.
    public static func adjusted(
        _ calls: [Call], namesWorkflow: Bool, starts: Bool
    ) -> [Call] {
        calls.map { call in
            guard call.request.method == .post else { return call }
            var call = call
            if !namesWorkflow {
                call.request = LyticsOperation.createJob.request(
                    query: call.request.query, body: call.request.body)
            }
            if starts {
                call.request.query["run_job"] = nil
                call.summary = "create the job, which starts at once"
            }
            return call
        }
    }

    private static func path(_ id: Value, _ workflow: String) -> [String: Value] {
        ["workflow": .text(workflow.kebab), "job_id": id]
    }
}
