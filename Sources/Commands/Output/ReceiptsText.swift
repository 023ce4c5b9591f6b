public import Documents
public import Platforms

/// What became of a plan's rows; rows without a receipt were not started.
public struct ReceiptsText: Showable {
    private let rows: [(row: PlanRow, receipt: Receipt)]

    /// Pairs every row with its receipt.
    public init(_ receipts: [Receipt], _ plan: Plan) {
        let byRow = Dictionary(receipts.map { ($0.row, $0) }) { _, last in last }
        rows = plan.rows.map { row in
            (row, byRow[row.number] ?? .notStarted(row))
        }
    }

    /// Renders every row and the counts.
    public static func render(_ receipts: [Receipt], _ plan: Plan, style: TextStyle) -> String {
        ReceiptsText(receipts, plan).text(style)
    }

    /// `3 done, 1 failed, 2 skipped, 1 not started; 9 writes sent`, counted from the receipts.
    public var summary: String {
        let counts = ["done", "failed", "blocked", "skipped", "not started"].compactMap {
            word -> String? in
            let count = rows.count { $0.receipt.word == word }
            return count == 0 && word != "done" ? nil : "\(count) \(word)"
        }
        let writes = rows.reduce(0) { $0 + $1.receipt.writes }
        return "\(counts.joined(separator: ", ")); \(writes) write\(writes == 1 ? "" : "s") sent"
    }

    /// A line for every row, then the counts.
    public func text(_ style: TextStyle) -> String {
        let lines = rows.flatMap { Self.lines($0.row, $0.receipt, style) }
        let counts = style.lines("", style.paint(summary, .bold))
        return (lines + counts).map { $0 + "\n" }.joined()
    }

    /// The receipts as data.
    public var json: Value {
        ["summary": .text(summary), "rows": .list(rows.map { $0.receipt.json })]
    }

    /// The lines of one row, also shown while a run goes on.
    static func lines(_ row: PlanRow, _ receipt: Receipt, _ style: TextStyle) -> [String] {
        let mark: String
        let tail: String
        switch receipt.outcome {
        case .done: (mark, tail) = (style.paint("✓", .green), "")
        case .failed(let message, let id):
            let request = id.map { " (request id \($0))" } ?? ""
            (mark, tail) = (style.paint("✗", .red), "  failed: \(message)\(request)")
        case .blocked(let fields):
            let words = fields.map { FieldText(row).named($0).words }.joined(separator: "; ")
            (mark, tail) = (style.paint("✗", .red), "  blocked: \(words)")
        case .skipped(let other):
            (mark, tail) = (style.paint("-", .yellow), "  skipped because of row \(other)")
        case .notStarted: (mark, tail) = (style.paint("·", .dim), "  not started")
        }
        let head = "\(mark) \(row.number) \(row.action.sign) "
        return style.lines(head, "\(row.word) \(row.address)\(tail)")
            + receipt.keptOtherwise.flatMap {
                style.lines(
                    "    \(style.paint("kept otherwise:", .yellow)) ",
                    FieldText(row).named($0).words)
            }
            + receipt.remarks.flatMap {
                style.lines("    \(style.paint("note:", .yellow)) ", $0)
            }
    }
}

extension Receipt {
    fileprivate static func notStarted(_ row: PlanRow) -> Receipt {
        Receipt(row: row.number, address: row.address, outcome: .notStarted)
    }

    fileprivate var word: String {
        switch outcome {
        case .done: "done"
        case .failed: "failed"
        case .blocked: "blocked"
        case .skipped: "skipped"
        case .notStarted: "not started"
        }
    }

    fileprivate var json: Value {
        var object: Object = [
            "row": .int(Int64(row)), "address": .text(address.text), "outcome": .text(word),
            "writes": .int(Int64(writes)),
        ]
        if case .failed(let message, let id) = outcome {
            object["message"] = .text(message)
            object["request_id"] = id.map { .text($0) }
        }
        if case .skipped(let other) = outcome { object["because_of"] = .int(Int64(other)) }
        if !keptOtherwise.isEmpty {
            object["kept_otherwise"] = .list(keptOtherwise.map { .text($0.words) })
        }
        if !remarks.isEmpty { object["remarks"] = .list(remarks.map { .text($0) }) }
        return .object(object)
    }
}
