import Platforms
import Reconciling
import Synchronization

extension ApplyProgress {
    /// What the applier tells, as far as people want to see it.
    init(_ event: ApplyEvent) {
        switch event {
        case .started(let row): self = .began(row: row.number)
        case .finished(_, let receipt, _): self = .ended(receipt)
        }
    }
}

/// Tells the progress of one apply, event by event, in the order in which they come.
final class ProgressTeller: Sendable {
    private let line: Mutex<ProgressLine>
    private let write: @Sendable (String) -> Void

    /// Follows a plan on a terminal or a log.
    init(_ plan: Plan, on terminal: Terminal, write: @escaping @Sendable (String) -> Void) {
        line = Mutex(ProgressLine(plan, on: terminal))
        self.write = write
    }

    /// Tells one event.
    func tell(_ event: ApplyProgress) {
        line.withLock { line in
            let text = line.text(for: event)
            if !text.isEmpty { write(text) }
        }
    }

    /// Clears what is at the bottom of the terminal.
    func end() {
        let text = line.withLock { $0.end }
        if !text.isEmpty { write(text) }
    }
}
