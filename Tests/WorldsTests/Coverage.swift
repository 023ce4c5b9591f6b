import Platforms

@testable import Commands

/// What occurred over many worlds.
struct Coverage: Sendable {
    private(set) var counts: [String: Int] = [:]

    /// Counts what occurred in a history, and the laws that could have been broken in it.
    mutating func take(_ history: History, _ verdicts: [(law: String, verdict: Verdict)]) {
        for run in history.runs {
            for word in run.occurred { count("fault: \(word)") }
            for other in run.others { count("another process: \(other.command.word)") }
            if let status = run.status, !run.isKilled { count("exit \(status.rawValue)") }
            count("verb: \(run.command.word)")
        }
        for event in history.events where event.actor.isRun && event.before == nil {
            count("made: \(event.after?.species.rawValue ?? "")")
        }
        if history.hasLostLedger { count("the ledger is lost") }
        for (law, verdict) in verdicts where verdict.occasions > 0 { count("law: \(law)") }
    }

    /// Adds the counts of other worlds.
    mutating func merge(_ other: Coverage) { counts.merge(other.counts, uniquingKeysWith: +) }

    private mutating func count(_ word: String) { counts[word, default: 0] += 1 }

    /// What should have occurred and did not.
    var missing: [String] { Self.expected.filter { counts[$0] == nil } }

    /// A line for each thing that occurred.
    var words: String {
        counts.sorted { $0.key < $1.key }.map { "  \($0.value) × \($0.key)" }
            .joined(separator: "\n")
    }

    private static let expected: [String] =
        [
            WriteFault.Kind.refused(403), .refused(409), .refused(500),
            .tooMany(times: 1, retryAfter: nil), .tooMany(times: 1, retryAfter: 1),
            .failsAfter(500), .failsAfter(409), .cutBefore, .cutAfter, .late(seconds: 1),
        ].map { "fault: \($0.word)" }
        + WriteFault.Boundary.allCases.map { "fault: \(WriteFault.Kind.kill($0).word)" }
        + ReadFault.Kind.allCases.map { "fault: a list \($0.rawValue)" }
        + Species.allCases.map { "made: \($0.rawValue)" }
        + ["plan", "apply"].map { "another process: \($0)" }
        + ["plan", "apply", "apply --restart", "adopt"].map { "verb: \($0)" }
        + [0, 1, 4, 5, 7].map { "exit \($0)" } + ["the ledger is lost"]
        + Laws.all.map { "law: \($0.name)" }
}
