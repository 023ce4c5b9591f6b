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
        return Request(.get, ["v2", "job"], query: query)
    }

    /// Reads one job; with a workflow through the endpoint that names it.
    public static func get(_ id: Value, workflow: String?) -> Request {
        Request(.get, path(id, workflow))
    }

    /// Reads the logs of a job, or those of the account's last day.
    public static func logs(_ id: Value?, workflow: String?, includesErrors: Bool) -> Request {
        let job = id.map { path($0, workflow) } ?? ["v2", "job"]
        return Request(
            .get, job + ["logs"], query: includesErrors ? ["include_errors": "true"] : [:])
    }

    /// Restarts a job.
    public static func bounce(_ id: Value) -> Call {
        Call(
            "bounce the job, which restarts it",
            Request(.post, ["v2", "job", id, "bounce"]),
            again: .never("a second bounce would restart it once more"))
    }

    /// Releases a job, whatever that does.
    public static func release(_ id: Value) -> Call {
        Call(
            "release the job", Request(.post, ["v2", "job", id, "release"]),
            again: .never("no source says what a release does"))
    }

    /// The calls of a creation, through the endpoint and with the start that were asked for.
    public static func adjusted(
        _ calls: [Call], namesWorkflow: Bool, starts: Bool
    ) -> [Call] {
        calls.map { call in
            guard call.request.method == .post else { return call }
            var call = call
            if !namesWorkflow { call.request.path = ["v2", "job"] }
            if starts {
                call.request.query["run_job"] = nil
                call.summary = "create the job, which starts at once"
            }
            return call
        }
    }

    private static func path(_ id: Value, _ workflow: String?) -> [Value] {
        guard let workflow else { return ["v2", "job", id] }
        return ["v2", "job", .text(workflow.kebab), id]
    }
}
