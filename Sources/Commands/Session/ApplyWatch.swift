import Platforms
import Reconciling
import Synchronization

/// Follows one apply: tells its progress and keeps what went wrong, by row.
final class ApplyWatch: Sendable {
    private let teller: ProgressTeller
    private let failed = Mutex<[Int: ReconcilingError]>([:])

    /// Follows a plan on a console.
    init(_ plan: Plan, _ console: Console) {
        let terminal = Terminal(
            isTerminal: console.showsProgress, columns: console.width,
            choice: console.isColored ? .always : .never)
        teller = ProgressTeller(plan, on: terminal, write: console.writeTalk)
    }

    /// What went wrong, by the row's number.
    var failures: [Int: ReconcilingError] { failed.withLock { $0 } }

    /// Takes one event.
    @Sendable func see(_ event: ApplyEvent) {
        if case .finished(let row, _, let failure?) = event {
            failed.withLock { $0[row.number] = failure }
        }
        teller.tell(ApplyProgress(event))
    }

    /// Takes an interrupt.
    @Sendable func stop() { teller.tell(.stopping) }

    /// Clears what is left on the terminal.
    func end() { teller.end() }
}
