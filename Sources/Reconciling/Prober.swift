import Diagnostics
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
        /// Nobody can tell, with the reason.
        case unclear(String)
    }

    let client: AccountClient
    /// The kind of the object that is looked for.
    let kind: KindName
    /// The ids that cannot be that of the object: of others, or seen before it was written.
    let taken: ObjectIDs
    /// What was to be made; nil where the call makes no object.
    let made: MadeObject?

    /// Looks, and again after pauses that grow, before it says that nothing was done; for as long
    /// as the platform may take to show what it did.
    func find(
        _ probe: Probe, known: Substitution, doing: String
    ) async throws(ReconcilingError) -> Finding {
        var left = client.platform.settleTime
        var pause = Backoff.shortest
        while true {
            let finding = try await look(probe, known, doing)
            guard finding == .notDone, left > .zero else { return try await checked(finding) }
            try await client.pause(
                for: min(pause, left), because: "what was sent may not show yet", doing: doing)
            left -= pause
            pause *= 2
        }
    }

    /// What was found, unless it is an object of another identity.
    private func checked(_ finding: Finding) async throws(ReconcilingError) -> Finding {
        guard case .done(let captures) = finding,
            let path = try await made?.otherIdentity(captures, client)
        else { return finding }
        return .unclear(
            "an object has the same name and another `\(path)`, so it is another one")
    }

    private func look(
        _ probe: Probe, _ known: Substitution, _ doing: String
    ) async throws(ReconcilingError) -> Finding {
        let purpose = "find out whether \(doing.quoted) was carried out"
        let opened = try await client.pages(
            of: probe.read, known: known, expecting: probe.promise, doing: purpose,
            accepting: [404])
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
            if id.map(isTaken) != true { fresh.append(captures) }
        }
        guard let only = fresh.first else { return .notDone }
        guard fresh.count > 1 else { return .done(only) }
        return .unclear("\(fresh.count) objects look like what it was to make")
    }

    private func isTaken(_ id: Value) -> Bool { taken.contains(id, kind, client.account.name) }
}

extension Probe {
    /// What the answer must be: what is captured of an element must be in each of them, or else an
    /// answer that shows nothing would say that nothing was done.
    fileprivate var promise: PromisedAnswer {
        for capture in captures {
            if case .at(let name, .whole) = capture.from { return .candidates(with: name) }
        }
        return .content
    }
}
