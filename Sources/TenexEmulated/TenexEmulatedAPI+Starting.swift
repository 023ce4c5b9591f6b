import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// Why a run starts, and with what.
    struct Cause: Sendable {
        /// `manual`, `crm_event`, `connector_event` or `schedule`.
        var type: String
        /// The trigger's id.
        var trigger: Value = .null
        /// What the run is given.
        var payload: Object
        /// The event behind it.
        var event: Object = [:]

        /// The source of the trigger.
        var source: String {
            type.hasSuffix("_event") ? String(type.dropLast("_event".count)) : type
        }
    }

    /// The virtual time until a worker takes a new run.
    private static let queueing: Int64 = 50

    /// Puts a run of the current version into the queue.
    @discardableResult
    static func startRun(
        of workflow: Object, _ cause: Cause, _ workspace: String, _ store: inout EmulatedStore,
        now: EmulatedTime
    ) -> Object {
        let (id, number) = newID("run", Caller(workspace: workspace), &store)
        var checker = Checker()
        let inputs = checker.values(
            cause.payload, for: workflow["inputs"]?.list ?? [], at: ["payload"])
        let start = now.milliseconds + queueing
        var run: Object = [
            "id": .text(id), "workflow_id": workflow["id"] ?? .null,
            "version": workflow["current_version"] ?? .null, "status": "queued",
            "trigger_type": .text(cause.type), "trigger_id": cause.trigger,
            "payload": .object(cause.payload), "current_step_keys": [], "path": [],
            "output": .null, "error": .null, "created_at": .text(now.thousandths),
            "started_at": .null, "finished_at": .null,
        ]
        run = run.merging([
            "_number": .int(number), "_created": .int(now.milliseconds), "_until": .int(start),
            "_source": .text(cause.source), "_inputs": .object(inputs),
            "_trigger": .object(trigger(of: cause)), "_outputs": workflow["outputs"] ?? [],
            "_steps": 0, "_events": 0,
        ])
        var walk = Walk(run, workspace, store, now: now)
        if let issue = checker.issues.first {
            walk.fail(nil, "invalid_payload", "\(issue.path.last?.text ?? ""): \(issue.message)")
        } else {
            walk.note("run", run)
        }
        walk.keep(&store)
        setTimer(at: start, "run/\(workspace)/\(id)", &store)
        return walk.run
    }

    /// What `trigger` stands for in a run: the event, its data, and over both the payload.
    private static func trigger(of cause: Cause) -> Object {
        let data = cause.event["data"]?.object ?? cause.payload
        return data.merging(cause.event).merging(["data": .object(data)]).merging(cause.payload)
    }

    /// Lets a run walk on, unless it is paused or over.
    static func proceed(
        run id: String, _ workspace: String, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        guard let run = row("tenex/run", id, workspace, store) else { return }
        var walk = Walk(run, workspace, store, now: now)
        walk.proceed(&store)
        walk.keep(&store)
    }
}
