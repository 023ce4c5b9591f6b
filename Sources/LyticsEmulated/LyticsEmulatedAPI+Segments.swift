import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// The segments a new account has, each with its condition.
    private static let sampleSegments: [(slug: String, name: String, ql: String)] = [
        ("new_signups", "New sign-ups", "created > \"now-7d\""),
        ("lapsed_customers", "Lapsed customers", "last_order < \"now-180d\""),
        ("high_value", "High value", "lifetime_value >= 1000"),
        ("newsletter_readers", "Newsletter readers", "newsletter_opens > 3"),
        ("vip", "VIP", "tier = \"vip\""),
        ("cart_abandoners", "Cart abandoners", "cart_abandoned = true"),
        ("first_time_buyers", "First-time buyers", "order_count = 1"),
        ("repeat_buyers", "Repeat buyers", "order_count > 1"),
        ("trial_users", "Trial users", "plan = \"trial\""),
        ("sports_readers", "Sports readers", "interests INTERSECTS (\"sports\")"),
        ("engaged_readers", "Engaged readers", "engagement > 60"),
        ("unsubscribed", "Unsubscribed", "unsubscribed = true"),
        ("all_customers", "All customers", "EXISTS email"),
        ("churn_risk", "Churn risk", "churn_score > 0.7"),
    ]

    /// Fills an account that was just opened with its sample segments.
    static func seedSegments(_ account: Account, _ store: inout EmulatedStore, now: EmulatedTime) {
        for sample in sampleSegments {
            let row = segment(
                [
                    "slug_name": .text(sample.slug), "name": .text(sample.name),
                    "segment_ql": .text("FILTER \(sample.ql) FROM user ALIAS \(sample.slug)"),
                ], account, timestamp(now))
            store["lytics/segment", "\(account.aid)/\(row["id"]?.text ?? "")"] = .object(row)
        }
    }

    /// The segments, with their sizes where the query asks for them.
    static func listSegments(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var rows = rows("lytics/segment", exchange.account.aid, exchange.store)
        for (parameter, field) in [("table", "table"), ("kind", "kind")] {
            guard let wanted = exchange.request.query(parameter), wanted != "all" else { continue }
            rows = rows.filter { $0[field]?.text == wanted }
        }
        if let valid = exchange.request.query("valid"), valid != "all" {
            rows = rows.filter { ($0["invalid"]?.bool ?? false) != (valid == "true") }
        }
        let answered = exchange
        return exchange.answer(.list(rows.map { shown(segment: $0, answered) }))
    }

    static func getSegment(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(shown(segment: try segment(inPathOf: exchange), exchange))
    }

    /// A segment as an answer has it: its size only where `sizes=true` asks for it.
    static func shown(segment row: Object, _ exchange: Exchange) -> Value {
        guard !exchange.flag("sizes") else { return .object(row) }
        return .object(Object(members: row.filter { $0.key != "size" }))
    }

    /// The segment that a path names by id or slug.
    static func segment(inPathOf exchange: Exchange) throws(Refusal) -> Object {
        guard let row = segment(exchange.part(2), exchange) else {
            throw .missing("segment", exchange.part(2))
        }
        return row
    }

    /// A segment by id or slug.
    static func segment(_ name: String, _ exchange: Exchange) -> Object? {
        if let row = exchange.store["lytics/segment", exchange.row(name)]?.object { return row }
        return rows("lytics/segment", exchange.account.aid, exchange.store)
            .first { $0["slug_name"]?.text == name }
    }

    /// A new segment from what was written, with the fields that the server sets.
    static func segment(_ fields: Object, _ account: Account, _ time: String) -> Object {
        let slug = fields["slug_name"]?.text ?? ""
        let defaults: Object = [
            "kind": "segment", "table": "user", "description": "", "is_public": false,
            "save_hist": true, "invalid": false,
        ]
        return defaults.merging(fields).merging([
            "id": .text(identifier("segment", "\(account.aid)", slug)),
            "aid": .int(account.aid), "account_id": .text(account.id),
            "author_id": .text(account.author), "created": .text(time), "updated": .text(time),
            "size": .int(SegmentQL(fields["segment_ql"]?.text ?? "").size),
        ])
    }
}
