import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Logs of the whole account: the last 24 hours, without killed jobs.
    static func listAccountLogs(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let since = exchange.now.milliseconds - 86_400_000
        var entries: [Object] = []
        for job in rows("lytics/job", exchange.account.aid, exchange.store)
        where !["deleted", "deleting"].contains(job["status"]?.text) {
            entries += logs(of: job, exchange.account.aid, exchange.store)
                .filter { ($0["_at"]?.int ?? 0) >= since }
        }
        return answer(entries, exchange)
    }

    /// Logs of one job since it was created.
    static func listJobLogs(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        answer(logs(of: try job(exchange), exchange.account.aid, exchange.store), exchange)
    }

    private static func logs(of job: Object, _ aid: Int64, _ store: EmulatedStore) -> [Object] {
        let list = store["lytics/log", "\(aid)/\(job["id"]?.text ?? "")"]?.list ?? []
        return list.compactMap(\.object)
    }

    private static func answer(_ entries: [Object], _ exchange: Exchange) -> EmulatedResponse {
        let showsErrors = exchange.flag("include_errors")
        let order = entries.sorted {
            ($0["_at"]?.int ?? 0, $0["_number"]?.int ?? 0)
                < ($1["_at"]?.int ?? 0, $1["_number"]?.int ?? 0)
        }
        let shown = order.map { entry in
            var row = entry.visible
            if showsErrors, let detail = entry["_detail"]?.object {
                row["context"] = .object((row["context"]?.object ?? [:]).merging(detail))
            }
            return Value.object(row)
        }
        return exchange.answer(.list(shown))
    }

    /// Notes an event of a job: created, started, paused, killed or updated.
    static func log(_ event: String, _ word: String, _ job: Object, _ exchange: inout Exchange) {
        let email = "admin@\(exchange.account.aid).example.com"
        append(
            [
                "level": "info", "message": .text("\(word) by user \(email)"),
                "context": ["event": .text(event), "user_email": .text(email)],
            ], job: job["id"]?.text ?? "", aid: exchange.account.aid, &exchange.store,
            now: exchange.now)
    }

    /// Adds an entry to a job's log.
    static func append(
        _ entry: Object, job: String, aid: Int64, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        let key = "\(aid)/\(job)"
        var list = store["lytics/log", key]?.list ?? []
        let defaults: Object = [
            "job_id": .text(job), "level": "info", "message": "", "context": [:],
            "timestamp": .text(timestamp(now)), "_at": .int(now.milliseconds),
            "_number": .int(store.next("lytics/\(aid)/log")),
        ]
        list.append(.object(defaults.merging(entry)))
        store["lytics/log", key] = .list(list)
    }

    /// What the log of a job that ran into trouble looks like.
    static func appendFault(
        job: String, aid: Int64, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        let entries: [Object] = [
            [
                "message": "Run finished",
                "context": ["added": 145, "omitted": 3, "removed": 12],
            ],
            [
                "level": "warn", "code": "JOB-FAULT-022", "message": "Rate limit exceeded",
                "context": ["added": 20, "omitted": 0, "removed": 0],
            ],
            [
                "level": "error", "code": "JOB-FAULT-022",
                "message": "The destination refused the batch",
                "_detail": ["error": "HTTP 503 from the destination", "attempt": 3],
            ],
        ]
        for entry in entries { append(entry, job: job, aid: aid, &store, now: now) }
    }
}
