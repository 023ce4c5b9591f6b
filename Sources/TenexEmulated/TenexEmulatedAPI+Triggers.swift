import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    static func listTriggers(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let all = rows("tenex/trigger", exchange.caller.workspace, exchange.store).filter { row in
            ["workflow_id", "event_type"].allSatisfy { key in
                exchange.query(key).map { row.word(key) == $0 } ?? true
            }
        }
        let listing = Listing(name: "triggers", shape: .trigger, rows: all)
        return exchange.store.isOn(.bareLists)
            ? exchange.bare(listing) : try exchange.page(listing)
    }

    /// Creates a trigger, which may fire from then on.
    static func createTrigger(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: .trigger)
        var checker = Checker()
        let fields = checker.newTrigger(body, exchange.caller.workspace, exchange.store)
        try checker.finish(body, as: .trigger, exchange)
        let workflow = fields["workflow_id"]?.text.flatMap {
            Self.row("tenex/workflow", $0, exchange.caller.workspace, exchange.store)
        }
        try checkOpen(workflow ?? [:])
        let (id, number) = newID("trigger", exchange.caller, &exchange.store)
        let row = fields.merging([
            "id": .text(id), "company_id": .text(exchange.caller.company),
            "created_at": exchange.timestamp, "last_fired_at": .null, "_number": .int(number),
        ])
        let saved = save(
            trigger: row, exchange.caller.workspace, &exchange.store, now: exchange.now)
        return exchange.answer(saved, as: .trigger, status: 201)
    }

    static func getTrigger(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(try trigger(exchange), as: .trigger)
    }

    /// Changes what is sent; what decides when a trigger fires and at what stays for good.
    static func updateTrigger(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try trigger(exchange)
        let body = try exchange.body(as: .trigger)
        var checker = Checker()
        let fields = checker.changes(
            of: row, body, exchange.caller.workspace, exchange.store)
        try checker.finish(body, as: .trigger, exchange)
        let saved = save(
            trigger: row.merging(fields), exchange.caller.workspace, &exchange.store,
            now: exchange.now)
        return exchange.answer(saved, as: .trigger)
    }

    static func deleteTrigger(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try trigger(exchange)
        exchange.store["tenex/trigger", exchange.row(row.word("id"))] = nil
        return .gone
    }

    /// Stores a trigger that has changed and sets the timer of its schedule.
    @discardableResult
    static func save(
        trigger: Object, _ workspace: String, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Object {
        var row = trigger.merging(["updated_at": .text(now.thousandths)])
        row["_next"] = nextFiring(of: row, after: now).map { .int($0.milliseconds) }
        let key = "\(workspace)/\(row.word("id"))"
        store["tenex/trigger", key] = .object(row)
        if let next = row["_next"]?.int { setTimer(at: next, "trigger/\(key)", &store) }
        return row
    }

    private static func trigger(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.part("trigger_id")
        guard let row = row("tenex/trigger", id, exchange.caller.workspace, exchange.store) else {
            throw .missing("Trigger")
        }
        return row
    }
}
