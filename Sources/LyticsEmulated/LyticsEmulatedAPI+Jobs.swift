import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    static func listJobs(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var rows = rows("lytics/job", exchange.account.aid, exchange.store)
            .filter { isListed($0, exchange) }
        if let workflow = exchange.request.query("workflow") {
            rows = rows.filter { $0["workflow"]?.text == snake(workflow) }
        }
        let auths = exchange.request.query.filter { $0.name == "auth_ids" }
            .flatMap { $0.value.split(separator: ",").map { Value.text(String($0)) } }
        if !auths.isEmpty {
            rows = rows.filter { job in
                auths.contains { job["auth_ids"]?.list?.contains($0) == true }
            }
        }
        let showsState = exchange.flag("show_state")
        return exchange.answer(.list(rows.map { shown($0, exchange.store, withState: showsState) }))
    }

    /// Whether a job belongs in a list with the query's switches.
    private static func isListed(_ job: Object, _ exchange: Exchange) -> Bool {
        if exchange.flag("show_all") { return true }
        if job["hidden"]?.bool == true, !exchange.flag("show_hidden") { return false }
        let completed = exchange.flag("show_completed")
        switch job["status"]?.text {
        case "deleted", "deleting":
            return exchange.flag("show_deleted")
                && (completed || exchange.store.isOn(.jobListsOfBrief))
        case "completed": return completed
        case "failed": return completed || !exchange.store.isOn(.jobListsOfBrief)
        default: return true
        }
    }

    static func getJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(shown(try job(exchange), exchange.store))
    }

    /// Creates a job; it starts at once unless `run_job=false`.
    static func createJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body()
        let workflow = exchange.request.path.count > 2 ? exchange.part(2) : body["workflow"]?.text
        guard let workflow else {
            throw .bad("a job needs a `workflow`", code: "JOB-BADREQ-002")
        }
        try checkJob(body, needsConfig: true)
        try checkWorkflow(snake(workflow), config: body["config"], exchange.store)
        try checkAuths(body["auth_ids"], exchange)
        try checkJobLimit(exchange)
        let runs = !["false", "0"].contains(exchange.request.query("run_job")?.lowercased() ?? "")
        let row = insertJob(
            body, workflow: snake(workflow), status: runs ? "initializing" : "paused", &exchange)
        if runs { log("started", "Started", row, &exchange) }
        return exchange.answer(shown(row, exchange.store), status: 201)
    }

    /// Stores a new job, logs it and returns its row.
    static func insertJob(
        _ body: Object, workflow: String, status: String, _ exchange: inout Exchange
    ) -> Object {
        let id = newID("job", &exchange)
        let written = Object(members: body.filter { !$0.value.isNull })
        let row = jobDefaults.merging(written).merging([
            "id": .text(id), "account_id": .text(exchange.account.id),
            "aid": .int(exchange.account.aid), "user_id": .text(exchange.account.author),
            "api_token_auth_id": .text(exchange.account.tokenID), "workflow": .text(workflow),
            "workflow_id": .text(identifier("workflow", workflow)), "status": .text(status),
            "created": exchange.timestamp, "updated": exchange.timestamp, "deleted": false,
            "_created": .int(exchange.now.milliseconds),
        ])
        saveJob(row, &exchange)
        log("created", "Created", row, &exchange)
        return row
    }

    /// Replaces a job: what is null or left out goes back to its default; a few fields left out stay.
    static func updateJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let old = try job(exchange)
        let body = try exchange.body()
        try checkJob(body, needsConfig: false)
        try checkAuths(body["auth_ids"], exchange)
        guard !["deleted", "deleting"].contains(old["status"]?.text) else {
            throw .bad("a killed job cannot be changed", code: "JOB-BADREQ-002")
        }
        let kept = Object(members: old.filter { isKept($0.key, in: body) })
        let written = body.filter { !isFixed($0.key) && !$0.value.isNull }
        var row = jobDefaults.merging(Object(members: written))
        row = row.merging(kept)
        row["updated"] = exchange.timestamp
        saveJob(row, &exchange)
        log("updated", "Updated", row, &exchange)
        return exchange.answer(shown(row, exchange.store))
    }

    /// What a job has when nobody writes it, and what an update without it resets.
    private static let jobDefaults: Object = [
        "description": "", "hidden": false, "verbose_logging": false,
        "drop_events_during_quiet_window": false, "auth_ids": [], "tag": "",
    ]

    /// Fields the server sets and no body changes.
    private static func isFixed(_ key: String) -> Bool {
        key.hasPrefix("_")
            || [
                "id", "account_id", "aid", "user_id", "api_token_auth_id", "workflow",
                "workflow_id",
                "status", "created", "updated", "deleted", "sleep_until", "state", "work_state",
                "last_run", "anomaly_rule",
            ].contains(key)
    }

    private static func isKept(_ key: String, in body: Object) -> Bool {
        isFixed(key)
            || (["config", "auth_ids", "tag", "monitoring"].contains(key) && !body[key].isThere)
    }

    private static func checkJob(_ body: Object, needsConfig: Bool) throws(Refusal) {
        guard let name = body["name"]?.text, !name.isEmpty else {
            throw .bad("a job needs a `name`", code: "JOB-BADREQ-002")
        }
        let isMissing = !body["config"].isThere
        if isMissing ? needsConfig : body["config"]?.object == nil {
            throw .bad("a job needs a `config` object", code: "JOB-BADREQ-002")
        }
        if let period = body["quiet_period"], !period.isNull, period.int == nil {
            throw .bad("`quiet_period` must be a number of hours", code: "JOB-BADREQ-002")
        }
    }

    private static func checkJobLimit(_ exchange: Exchange) throws(Refusal) {
        guard exchange.store.isOn(.jobLimit) else { return }
        let since = exchange.now.milliseconds - 3_600_000
        let recent = rows("lytics/job", exchange.account.aid, exchange.store)
            .count { !$0["_work"].isThere && ($0["_created"]?.int ?? 0) > since }
        guard recent >= 10 else { return }
        throw Refusal(429, "BADREQ-001", "at most 10 jobs can be created in an hour")
    }
}
