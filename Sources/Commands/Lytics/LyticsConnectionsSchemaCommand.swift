import ArgumentParser
import Documents
import Platforms

/// `weir lytics connections schema ID [TABLE]`: tables behind a connection, or a table's columns.
struct LyticsConnectionsSchemaCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "List the tables behind a connection, or a table's columns.")

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
