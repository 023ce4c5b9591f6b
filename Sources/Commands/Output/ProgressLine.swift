public import Platforms

/// What happens while a plan is applied, as far as people want to see it.
public enum ApplyProgress: Sendable {
    /// A row's first call is about to be sent.
    case began(row: Int)
    /// A row ended.
    case ended(Receipt)
    /// Nothing is sent for a while: a limit, a retry.
    case waiting(String)
    /// The run was interrupted: no row begins any more.
    case stopping
}

/// Turns the progress of an apply into text for stderr.
///
/// A terminal keeps one line at the bottom that says what runs now; elsewhere every event that
/// ends something is a plain line.
public struct ProgressLine: Sendable {
    private let rows: [Int: PlanRow]
    private let terminal: Terminal
    private var running: [Int] = []
    private var ended = 0

    /// Follows a plan.
    public init(_ plan: Plan, on terminal: Terminal) {
        rows = Dictionary(plan.rows.map { ($0.number, $0) }) { first, _ in first }
        self.terminal = terminal
    }

    /// The bytes to write for an event; empty where there is nothing to say.
    public mutating func text(for event: ApplyProgress) -> String {
        var lines: [String] = []
        switch event {
        case .began(let row): running.append(row)
        case .ended(let receipt):
            running.removeAll { $0 == receipt.row }
            ended += 1
            if let row = rows[receipt.row] {
                lines = ReceiptsText.lines(row, receipt, terminal.style())
            }
        case .waiting(let reason): lines = terminal.isTerminal ? [] : ["waiting: \(reason)"]
        case .stopping:
            lines = ["interrupted: what was sent is waited for and recorded, nothing new begins"]
        }
        let printed = lines.map { $0 + "\n" }.joined()
        guard terminal.isTerminal else { return printed }
        return Self.clear + printed + status(event)
    }

    /// What clears the line at the bottom when all is done.
    public var end: String { terminal.isTerminal ? Self.clear : "" }

    private static let clear = "\r\u{1B}[K"

    private func status(_ event: ApplyProgress) -> String {
        let names = running.compactMap { rows[$0]?.address.text }
        guard !names.isEmpty else { return "" }
        var text = "[\(ended)/\(rows.count)] \(names.joined(separator: ", "))"
        if case .waiting(let reason) = event { text += " (waiting: \(reason))" }
        return terminal.style().paint(
            TextStyle.cut(text, to: max(20, (terminal.width ?? 80) - 1)), .dim)
    }
}
