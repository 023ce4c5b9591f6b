import Platforms
import Reconciling
import Synchronization

/// Follows one apply: tells its progress and keeps what went wrong, by row.
final class ApplyWatch: Sendable {
    private let teller: ProgressTeller
    private let waits: WaitTeller
    private let failed = Mutex<[Int: ReconcilingError]>([:])

    /// Follows a plan on a console; waits are told within its progress.
    init(_ plan: Plan, _ console: Console, _ waits: WaitTeller) {
        teller = ProgressTeller(plan, on: console)
        self.waits = waits
        waits.tell(within: teller)
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
    func end() {
        waits.tell(within: nil)
        teller.end()
    }
}
