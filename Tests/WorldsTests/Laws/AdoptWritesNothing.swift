/// An adoption records what is live, and sends nothing.
struct AdoptWritesNothing: Law {
    let name = "an adoption writes nothing"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        for run in history.runs where !run.command.adopted.isEmpty {
            verdict.occasions += 1
            guard let first = history.writes.first(where: { $0.run == run.number }) else {
                continue
            }
            verdict.breaches.append("\(run.words) sent \(first.line)")
        }
        return verdict
    }
}
