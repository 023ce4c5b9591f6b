import Documents

/// The columns of what a connection's schema lists: tables, or the columns of one table.
enum LyticsSchemaColumns {
    static let tables: [Column<Value>] = [
        Column("table", "table_name", "The table's name.") { $0["table_name"] ?? .null },
        Column("full name", "fully_qualified_name", "Its name with its database.") {
            $0["fully_qualified_name"] ?? .null
        },
        Column("columns", "num_columns", type: "integer", "How many columns it has.") {
            $0["num_columns"] ?? .null
        },
        Column("error", "error", "Why it could not be read.") { $0["error"] ?? .null },
    ]

    static let columns: [Column<Value>] = [
        Column("column", "column_name", "The column's name.") { $0["column_name"] ?? .null },
        Column("type", "column_datatype", "Its type in the system.") {
            $0["column_datatype"] ?? .null
        },
    ]

    /// The schema of a column in a scan.
    static let column: Value = [
        "type": "object", "required": ["column_name"],
        "properties": [
            "column_name": ["type": "string", "description": "The column's name."],
            "column_datatype": ["type": "string", "description": "Its type in the system."],
        ],
    ]

    /// The schema of either list.
    static let schema = OutputSchema.list(of: ["anyOf": .list([items(tables), items(columns)])])

    private static func items(_ columns: [Column<Value>]) -> Value {
        Listing.schema(columns)["items"] ?? [:]
    }
}
