public import Diagnostics
public import Documents
public import Platforms

/// `lytics/job`: created paused, started by a row of its own, deleted by a kill.
public struct LyticsJobKind: Kind {
    /// `lytics/job`.
    public let name = KindName.job
    /// One sentence.
    public let summary = "An import, an export or a sync that Lytics runs."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: LyticsJob.self)
    /// `status`, carried out by resume and pause.
    public let lifecycle: Lifecycle? = LyticsJobKind.lifecycle
    /// Lytics' platform limits: ten job creations an hour for each account.
    public let creationLimit: CreationLimit? = CreationLimit(count: 10, window: "hour")
    /// An export to an advertising network.
    public let example = """
        kind: lytics/job
        id: high_value_facebook
        name: High value to Facebook
        description: Keeps the custom audience up to date
        workflow: facebook_custom_audiences
        auth_ids: ["${auth/facebook}"]
        config:
          segment_id: "${segment/high_value}"
        quiet_time_of_day: "02:00"
        quiet_timezone: America/Los_Angeles
        quiet_period: 4
        """

    /// What the service sets.
    public let serverFields = LyticsJobKind.server.filter { $0 != "workflow" }

    /// Makes the kind; it has no state.
    public init() {}

    /// Decodes and checks a job; its workflow is written with underscores from here on.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var model = document.decoded(LyticsJob.self, name, into: &report)
        if let workflow = model.workflow.value { model.workflow.state = .value(workflow.snake) }
        for check in JobCheck.all { check.run(model, &report) }
        return [document.resource(model, name)]
    }

    /// A fault, or a pause.
    public func trouble(of object: ObservedResource, now: String) -> Trouble? {
        let condition = LyticsJobCondition(object.facts[LyticsJobFact.status] ?? "")
        return condition.trouble ?? lifecycle?.pause(of: object)
    }

    /// The name and the workflow.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        guard let name = value["name"]?.text, let workflow = value["workflow"]?.text else {
            return nil
        }
        return [.text(name), .text(workflow)]
    }

    /// Creates, updates, resumes, pauses or kills a job.
    public func calls(for change: Change) -> ChangeCalls {
        var calls = ChangeCalls()
        switch change.action {
        case .create: calls.calls = [create(change)]
        case .update, .newVersion: calls.calls = update(change)
        case .delete: calls.calls = [kill(change)]
        case .start:
            calls.calls = [
                call("resume the job", .resumeJob, to: ["running", "initializing"], change)
            ]
        case .pause, .stop:
            calls.calls = [call("pause the job", .pauseJob, to: ["paused", "pausing"], change)]
        default: break
        }
        return calls
    }

    /// Reads one job.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        LyticsRead.jobs.one(liveID, LyticsOperation.getJob.request(["job_id": liveID]))
    }

    private func create(_ change: Change) -> Call {
        var wanted = change.wanted?.object ?? [:]
        wanted["status"] = nil
        let workflow = wanted["workflow"]?.text ?? ""
        let request = LyticsOperation.createJobOfWorkflow.request(
            ["workflow": .text(workflow.kebab)], query: ["run_job": "false"],
            body: .value(.object(wanted)))
        return change.createCall(
            "create the job without starting it", request, unlessIn: LyticsRead.jobs.request,
            [
                .equal(.member("name"), wanted["name"] ?? .null),
                .equal(.member("workflow"), .text(workflow)),
                .not(.oneOf(.member("status"), LyticsJobKind.gone)),
            ])
    }

    /// The service replaces the whole job, so ours goes over the job read just before.
    private func update(_ change: Change) -> [Call] {
        let workflow = change.wanted?["workflow"] ?? change.observed?.value["workflow"]
        let job: [String: Value] = [
            "workflow": .text((workflow?.text ?? "").kebab), "job_id": change.liveID,
        ]
        var ours = change.wanted?.object ?? [:]
        ours["status"] = nil
        ours["workflow"] = nil
        return change.replaceCalls(
            "the job", reading: LyticsOperation.getJobOfWorkflow.request(job),
            dropping: LyticsJobKind.server, ours: ours, as: shape
        ) { LyticsOperation.updateJob.request(job, body: $0) }
    }

    private func call(
        _ summary: String, _ operation: LyticsOperation, to states: [Value], _ change: Change
    ) -> Call {
        Call(
            summary, operation.request(["job_id": change.liveID]),
            again: .probe(probe(change, states)))
    }

    private func kill(_ change: Change) -> Call {
        Call(
            "kill the job, which is how the platform deletes it",
            LyticsOperation.killJob.request(["job_id": change.liveID]), accepts: [404],
            again: .probe(probe(change, LyticsJobKind.gone)))
    }

    private func probe(_ change: Change, _ states: [Value]) -> Probe {
        Probe(
            read: LyticsRead.jobs.request,
            matches: .all([
                .equal(.member("id"), change.liveID), .oneOf(.member("status"), states),
            ]))
    }
}
