public import Documents

/// Rows under titles: fitted to a terminal, or separated by tabs for programs.
public struct Table: Sendable, Showable {
    /// The titles, one a column.
    public var columns: [String]
    /// The cells, row by row.
    public var rows: [[String]]
    /// Columns that are never cut, such as ids that people copy.
    public var firm: Set<String> = []

    /// Starts a table.
    public init(_ columns: [String], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// Aligned columns where a person watches; else a row a line, cells between tabs, no titles.
    public func text(_ style: TextStyle) -> String {
        guard let width = style.width else {
            return rows.map { $0.map(Self.oneLine).joined(separator: "\t") + "\n" }.joined()
        }
        let widths = fitted(naturalWidths, into: width)
        let titles = style.paint(line(columns.map { $0.uppercased() }, widths), .dim)
        return ([titles] + rows.map { line($0, widths) }).map { $0 + "\n" }.joined()
    }

    /// A list of objects whose keys are the titles.
    public var json: Value {
        .list(
            rows.map { row in .object(Object(zip(columns, row).map { ($0, Value.text($1)) })) })
    }

    private var naturalWidths: [Int] {
        columns.indices.map { index in
            rows.reduce(columns[index].count) { widest, row in
                max(widest, index < row.count ? Self.oneLine(row[index]).count : 0)
            }
        }
    }

    /// Takes columns from the widest one until the line fits; no column gets below eight.
    private func fitted(_ natural: [Int], into width: Int) -> [Int] {
        let soft = columns.indices.filter { !firm.contains(columns[$0]) }
        var widths = natural
        var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
        while excess > 0, let widest = soft.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 8
        {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { cell, width in
            TextStyle.pad(TextStyle.cut(Self.oneLine(cell), to: width), to: width)
        }
        let text = padded.joined(separator: "  ")
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    private static func oneLine(_ cell: String) -> String {
        String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
