public import Documents

/// Rows of the system behind a connection.
public struct LyticsScanAnswer: Sendable {
    /// The answer as it came.
    public let raw: Value

    /// Reads the answer of a scan.
    public init(_ raw: Value) { self.raw = raw }

    /// The names of the columns.
    public var columns: [String] {
        (raw["columns"]?.list ?? []).compactMap { $0["column_name"]?.text }
    }

    /// The cells of each row, whether it is shown as a list or by the names of its columns.
    public var rows: [[Value]] {
        let columns = columns
        return (raw["rows"]?.list ?? []).map { row in
            row.list ?? columns.map { row[$0] ?? .null }
        }
    }
}
