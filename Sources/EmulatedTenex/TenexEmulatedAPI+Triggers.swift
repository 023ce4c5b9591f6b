import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    static func listTriggers(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let all = rows("tenex/trigger", exchange.caller.workspace, store).filter { row in
            ["workflow_id", "event_type"].allSatisfy { key in
                exchange.query(key).map { row.word(key) == $0 } ?? true
            }
        }
        let listing = Listing(name: "triggers", shape: .trigger, rows: all)
        return store.isOn(.bareLists) ? exchange.bare(listing) : try exchange.page(listing, store)
    }

    /// Creates a trigger, which may fire from then on.
    static func createTrigger(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: .trigger, store)
        var checker = Checker()
        let fields = checker.newTrigger(body, exchange.caller.workspace, store)
        try checker.finish(body, as: .trigger, exchange, store)
        let workflow = fields["workflow_id"]?.text.flatMap {
            Self.row("tenex/workflow", $0, exchange.caller.workspace, store)
        }
        try checkOpen(workflow ?? [:])
        let (id, number) = newID("trigger", exchange.caller, &store)
        let row = fields.merging([
            "id": .text(id), "company_id": .text(exchange.caller.company),
            "created_at": exchange.timestamp, "last_fired_at": .null, "_number": .int(number),
        ])
        let saved = save(
            trigger: row, exchange.caller.workspace, &store, now: exchange.now)
        return exchange.answer(saved, as: .trigger, status: 201)
    }

    static func getTrigger(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        exchange.answer(try trigger(exchange, store), as: .trigger)
    }

    /// Changes what is sent; what decides when a trigger fires and at what stays for good.
    static func updateTrigger(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try trigger(exchange, store)
        let body = try exchange.body(as: .trigger, store)
        var checker = Checker()
        let fields = checker.changes(
            of: row, body, exchange.caller.workspace, store)
        try checker.finish(body, as: .trigger, exchange, store)
        let saved = save(
            trigger: row.merging(fields), exchange.caller.workspace, &store, now: exchange.now)
        return exchange.answer(saved, as: .trigger)
    }

    static func deleteTrigger(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try trigger(exchange, store)
        store["tenex/trigger", exchange.row(row.word("id"))] = nil
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

    private static func trigger(
        _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        let id = exchange.part("trigger_id")
        guard let row = row("tenex/trigger", id, exchange.caller.workspace, store) else {
            throw .missing("Trigger")
        }
        return row
    }
}
