import ArgumentParser
import Documents
import Platforms

/// `weir lytics connections schema ID [TABLE]`: tables behind a connection, or a table's columns.
struct LyticsConnectionsSchemaCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "List the tables behind a connection, or a table's columns.")

    static let examples = [
        "lytics connections schema warehouse",
        "lytics connections schema warehouse customers",
    ]
    static let output = LyticsSchemaColumns.schema

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(
        help: "An id, a label or an address.", completion: LiveIDs.completion(.connection))
    var connection: String
    @Argument(help: "A table whose columns to list.") var table: String?

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(connection, .connection)
            let reads = LyticsConnectionReads(operation)
            let rows = try await reads.schema(of: found, table: table)
            let columns =
                table == nil ? LyticsSchemaColumns.tables : LyticsSchemaColumns.columns
            operation.show(Listing(columns: columns, items: rows), reading)
            return .done
        }
    }
}

/// The columns of what a connection's schema lists: tables, or the columns of one table.
enum LyticsSchemaColumns {
    static let tables: [Column<Value>] = [
        .member("table", "table_name", "The table's name."),
        .member("full name", "fully_qualified_name", "Its name with its database."),
        .member("columns", "num_columns", type: "integer", "How many columns it has."),
        .member("error", "error", "Why it could not be read."),
    ]

    static let columns: [Column<Value>] = [
        .member("column", "column_name", "The column's name."),
        .member("type", "column_datatype", "Its type in the system."),
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
