import Documents

/// The answer of a scan: a table of rows for people, untouched for programs.
struct LyticsScan: Showable {
    /// The answer.
    let value: Value

    func text(_ style: TextStyle) -> String {
        let names = (value["columns"]?.list ?? []).compactMap { $0["column_name"]?.text }
        let rows = (value["rows"]?.list ?? []).map { row in
            row.list.map { $0.map(Self.cell) } ?? names.map { Self.cell(row[$0] ?? .null) }
        }
        return Table(names, rows: rows).text(style)
    }

    var json: Value { value }

    private static func cell(_ value: Value) -> String {
        if value.isNull { return "" }
        return value.text ?? value.canonicalJSON
    }

    /// The schema of the service's own answer.
    static let schema: Value = [
        "type": "object", "required": ["columns", "rows"],
        "properties": [
            "columns": OutputSchema.list(of: LyticsSchemaColumns.column),
            "row_count": ["type": "integer", "description": "How many rows were found."],
            "rows": ["type": "array", "description": "The rows."],
        ],
    ]
}
