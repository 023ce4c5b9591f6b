import Diagnostics
import Platforms
import Synchronization

@testable import Commands

/// How a run of Weir ended, and what it said.
struct Outcome: Sendable {
    /// Its number.
    var number: Int
    /// What was asked.
    var command: Command
    /// The changes from its beginning to its end, by whomever.
    var events: Range<Int>
    /// The exit status; nil where it ended in another way.
    var status: ExitStatus?
    /// Whether its process died.
    var isKilled = false
    /// The plans that it showed.
    var plans: [Plan] = []
    /// The problems that it showed.
    var problems: [Diagnostic] = []
    /// The files that they point into.
    var places: [(code: String, file: String)] = []
    /// Everything it said.
    var text = ""
    /// The faults that happened to it.
    var occurred: Set<String> = []
    /// Runs of other processes while it was under way.
    var others: [Outcome] = []

    /// Its number and those of the runs of other processes.
    var runs: Set<Int> { Set([number] + others.map(\.number)) }

    /// How it ended, in words.
    var words: String {
        let end = isKilled ? "killed" : status.map { "exit \($0.rawValue)" } ?? "broken"
        return "run \(number) (\(command.word)): \(end)"
    }

    /// Takes what was heard from it.
    mutating func take(_ heard: Heard) {
        let said = heard.all
        (text, plans, problems, places) = (said.text, said.plans, said.problems, said.places)
    }

    /// The files that problems of a code point into.
    func files(in code: String) -> Set<String> {
        Set(places.filter { $0.code == code }.map(\.file))
    }

    /// The addresses that problems of a code speak of.
    func addresses(in code: String) -> Set<Address> {
        let texts = problems.filter { $0.code == code }.flatMap { [$0.message] + $0.notes }
        let parts = texts.joined(separator: "`").split(separator: "`")
        return Set(parts.map { Address(String($0)) }).filter { $0.parts.count >= 3 }
    }
}

/// Collects what a run says.
final class Heard: Sendable {
    /// All that was heard.
    struct Said: Sendable {
        var text = ""
        var plans: [Plan] = []
        var problems: [Diagnostic] = []
        var places: [(code: String, file: String)] = []
    }

    private let said = Mutex(Said())

    /// All of it.
    var all: Said { said.withLock { $0 } }

    /// Takes a text.
    func add(_ text: String) { said.withLock { $0.text += text } }

    /// Takes a plan that was shown.
    func take(_ plan: Plan) { said.withLock { $0.plans.append(plan) } }

    /// Takes problems.
    func take(_ report: Report, _ sources: Sources) {
        said.withLock { said in
            for problem in report.diagnostics {
                said.problems.append(problem)
                guard let span = problem.primary?.span else { continue }
                said.places.append((problem.code, sources[span.source].name))
            }
        }
    }
}
