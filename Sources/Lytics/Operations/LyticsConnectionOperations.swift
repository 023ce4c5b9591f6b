public import Documents
public import Platforms

/// What people do to connections beside declaring them, as data.
public enum LyticsConnectionOperations {
    /// The most rows that one scan gives.
    public static let mostRows = 100

    /// Asks the system behind a connection for rows: a POST that only reads.
    public static func scan(_ id: Value, limit: Int?, query: String?) -> Request {
        LyticsOperation.scanConnection.request(
            ["connection_id": id],
            query: limit.map { ["limit": .text(String($0))] } ?? [:],
            body: query.map { .value(["query": .text($0)]) } ?? .none)
    }

    /// Reads the tables behind a connection.
    public static func tables(_ id: Value) -> Request {
        LyticsOperation.listTables.request(["connection_id": id])
    }

    /// The names of the tables of an answer.
    public static func tableNames(in tables: [Value]) -> [String] {
        tables.compactMap { $0["table_name"]?.text }
    }

    /// Reads the columns of a table behind a connection.
    public static func columns(_ id: Value, of table: String) -> Request {
        LyticsOperation.listColumns.request(["connection_id": id, "table": .text(table)])
    }
}
