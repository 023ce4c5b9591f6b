/// Cells under titles, fitted to the columns of a terminal.
///
/// Where they do not fit, ids are cut first, then other cells are wrapped at words, then ids are
/// left out; what is wider still is shown a row a paragraph. A name is never cut.
public struct ColumnLayout: Sendable {
    private let titles: [String]
    private let rows: [[String]]
    private let ids: Set<Int>
    private let gap = 2

    /// Lays out rows; `ids` are the columns that give way first.
    public init(_ titles: [String], rows: [[String]], ids: Set<Int> = []) {
        self.titles = titles
        self.rows = rows
        self.ids = ids
    }

    /// The lines, titles first and painted.
    public func lines(width: Int, painting title: (String) -> String = { $0 }) -> [String] {
        let extents = titles.indices.map(extent)
        for dropped in 0...ids.count {
            let last = Set(ids.sorted().suffix(dropped))
            let columns = titles.indices.filter { !last.contains($0) }
            guard !columns.isEmpty,
                let widths = fitted(columns.map { extents[$0] }, into: width)
            else { continue }
            let head = zip(columns, widths).map { wrapping($1).lines(titles[$0]) }
            return joined(head, widths).map(title)
                + rows.flatMap { joined(cells(of: $0, columns, widths), widths) }
        }
        return records(width, title)
    }

    // How wide

    /// The columns that a column of the table takes.
    private struct Extent {
        /// With every cell on one line.
        var whole: Int
        /// The same with ids cut.
        var cut: Int
        /// With cells wrapped at every word.
        var least: Int
    }

    private static let least = 8

    private func extent(_ index: Int) -> Extent {
        rows.reduce(into: extent(of: titles[index], isID: false)) { widest, row in
            guard index < row.count else { return }
            let cell = extent(of: row[index], isID: ids.contains(index))
            widest.whole = max(widest.whole, cell.whole)
            widest.cut = max(widest.cut, cell.cut)
            widest.least = max(widest.least, cell.least)
        }
    }

    private func extent(of cell: String, isID: Bool) -> Extent {
        let whole = cell.displayWidth
        guard whole > Self.least else { return Extent(whole: whole, cut: whole, least: whole) }
        if isID { return Extent(whole: whole, cut: Self.least, least: Self.least) }
        let least = max(Self.least, WrappedWord.least(of: cell, wrapping(0)))
        return Extent(
            whole: whole, cut: LongID.cut(in: cell, to: 0).displayWidth, least: min(whole, least))
    }

    /// Takes columns from the widest one, first from ids; nil where it does not fit all the same.
    private func fitted(_ extents: [Extent], into width: Int) -> [Int]? {
        var widths = extents.map(\.whole)
        var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - width
        for least in [extents.map(\.cut), extents.map(\.least)] {
            while excess > 0, let widest = Self.widest(widths, above: least) {
                widths[widest] -= 1
                excess -= 1
            }
        }
        return excess > 0 ? nil : widths
    }

    private static func widest(_ widths: [Int], above least: [Int]) -> Int? {
        var found: Int?
        for index in widths.indices where widths[index] > least[index] {
            if found.map({ widths[$0] < widths[index] }) ?? true { found = index }
        }
        return found
    }

    // How it looks

    private func wrapping(_ width: Int) -> Wrapping {
        var wrapping = Wrapping(width: width)
        wrapping.breaksPaths = true
        wrapping.cutsLongIDs = true
        return wrapping
    }

    /// The lines of every cell of a row.
    private func cells(of row: [String], _ columns: [Int], _ widths: [Int]) -> [[String]] {
        zip(columns, widths).map { index, width in
            let cell = index < row.count ? row[index] : ""
            return ids.contains(index)
                ? [cell.cut(to: width)] : wrapping(width).lines("", cell)
        }
    }

    /// Cells beside each other.
    private func joined(_ cells: [[String]], _ widths: [Int]) -> [String] {
        (0..<(cells.map(\.count).max() ?? 0)).map { number in
            let parts = zip(cells, widths).map { lines, width in
                (number < lines.count ? lines[number] : "").padded(to: width)
            }
            return parts.joined(separator: String(repeating: " ", count: gap)).withoutTail
        }
    }

    /// A row a paragraph, a cell a line; cells that are empty are left out.
    private func records(_ width: Int, _ title: (String) -> String) -> [String] {
        guard !rows.isEmpty else {
            return wrapping(width).lines(titles.joined(separator: "  ")).map(title)
        }
        let widest = titles.map(\.displayWidth).max() ?? 0
        let room = max(Self.least, width - widest - gap)
        let paragraphs = rows.map { row in
            zip(titles, cells(of: row, Array(titles.indices), titles.map { _ in room }))
                .filter { $1 != [""] }
                .flatMap { joined([[title($0)], $1], [widest, room]) }
        }
        return Array(paragraphs.joined(separator: [""]))
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var withoutTail: String { String(reversed().drop { $0 == " " }.reversed()) }
}
