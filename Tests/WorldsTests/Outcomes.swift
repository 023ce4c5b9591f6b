import Synchronization

/// Collects the outcomes of runs that other processes made.
final class Outcomes: Sendable {
    private let outcomes = Mutex<[Outcome]>([])

    /// Takes one.
    func add(_ outcome: Outcome) { outcomes.withLock { $0.append(outcome) } }

    /// All of them.
    var all: [Outcome] { outcomes.withLock { $0 } }
}
