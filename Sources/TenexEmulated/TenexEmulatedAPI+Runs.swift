import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    private static let statuses = [
        "queued", "running", "waiting", "awaiting_approval", "paused", "completed", "failed",
        "cancelled",
    ]
    private static let kinds = ["manual", "crm_event", "connector_event", "schedule"]

    /// Starts a run by hand with a payload in the shape of the workflow's inputs.
    static func triggerRun(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let workflow = try workflow(exchange)
        let body = try exchange.body(as: .runStart)
        var checker = Checker()
        let payload = checker.member("payload", .object, in: body)?.object ?? [:]
        _ = checker.values(payload, for: workflow["inputs"]?.list ?? [], at: ["payload"])
        try checker.finish(body, as: .runStart, exchange)
        guard ["active", "draft"].contains(workflow.word("status")) else {
            throw .state("The workflow is \(workflow.word("status"))")
        }
        guard workflow["current_version"]?.int != nil else {
            throw .state("The workflow has no graph")
        }
        let cause = Cause(type: "manual", payload: payload)
        let run = startRun(
            of: workflow, cause, exchange.caller.workspace, &exchange.store, now: exchange.now)
        return exchange.answer(
            run, as: .run, status: exchange.store.isOn(.acceptedRuns) ? 202 : 201)
    }

    /// Lists runs, newest first, by workflow, status, trigger and time.
    static func listRuns(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let status = try exchange.word("status", of: statuses)
        let kind = try exchange.word("trigger_type", of: kinds)
        let sources = ["manual", "crm", "connector", "schedule"]
        let source = try exchange.word("trigger_source", of: sources)
        let after = try exchange.time("created_after")
        let before = try exchange.time("created_before")
        let workflow = exchange.query("workflow_id")
        let runs = rows("tenex/run", exchange.caller.workspace, exchange.store).filter { run in
            let made = run["_created"]?.int ?? 0
            return (status ?? run.word("status")) == run.word("status")
                && (kind ?? run.word("trigger_type")) == run.word("trigger_type")
                && (source ?? run.word("_source")) == run.word("_source")
                && (workflow ?? run.word("workflow_id")) == run.word("workflow_id")
                && made > (after ?? .min) && made < (before ?? .max)
        }
        return try exchange.page(
            Listing(
                name: "runs", shape: .run, rows: runs.reversed(), isNewestFirst: true,
                hasTotal: !exchange.store.isOn(.missingTotals)))
    }

    static func getRun(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(try run(exchange), as: .run)
    }

    /// Lists what a run did, step by step in the order in which they were reached.
    static func listRunSteps(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let run = try run(exchange)
        let steps = Walk(run, exchange.caller.workspace, exchange.store, now: exchange.now).steps
        return try exchange.page(
            Listing(
                name: "steps", shape: .stepRun, rows: steps,
                hasTotal: !exchange.store.isOn(.missingTotals)))
    }

    static func pauseRun(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command(&exchange) { $0.pause() }
    }

    static func resumeRun(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command(&exchange) { $0.resume() }
    }

    static func cancelRun(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command(&exchange) { $0.cancel() }
    }

    /// The run that the path names.
    static func run(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.part("run_id")
        guard let row = row("tenex/run", id, exchange.caller.workspace, exchange.store) else {
            throw .missing("Run")
        }
        return row
    }

    private static func command(
        _ exchange: inout Exchange, _ change: (inout Walk) -> Bool
    ) throws(Refusal) -> EmulatedResponse {
        let run = try run(exchange)
        var walk = Walk(run, exchange.caller.workspace, exchange.store, now: exchange.now)
        guard change(&walk) else { throw .state("The run is \(run.word("status"))") }
        walk.keep(&exchange.store)
        return exchange.answer(walk.run, as: .run)
    }
}
