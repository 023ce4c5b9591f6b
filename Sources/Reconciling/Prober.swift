import Documents
import Ledger
import Platforms

/// Finds out whether a call with an unknown outcome was carried out.
struct Prober: Sendable {
    /// What a look showed.
    enum Finding: Sendable, Equatable {
        /// It was carried out; what it would have captured.
        case done([Slot: Value])
        case notDone
        /// More than one object could be its work.
        case unclear(count: Int)
    }

    let client: AccountClient
    /// Live ids that are in the plan or the ledger already, by kind.
    let taken: Set<Value>
    /// How long a platform may take to show what it did.
    let settling: Duration

    /// Looks, and once more after a while before it says that nothing was done.
    func find(
        _ probe: Probe, known: Substitution, doing: String
    ) async throws(ReconcilingError) -> Finding {
        let first = try await look(probe, known, doing)
        guard first == .notDone, settling > .zero else { return first }
        try await client.pause(
            for: settling, because: "what was sent may not show yet", doing: doing)
        return try await look(probe, known, doing)
    }

    private func look(
        _ probe: Probe, _ known: Substitution, _ doing: String
    ) async throws(ReconcilingError) -> Finding {
        let purpose = "find out whether `\(doing)` was carried out"
        let opened = try await client.pages(
            of: probe.read, known: known, doing: purpose, accepting: [404])
        let evaluator = CallEvaluator(known: known)
        return try client.evaluating(purpose) { () throws(EvaluationError) in
            let elements = opened.value.list ?? (opened.value.isNull ? [] : [opened.value])
            return try finding(in: evaluator.matches(probe.matches, in: elements), probe, evaluator)
        }
    }

    private func finding(
        in matches: [Value], _ probe: Probe, _ evaluator: CallEvaluator
    ) throws(EvaluationError) -> Finding {
        var fresh: [[Slot: Value]] = []
        for match in matches {
            let captures = try evaluator.captures(probe.captures, from: match)
            let id = captures.first { $0.key.name == "id" }?.value
            if id.map({ taken.contains($0) }) != true { fresh.append(captures) }
        }
        guard let only = fresh.first else { return .notDone }
        return fresh.count == 1 ? .done(only) : .unclear(count: fresh.count)
    }
}
