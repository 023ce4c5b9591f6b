import Diagnostics
public import Documents

/// Rows under titles: fitted to a terminal, or separated by tabs for programs.
public struct Table: Sendable, Showable {
    /// The titles, one a column.
    public var columns: [String]
    /// The cells, row by row.
    public var rows: [[String]]
    /// The titles of columns of ids, which give way first where the terminal is too narrow.
    public var ids: Set<String> = []

    /// Starts a table.
    public init(_ columns: [String], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// Aligned columns where a person watches; else a row a line, cells between tabs, no titles.
    public func text(_ style: TextStyle) -> String {
        let cells = rows.map { $0.map { style.plain(Self.oneLine($0)) } }
        guard let width = style.width else {
            return cells.map { $0.joined(separator: "\t") + "\n" }.joined()
        }
        let layout = ColumnLayout(
            columns.map { $0.uppercased() }, rows: cells,
            ids: Set(columns.indices.filter { ids.contains(columns[$0]) }))
        return layout.lines(width: width) { style.paint($0, .dim) }.map { $0 + "\n" }.joined()
    }

    /// A list of objects whose keys are the titles.
    public var json: Value {
        .list(
            rows.map { row in .object(Object(zip(columns, row).map { ($0, Value.text($1)) })) })
    }

    private static func oneLine(_ cell: String) -> String {
        String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
