import Diagnostics
public import Platforms
public import Reconciling

/// What happens while a plan is applied, as far as people want to see it.
public enum ApplyProgress: Sendable {
    /// A row's first call is about to be sent.
    case began(row: Int)
    /// A row ended.
    case ended(Receipt)
    /// Nothing is sent for a while, or is sent again.
    case waiting(Wait)
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
    private var waits: [Wait.Cause: Wait] = [:]
    private var told: [Wait.Cause: Duration] = [:]

    /// How often a wait is told where there is no terminal.
    public static let interval = Duration.seconds(30)

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
        case .waiting(let wait): lines = take(wait)
        case .stopping:
            lines = terminal.style().lines(
                "interrupted: ",
                "what was sent is waited for and recorded, nothing new begins; "
                    + "a second Ctrl-C ends at once")
        }
        let printed = lines.map { $0 + "\n" }.joined()
        guard terminal.isTerminal else { return printed }
        return Self.clear + printed + status
    }

    /// What clears the line at the bottom when all is done.
    public var end: String { terminal.isTerminal ? Self.clear : "" }

    /// What clears the line at the bottom of a terminal.
    static let clear = "\r\u{1B}[K"

    /// Takes note of a wait; the line to print for it where there is no terminal.
    private mutating func take(_ wait: Wait) -> [String] {
        waits[wait.cause] = wait.isOver ? nil : wait
        guard !terminal.isTerminal, !wait.isOver else { return [] }
        if let last = told[wait.cause], wait.now - last < Self.interval { return [] }
        told[wait.cause] = wait.now
        return [wait.text]
    }

    private var status: String {
        let names = running.compactMap { rows[$0]?.address.text }
        let wait = waits.values.max { $0.end < $1.end }?.text
        var text = names.isEmpty ? "" : "[\(ended)/\(rows.count)] \(names.joined(separator: ", "))"
        if let wait { text = names.isEmpty ? wait : "\(wait) · \(text)" }
        guard !text.isEmpty else { return "" }
        return terminal.style().paint(
            text.cut(to: max(20, (terminal.width ?? 80) - 1)), .dim)
    }
}
