import Platforms

@testable import Commands

/// Exit 0 means that everything in the plan was carried out.
struct ExitStatusIsTrue: Law {
    let name = "the exit status is true"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        for run in history.runs where !run.isKilled {
            guard let status = run.status else {
                verdict.breaches.append("\(run.words): \(run.text.suffix(200))")
                continue
            }
            guard status == .done, let plan = run.plans.last else { continue }
            if case .plan = run.command { continue }
            verdict.occasions += 1
            let done = history.writes.filter { $0.run == run.number }
            // Of two ways to write, what is found out on the way decides.
            for call in plan.rows.flatMap(\.calls)
            where !call.isRead && call.unless == nil && call.yieldsTo.isEmpty {
                let isDone = done.contains { write in
                    guard let status = write.status else { return false }
                    let isTaken = (200..<300).contains(status) || call.accepts.contains(status)
                    return isTaken && call.request.isSent(as: write)
                }
                if isDone { continue }
                verdict.breaches.append("\(run.words), and yet `\(call.summary)` was not done")
            }
        }
        return verdict
    }
}
