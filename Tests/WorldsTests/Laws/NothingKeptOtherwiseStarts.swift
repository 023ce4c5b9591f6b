import Foundation

/// What a service keeps otherwise than written is not put before people by the same run.
struct NothingKeptOtherwiseStarts: Law {
    let name = "what is kept otherwise does not start"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        for run in history.runs { judge(run, into: &verdict) }
        return verdict
    }

    /// A run tells what was kept otherwise below the row that wrote it.
    private func judge(_ run: Outcome, into verdict: inout Verdict) {
        var kept: Set<Substring> = []
        var last: Substring = ""
        for line in run.text.split(separator: "\n") {
            if line.hasPrefix("✓ "), let address = line.split(separator: " ").last {
                last = address
                guard line.contains("▶"), kept.contains(address) else { continue }
                verdict.breaches.append("\(run.words): started `\(address)`, kept otherwise")
            } else if line.contains("kept otherwise:") {
                kept.insert(last)
                verdict.occasions += 1
            }
        }
    }
}
