import Diagnostics
import Documents
import Platforms
import Reconciling

/// What became of the writes of a command: done, failed on the way, or not sent.
struct Sending: Sendable {
    /// What was done.
    private(set) var written = WriteResults()
    /// What went wrong, with how far it came.
    private(set) var failures = Report()
    /// What an interrupt kept from being sent.
    private var unsent: [PendingWrite] = []
    private var failed = 0
    /// Whether what failed has an effect, as far as anybody knows.
    private var isLeftInPart = false
    /// Whether an interrupt ended the waits.
    private var isStopped = false

    /// Takes what came of one write.
    mutating func add(
        _ sent: CallSender.Sent, of intent: PendingWrite, _ explain: Operation.Explain
    ) {
        guard let error = sent.failure else {
            written.results.append(WriteResult(intent, sent))
            return
        }
        failed += 1
        isLeftInPart = isLeftInPart || sent.mayHaveEffect
        let problem = explain(error, error.diagnostic(while: .operating))
        failures.add(sent.telling(problem, of: intent))
    }

    /// Takes what is not sent after an interrupt.
    mutating func stop(before left: [PendingWrite]) {
        isStopped = true
        unsent = left
        guard !left.isEmpty else { return }
        failures.add(
            .error(
                OperatingCode.interrupted, "interrupted before everything was sent",
                notes: left.map { "not sent: \($0.row.verb) \($0.title)" },
                help: "give the command again for what was not sent"))
    }

    /// Takes a failure of the ledger to note the end.
    mutating func add(_ problem: Diagnostic) { failures.add(problem) }

    /// How the command ends.
    var status: ExitStatus {
        if isStopped, failed + unsent.count > 0 { return .interrupted }
        guard failures.hasErrors else { return .done }
        return written.results.isEmpty && !isLeftInPart ? .failed : .appliedInPart
    }

    /// How it ends, for the history of the ledger.
    var outcome: String { "\(written.results.count) done, \(failed + unsent.count) failed" }
}

extension CallSender.Sent {
    /// A failure with what was sent before it and what was not sent after it.
    fileprivate func telling(_ problem: Diagnostic, of intent: PendingWrite) -> Diagnostic {
        var problem = problem
        if !carriedOut.isEmpty {
            problem.notes.append("carried out before it: \(Self.quoted(carriedOut))")
        }
        if isOpen, !isCannotTell { problem.notes.append("it may have been carried out") }
        if mayHaveEffect, !unsent.isEmpty {
            problem.notes.append("not sent after it: \(Self.quoted(unsent))")
        }
        guard !carriedOut.isEmpty else { return problem }
        let id = captured[Slot(intent.row.address.text)]?.idText ?? intent.id
        let commands = (intent.finish?(id, undone) ?? []).map { "`\($0)`" }
        problem.help =
            commands.isEmpty
            ? "give the command again"
            : "finish it with \(commands.joined(separator: ", then "))"
        return problem
    }

    private var isCannotTell: Bool {
        if case .cannotTell = failure?.cause { true } else { false }
    }

    private static func quoted(_ words: [String]) -> String {
        words.map { "`\($0)`" }.joined(separator: ", ")
    }
}
