import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// A table that every emulated connection has, with a few rows.
    private struct SampleTable: Sendable {
        let name: String
        let columns: [(name: String, type: String)]
        let rows: [[Value]]
    }

    private static let sampleTables = [
        SampleTable(
            name: "customers",
            columns: [
                ("id", "INTEGER"), ("email", "VARCHAR"), ("first_name", "VARCHAR"),
                ("created_at", "TIMESTAMP"), ("lifetime_value", "FLOAT"),
            ],
            rows: (1...40).map { (number: Int) -> [Value] in
                [
                    .int(Int64(number)), .text("customer\(number)@example.com"),
                    .text("Customer \(number)"), .text("2026-01-01T00:00:00Z"),
                    .double(Double(number) * 12.5),
                ]
            }),
        SampleTable(
            name: "orders",
            columns: [
                ("id", "INTEGER"), ("customer_id", "INTEGER"), ("total", "FLOAT"),
                ("ordered_at", "TIMESTAMP"),
            ],
            rows: (1...60).map { (number: Int) -> [Value] in
                [
                    .int(Int64(1000 + number)), .int(Int64(number % 40 + 1)),
                    .double(Double(number) * 7.25), .text("2026-02-01T00:00:00Z"),
                ]
            }),
        SampleTable(
            name: "newsletter_events",
            columns: [("email", "VARCHAR"), ("event", "VARCHAR"), ("at", "TIMESTAMP")],
            rows: (1...25).map { (number: Int) -> [Value] in
                [
                    .text("customer\(number)@example.com"),
                    .text(number.isMultiple(of: 2) ? "open" : "click"),
                    .text("2026-03-01T00:00:00Z"),
                ]
            }),
    ]

    static func listTables(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let connection = try connection(exchange)
        try checkAccess(connection, exchange)
        let database = connection["config"]?["database"]?.text ?? "public"
        return exchange.answer(
            .list(
                sampleTables.map { table in
                    [
                        "table_name": .text(table.name),
                        "fully_qualified_name": .text("\(database).\(table.name)"),
                        "num_columns": .int(Int64(table.columns.count)), "error": "",
                    ]
                }))
    }

    static func listColumns(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try checkAccess(try connection(exchange), exchange)
        let name = exchange.part(4)
        guard let table = sampleTables.first(where: { $0.name == name }) else {
            throw .missing("table", name, code: "TABLE-NOTFOUND-009")
        }
        return exchange.answer(columns(of: table))
    }

    /// Answers the rows of the table a query names, or of the first one.
    static func scanConnection(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try checkAccess(try connection(exchange), exchange)
        let query = try exchange.body()["query"]?.text?.lowercased() ?? ""
        let limit = try scanLimit(exchange)
        let table = sampleTables.first { query.contains($0.name) } ?? sampleTables[0]
        let rows = table.rows.prefix(limit).map { cells in
            Value.object(Object(zip(table.columns.map(\.name), cells)))
        }
        return exchange.answer([
            "columns": columns(of: table), "row_count": .int(Int64(rows.count)),
            "rows": .list(rows),
        ])
    }

    /// The system behind a connection lets nobody in whose auth is gone, expired or unhealthy.
    ///
    /// No source gives the status or the code of such an answer.
    private static func checkAccess(_ connection: Object, _ exchange: Exchange) throws(Refusal) {
        for id in connection["auth_ids"]?.list ?? [] {
            let auth = exchange.store["lytics/auth", exchange.row(id.text ?? "")]?.object
            guard let reason = fault(of: auth, exchange) else { continue }
            throw .bad(
                "the system could not be reached: the auth `\(id.text ?? "")` \(reason)",
                code: "AUTH-BADREQ-008")
        }
    }

    /// Why an auth opens nothing; nil where it does.
    private static func fault(of auth: Object?, _ exchange: Exchange) -> String? {
        guard let auth else { return "does not exist" }
        let end = auth["expires"]?.text ?? ""
        if !end.isEmpty, end < exchange.timestamp.text ?? "" { return "has expired" }
        return auth["unhealthy"] == true ? "is unhealthy" : nil
    }

    private static func scanLimit(_ exchange: Exchange) throws(Refusal) -> Int {
        guard let text = exchange.request.query("limit") else { return 20 }
        guard let limit = Int(text), limit > 0 else {
            throw .bad("`limit` must be a positive number, not `\(text)`")
        }
        return min(limit, 100)
    }

    private static func columns(of table: SampleTable) -> Value {
        .list(
            table.columns.map {
                ["column_name": .text($0.name), "column_datatype": .text($0.type)]
            })
    }
}
