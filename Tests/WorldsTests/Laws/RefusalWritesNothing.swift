@testable import Commands

/// A run that is refused has written nothing.
struct RefusalWritesNothing: Law {
    let name = "a refusal writes nothing"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        for run in history.runs where !run.isKilled {
            switch run.status {
            case .failed, .invalidProject, .conflict, .refused, .locked: break
            default: continue
            }
            verdict.occasions += 1
            let writes = history.writes.filter { $0.run == run.number }
            guard let first = writes.first else { continue }
            verdict.breaches.append(
                "\(run.words), and yet \(writes.count) writes were sent: \(first.line)")
        }
        return verdict
    }
}
