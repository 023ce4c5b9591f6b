import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// The lead that the path names.
    static func lead(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.part("id")
        guard let row = row("tenex/lead", id, exchange.caller.workspace, exchange.store) else {
            throw .missing("Lead")
        }
        return row
    }

    /// The segment that the path names.
    static func segment(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.part("id")
        guard let row = row("tenex/segment", id, exchange.caller.workspace, exchange.store) else {
            throw .missing("List")
        }
        return row
    }

    /// Stores a new lead; nil where its e-mail is taken.
    static func make(lead body: Object, _ exchange: inout Exchange) -> Object? {
        let workspace = exchange.caller.workspace
        let taken = named(
            body.word("email"), ["email"], in: "tenex/lead", workspace, exchange.store)
        guard taken == nil else { return nil }
        let (id, number) = newID("lead", exchange.caller, &exchange.store)
        let defaults: Object = ["name": .null, "status": "new", "score": 0]
        let row = defaults.merging(body).merging([
            "id": .text(id), "company_id": .text(exchange.caller.company),
            "created_at": exchange.timestamp, "updated_at": exchange.timestamp,
            "_number": .int(number),
        ])
        exchange.store["tenex/lead", exchange.row(id)] = .object(row)
        tell("lead.created", of: row, &exchange)
        tellCrossing(from: row.merging(["score": .null]), to: row, &exchange)
        return row
    }

    /// Tells of a lead: its members, and its id as `lead_id`.
    static func tell(
        _ type: String, of lead: Object, _ exchange: inout Exchange,
        adding more: Object = [:], before: Object? = nil
    ) {
        let data = lead.visible.merging(["lead_id": lead["id"] ?? .null]).merging(more)
        publish(
            Event(type: type, source: "crm", data: data, leadBefore: before),
            exchange.caller.workspace, &exchange.store, now: exchange.now)
    }

    /// Tells of a score that has changed, in case it crossed the threshold of a trigger.
    static func tellCrossing(from old: Object, to new: Object, _ exchange: inout Exchange) {
        guard old["score"] != new["score"] else { return }
        tell(
            "lead.score_threshold_crossed", of: new, &exchange,
            adding: ["previous_score": old["score"] ?? .null], before: old)
    }
}

extension TenexEmulatedAPI.Checker {
    /// Checks the members of a lead that matter here.
    mutating func checkLead(_ body: Object, isNew: Bool) {
        member("email", .text, in: body, isRequired: isNew)
        member("name", .text, in: body)
        member("status", .text, in: body)
        if let score = body.present("score"), score.number == nil {
            note(["score"], "Input should be a valid number", "float_type")
        }
    }
}
