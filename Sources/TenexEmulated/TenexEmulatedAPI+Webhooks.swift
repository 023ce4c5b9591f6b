import Crypto
import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// How often a webhook is tried again.
    private static let retries = 5

    /// Makes a delivery of an event, which is due at once.
    static func enqueue(
        _ event: Event, to url: String, _ trigger: Value, _ workspace: String,
        _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        let (uuid, number) = newID("evt", Caller(workspace: workspace), &store)
        let body: Object = [
            "id": .text("evt_\(uuid)"), "type": .text(event.type),
            "company_id": .text(company(workspace)), "occurred_at": .text(now.seconds),
            "data": .object(event.data),
        ]
        let name = trigger.text.flatMap { row("tenex/trigger", $0, workspace, store)?["name"] }
        store["tenex/delivery", "\(workspace)/\(padded(number))"] = [
            "id": body["id"] ?? .null, "type": .text(event.type), "trigger_id": trigger,
            "url": .text(url), "status": "pending", "attempts": [], "body": .object(body),
            "due": .int(now.milliseconds), "_number": .int(number),
            "_trigger_name": name ?? .null,
        ]
        note(due: now.milliseconds, &store)
    }

    /// The webhooks that are due; each is under way until its answer is noted.
    static func dueDeliveries(
        _ store: inout EmulatedStore, now: EmulatedTime
    ) -> [EmulatedDelivery] {
        guard let next = store["tenex/meta", "delivery"]?.int, next <= now.milliseconds else {
            return []
        }
        store["tenex/meta", "delivery"] = nil
        var due: [EmulatedDelivery] = []
        for (id, value) in store.rows("tenex/delivery") where value["status"] == "pending" {
            let time = value["due"]?.int ?? 0
            if time > now.milliseconds {
                note(due: time, &store)
            } else {
                due.append(delivery(id, value, store))
                store["tenex/delivery", id] = value.setting(["status"], to: "sending")
            }
        }
        return due
    }

    /// Notes an answer: done, given up at once after 401 and 403, else tried again up to five times.
    static func noteDelivery(
        _ id: String, status: Int?, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        let parts = id.split(separator: "#").map(String.init)
        guard parts.count == 2, let row = store["tenex/delivery", parts[0]]?.object,
            row.word("status") == "sending", attempt(of: row) == Int(parts[1])
        else { return }
        let attempt: Value = [
            "at": .text(now.thousandths), "status": status.map { .int(Int64($0)) } ?? .null,
        ]
        var changed = row
        let count = (row["attempts"]?.list ?? []).count
        changed["attempts"] = .list((row["attempts"]?.list ?? []) + [attempt])
        let isDone = status.map { (200..<300).contains($0) } ?? false
        if isDone || status == 401 || status == 403 || count >= retries {
            changed["status"] = isDone ? "delivered" : "failed"
            changed["due"] = .null
        } else {
            let due = now.milliseconds + 1000 << count
            changed["status"] = "pending"
            changed["due"] = .int(due)
            note(due: due, &store)
        }
        store["tenex/delivery", parts[0]] = .object(changed)
    }

    private static func delivery(
        _ id: String, _ row: Value, _ store: EmulatedStore
    ) -> EmulatedDelivery {
        let attempt = attempt(of: row.object ?? [:])
        var body = row["body"]?.object ?? [:]
        if attempt > 1, store.isOn(.attemptIDs) {
            body["id"] = .text("evt_\("\(body.word("id"))/\(attempt)".uuid)")
        }
        let bytes = Value.object(body).canonicalBytes
        let workspace = String(id.prefix { $0 != "/" })
        let secret = store["tenex/workspace", workspace]?["webhook_secret"]?.text ?? ""
        return EmulatedDelivery(
            id: "\(id)#\(attempt)", url: row["url"]?.text ?? "",
            headers: ["X-10ex-Signature": signature(of: bytes, secret)], body: bytes)
    }

    /// The signature of a body: HMAC-SHA256 over its bytes with the workspace's secret.
    private static func signature(of bytes: [UInt8], _ secret: String) -> String {
        let key = SymmetricKey(data: Array(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: key)
        return "sha256="
            + code.map { byte in
                let digits = String(byte, radix: 16)
                return byte < 16 ? "0\(digits)" : digits
            }.joined()
    }

    private static func attempt(of row: Object) -> Int { (row["attempts"]?.list ?? []).count + 1 }

    private static func note(due time: Int64, _ store: inout EmulatedStore) {
        let next = store["tenex/meta", "delivery"]?.int ?? .max
        if time < next { store["tenex/meta", "delivery"] = .int(time) }
    }
}
