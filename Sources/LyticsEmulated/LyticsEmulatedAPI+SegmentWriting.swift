import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Creates a segment; a taken slug gets a number behind it, as the platform does.
    static func createSegment(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try segmentBody(exchange)
        guard body["name"]?.text != nil, body["segment_ql"]?.text != nil else {
            throw .bad("a segment needs a `name` and a `segment_ql`")
        }
        return insertSegment(body, &exchange, status: 201)
    }

    /// Changes what is sent of a segment. FilterQL of another table makes another segment, and an
    /// `ALIAS` renames it where no `slug_name` is sent.
    static func updateSegment(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try segment(inPathOf: exchange)
        var body = try segmentBody(exchange)
        if let text = body["segment_ql"]?.text {
            let read = SegmentQL(text)
            body["table"] = .text(read.table ?? "user")
            if body["table"] != row["table"] {
                return insertSegment(row.merging(body), &exchange, status: 200)
            }
            body["slug_name"] = body["slug_name"] ?? read.alias.map { .text($0) }
            body["size"] = .int(read.size)
        }
        if let slug = body["slug_name"]?.text, let other = segment(slug, exchange),
            other["id"] != row["id"]
        {
            throw .bad("Slug is already used.")
        }
        return save(segment: row.merging(body), &exchange, status: 200)
    }

    /// Deletes the segments that the path names, by id and with commas between them; for several it
    /// is told which went.
    static func deleteSegments(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let ids = exchange.part(2).split(separator: ",").map(String.init)
        guard ids.count > 1 else {
            let row = try segment(inPathOf: exchange)
            exchange.store["lytics/segment", exchange.row(row["id"]?.text ?? "")] = nil
            let envelope: Object = ["status": 200, "request_id": .text(exchange.requestID)]
            return EmulatedResponse(status: 200, body: .json(.object(envelope)))
        }
        let found = ids.filter { exchange.store["lytics/segment", exchange.row($0)].isThere }
        for id in found { exchange.store["lytics/segment", exchange.row(id)] = nil }
        let missing = ids.filter { !found.contains($0) }
        return exchange.answer([
            "deleted": .list(found.map { .text($0) }),
            "not_deleted": .list(missing.map { .text($0) }),
            "segments": .list(
                found.map { ["id": .text($0), "deleted": true] }
                    + missing.map { ["id": .text($0), "deleted": false, "reason": "not found"] }),
        ])
    }

    /// What a body says, without what only the server sets.
    private static func segmentBody(_ exchange: Exchange) throws(Refusal) -> Object {
        let body = try exchange.body()
        if let text = body["segment_ql"], SegmentQL(text.text ?? "").fault != nil {
            throw .bad("Invalid SegmentQL")
        }
        return Object(members: body.filter { !serverSegmentFields.contains($0.key) })
    }

    private static func insertSegment(
        _ fields: Object, _ exchange: inout Exchange, status: Int
    ) -> EmulatedResponse {
        var fields = fields
        let wanted = fields["slug_name"]?.text ?? snake((fields["name"]?.text ?? "").lowercased())
        fields["slug_name"] = .text(freeSlug(wanted, exchange))
        var row = segment(fields, exchange.account, timestamp(exchange.now))
        if exchange.store["lytics/segment", exchange.row(row["id"]?.text ?? "")].isThere {
            row["id"] = .text(newID("segment", &exchange))
        }
        return save(segment: row, &exchange, status: status)
    }

    private static func freeSlug(_ slug: String, _ exchange: Exchange) -> String {
        var free = slug
        var number = 0
        while segment(free, exchange) != nil {
            number += 1
            free = "\(slug)_\(number)"
        }
        return free
    }

    private static func save(
        segment row: Object, _ exchange: inout Exchange, status: Int
    ) -> EmulatedResponse {
        var row = row
        row["updated"] = exchange.timestamp
        exchange.store["lytics/segment", exchange.row(row["id"]?.text ?? "")] = .object(row)
        return exchange.answer(shown(segment: row, exchange), status: status)
    }

    private static let serverSegmentFields: Set<String> = [
        "id", "aid", "account_id", "author_id", "created", "updated", "ast", "fields",
        "field_changes_fields", "includes", "datemath_calc", "forward_datemath", "invalid",
        "invalid_reason", "deleted", "public_name", "ql_resolved", "size",
    ]
}
