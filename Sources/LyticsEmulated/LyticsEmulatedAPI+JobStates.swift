import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// The job a path names by id, or by workflow and id.
    static func job(_ exchange: Exchange) throws(Refusal) -> Object {
        let path = exchange.request.path
        let words = ["pause", "resume", "bounce", "kill", "release", "logs"]
        let parts = path.dropFirst(2).filter { $0 != path.last || !words.contains($0) }
        let id = parts.last ?? ""
        guard let row = exchange.store["lytics/job", exchange.row(id)]?.object,
            parts.count < 2 || row["workflow"]?.text == snake(parts.first ?? "")
        else { throw .missing("job", id, code: "JOB-NOTFOUND-004") }
        return row
    }

    /// Stores a job, and remembers it while it is in a state that passes by itself.
    static func saveJob(_ row: Object, _ exchange: inout Exchange) {
        let key = exchange.row(row["id"]?.text ?? "")
        exchange.store["lytics/job", key] = .object(row)
        let passes = passing[row["status"]?.text ?? ""] != nil
        if passes || exchange.store["lytics/pending", key].isThere {
            exchange.store["lytics/pending", key] = passes ? Value.bool(true) : Optional.none
        }
    }

    private static let passing = [
        "initializing": "running", "pausing": "paused", "deleting": "deleted",
    ]

    /// Ends the states that pass by themselves.
    static func settleJobs(_ store: inout EmulatedStore) {
        for (key, _) in store.rows("lytics/pending") {
            store["lytics/pending", key] = nil
            guard var row = store["lytics/job", key]?.object,
                let next = passing[row["status"]?.text ?? ""]
            else { continue }
            row["status"] = .text(next)
            store["lytics/job", key] = .object(row)
        }
    }

    /// A job as an answer shows it, with the status names of the sources in force.
    static func shown(_ job: Object, _ store: EmulatedStore, withState: Bool = false) -> Value {
        var row = job.visible
        let status = job["status"]?.text ?? "unknown"
        row["status"] = .text(store.isOn(.jobStatusesOfBrief) ? statusOfBrief(status) : status)
        if withState {
            row["work_state"] = ["status": row["status"] ?? .null, "error_count": .int(0)]
            row["sleep_until"] = job["sleep_until"] ?? ""
        } else {
            row["sleep_until"] = nil
        }
        return .object(row)
    }

    private static func statusOfBrief(_ status: String) -> String {
        switch status {
        case "running", "initializing": "runnable"
        case "pausing": "paused"
        case "deleting", "deleted": "killed"
        case _ where status.hasPrefix("fault"): "fault"
        default: status
        }
    }

    static func pauseJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command("paused", "Paused", to: "pausing", &exchange) { status in
            ["running", "initializing", "sleeping", "failed"].contains(status)
                || status.hasPrefix("fault")
        }
    }

    static func resumeJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command("started", "Started", to: "running", &exchange) {
            ["paused", "pausing"].contains($0)
        }
    }

    static func bounceJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command("started", "Bounced", to: "initializing", &exchange) {
            !["deleted", "deleting", "completed"].contains($0)
        }
    }

    /// Kills a job: the platform's delete, which keeps the row and never gives it back.
    static func killJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try command("killed", "Killed", to: "deleting", &exchange) {
            !["deleted", "deleting"].contains($0)
        }
    }

    /// Answers the job as it is: no source says what a release changes.
    static func releaseJob(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try job(exchange)
        guard !["deleted", "deleting"].contains(row["status"]?.text) else {
            throw .bad("a killed job cannot be released", code: "JOB-BADREQ-002")
        }
        return exchange.answer(shown(row, exchange.store))
    }

    private static func command(
        _ event: String, _ word: String, to status: String, _ exchange: inout Exchange,
        allowed: (String) -> Bool
    ) throws(Refusal) -> EmulatedResponse {
        var row = try job(exchange)
        let current = row["status"]?.text ?? "unknown"
        guard allowed(current) else {
            let verb = exchange.request.path.last ?? ""
            let word = exchange.store.isOn(.jobStatusesOfBrief) ? statusOfBrief(current) : current
            throw .bad("a job that is `\(word)` cannot \(verb)", code: "JOB-BADREQ-002")
        }
        row["status"] = .text(status)
        if status == "deleting" { row["deleted"] = true }
        saveJob(row, &exchange)
        log(event, word, row, &exchange)
        return exchange.answer(shown(row, exchange.store))
    }

    /// Stops the jobs that use an auth which is going, and takes it out of them.
    static func stopJobs(using auth: String, _ exchange: inout Exchange) {
        for var row in rows("lytics/job", exchange.account.aid, exchange.store) {
            let auths = row["auth_ids"]?.list ?? []
            guard auths.contains(.text(auth)) else { continue }
            row["auth_ids"] = .list(auths.filter { $0 != .text(auth) })
            if row["deleted"]?.bool != true { row["status"] = "paused" }
            saveJob(row, &exchange)
            log("paused", "Paused", row, &exchange)
        }
    }
}
