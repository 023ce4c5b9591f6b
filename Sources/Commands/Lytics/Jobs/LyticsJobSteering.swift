import Diagnostics
import Documents
import Lytics
import Platforms

/// The lifecycle commands of jobs: what each does, what it says, and how much it asks.
struct LyticsJobSteering {
    /// The commands.
    enum Verb: String {
        case pause, resume, bounce, kill, release

        /// What a job is afterwards: `paused`.
        var done: String { rawValue.hasSuffix("e") ? "\(rawValue)d" : "\(rawValue)ed" }

        /// The status that it leads to, where it leads to one for good.
        var target: String? {
            switch self {
            case .pause: "paused"
            case .resume: "running"
            case .kill: "killed"
            case .bounce, .release: nil
            }
        }
    }

    private let verb: Verb
    private let operation: Operation

    init(_ verb: Verb, _ operation: Operation) {
        self.verb = verb
        self.operation = operation
    }

    /// Steers jobs, after a look whether each may go there from where it is.
    func run(_ words: [String], _ writing: WritingOptions) async throws -> ExitStatus {
        let found = leavingDone(try await operation.find(words, .job))
        var report = Report()
        for job in found {
            if let refusal = refusal(job) { report.add(refusal) }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        let intents = found.map(intent)
        return try await operation.carryOut(
            intents, writing, command: "lytics jobs \(verb.rawValue)")
    }

    private func leavingDone(_ found: [Found]) -> [Found] {
        guard let target = verb.target else { return found }
        return operation.leaving(verb.done, found) { job in
            LyticsJobCondition(job.raw["status"]?.text ?? "unknown").word == target
        }
    }

    private func refusal(_ job: Found) -> Diagnostic? {
        let condition = LyticsJobCondition(job.raw["status"]?.text ?? "unknown")
        guard !condition.commands.contains(verb.rawValue) else { return nil }
        let possible = condition.commands.map { "`\($0)`" }.joined(separator: ", ")
        return .error(
            "lytics/job-state",
            "a job that is \(condition.text) cannot be \(verb.done): \(job.title)",
            help: possible.isEmpty
                ? "a killed job is gone for good; create a new one" : "it can \(possible)")
    }

    private func intent(_ job: Found) -> Intent {
        let rules = job.noun.rules
        func calls(_ action: Action) -> [Call] {
            rules.calls(for: job.change(action, account: operation.account)).calls
        }
        switch verb {
        case .pause:
            return Intent(
                "pause", job, .pause, calls(.pause),
                consequences: consequence(from: "running", to: "paused"), done: verb.done,
                question: .brief, effect: .lifecycle)
        case .resume:
            return Intent(
                "resume", job, .start, calls(.start),
                consequences: consequence(from: "paused", to: "running"), done: verb.done,
                question: .brief, effect: .lifecycle)
        case .bounce:
            return Intent(
                "bounce", job, .start, [LyticsJobOperations.bounce(job.liveID)],
                consequences: ["the job is restarted: its work begins again from the start"],
                done: verb.done, question: .plain, effect: .lifecycle)
        case .kill:
            return Intent(
                "kill", job, .delete, calls(.delete),
                consequences: [
                    "the job stops for good, and nothing brings it back",
                    "`weir lytics jobs pause` is the one that can be taken back",
                ], done: verb.done, question: .typed, effect: .deletion)
        case .release:
            return Intent(
                "release", job, .start, [LyticsJobOperations.release(job.liveID)],
                consequences: ["no source documents what a release does to a job"],
                done: verb.done, question: .plain, effect: .nothing)
        }
    }

    private func consequence(from: String, to: String) -> [String] {
        let lifecycle = Noun.job.rules.lifecycle
        return [lifecycle?.transition(from: from, to: to)?.consequence].compactMap(\.self)
    }
}
