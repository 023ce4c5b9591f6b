import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    static func listLeads(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let all = rows("tenex/lead", exchange.caller.workspace, exchange.store)
        return try exchange.page(Listing(name: "leads", shape: .query, rows: all))
    }

    static func getLead(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .plain(.object(try lead(exchange).visible))
    }

    /// Creates a lead, of which triggers hear; its e-mail must be free.
    static func createLead(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: nil)
        var checker = Checker()
        checker.checkLead(body, isNew: true)
        try checker.finish(body, as: nil, exchange)
        guard let row = make(lead: body, &exchange) else {
            let detail = "A lead with the email \(body.word("email")) already exists"
            throw Refusal(409, detail, code: "conflict")
        }
        return .plain(.object(row.visible), status: 201)
    }

    /// Creates up to 500 leads at once; those whose e-mail is taken are left out.
    static func createLeads(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: nil)
        var checker = Checker()
        let items = checker.member("items", .list, in: body, isRequired: true)?.list ?? []
        if items.count > 500 {
            checker.note(["items"], "List should have at most 500 items", "too_long")
        }
        try checker.finish(body, as: nil, exchange)
        var made = 0
        for item in items.compactMap(\.object) where item["email"]?.text != nil {
            if make(lead: item, &exchange) != nil { made += 1 }
        }
        return .plain(
            ["created": .int(Int64(made)), "skipped": .int(Int64(items.count - made))],
            status: 201)
    }

    /// Changes a lead, of which triggers hear, of its status and its score too.
    static func updateLead(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let old = try lead(exchange)
        let body = try exchange.body(as: nil)
        var checker = Checker()
        checker.checkLead(body, isNew: false)
        try checker.finish(body, as: nil, exchange)
        let fixed: Object = ["id": old["id"] ?? .null, "updated_at": exchange.timestamp]
        let row = old.merging(body).merging(fixed)
        exchange.store["tenex/lead", exchange.row(row.word("id"))] = .object(row)
        tell("lead.updated", of: row, &exchange)
        if row["status"] != old["status"] {
            tell("lead.status_changed", of: row, &exchange)
        }
        tellCrossing(from: old, to: row, &exchange)
        return .plain(.object(row.visible))
    }

    static func listMembers(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let segment = try segment(exchange)
        let place = "\(exchange.caller.workspace)/\(segment.word("id"))"
        let all = rows("tenex/member", place, exchange.store)
        return try exchange.page(Listing(name: "members", shape: .query, rows: all))
    }

    /// Adds leads to a segment; triggers hear of each that was not in it.
    static func addMembers(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let segment = try segment(exchange)
        let body = try exchange.body(as: nil)
        let ids = body["lead_ids"]?.list ?? body["lead_id"].map { [$0] } ?? []
        var checker = Checker()
        var leads: [Object] = []
        for (index, id) in ids.enumerated() {
            let lead = row("tenex/lead", id.text ?? "", exchange.caller.workspace, exchange.store)
            if let lead { leads.append(lead) }
            guard lead == nil else { continue }
            let path: [Value] =
                body["lead_ids"].isThere
                ? ["lead_ids", .int(Int64(index))] : ["lead_id"]
            checker.note(path, "Lead \(id.text ?? "") not found in this workspace")
        }
        if ids.isEmpty { checker.note(["lead_ids"], "Field required", "missing") }
        try checker.finish(body, as: nil, exchange)
        var added: Int64 = 0
        for lead in leads {
            let id = exchange.row("\(segment.word("id"))/\(lead.word("id"))")
            if exchange.store["tenex/member", id].isThere { continue }
            added += 1
            exchange.store["tenex/member", id] = [
                "lead_id": lead["id"] ?? .null, "added_at": exchange.timestamp,
                "_number": .int(exchange.store.next("tenex/\(exchange.caller.workspace)/member")),
            ]
            let more: Object = [
                "segment_id": segment["id"] ?? .null, "segment_name": segment["name"] ?? .null,
            ]
            tell("lead_added_to_segment", of: lead, &exchange, adding: more)
        }
        return .plain(["added": .int(added)], status: 201)
    }
}
