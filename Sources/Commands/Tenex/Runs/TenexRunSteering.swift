import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Tenex

/// What commands take that steer runs: some by id, or all of a workflow that are under way.
struct TenexRunSteeringOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        help: "All runs of this workflow that are under way.",
        completion: LiveIDs.completion(.workflow))
    var workflow: String?
    @Argument(help: "Ids.") var runs: [String] = []

    func validate() throws {
        guard runs.isEmpty == (workflow != nil) else {
            throw ValidationError("name runs by their ids, or all of a workflow with --workflow")
        }
    }

    /// Steers the runs that are meant.
    func steer(_ verb: TenexRunVerb) async throws {
        try await operating.reach { place in
            let steering = TenexRunSteering(verb, place)
            let found =
                if let workflow {
                    try await steering.underWay(in: workflow)
                } else {
                    try await steering.named(runs)
                }
            return try await steering.run(found, writing)
        }
    }
}

/// Pauses, resumes and cancels runs.
struct TenexRunSteering {
    private let verb: TenexRunVerb
    private let place: TenexPlace

    init(_ verb: TenexRunVerb, _ place: TenexPlace) {
        self.verb = verb
        self.place = place
    }

    /// The runs of some ids; those that stand otherwise are refused.
    func named(_ ids: [String]) async throws -> [Found] {
        var found: [Found] = []
        for id in ids { found.append(try await place.run(id)) }
        found = place.operation.leaving(verb.done, found) { verb.isDone($0.runStatus) }
        var report = Report()
        for run in found {
            if let refusal = refusal(run) { report.add(refusal) }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        return found
    }

    /// The runs of a workflow that can be steered so.
    func underWay(in word: String) async throws -> [Found] {
        let workflow = try await place.listed(word)
        var filter = TenexOperations.RunFilter()
        filter.workflow = workflow.id
        let all = try await place.runs(filter).compactMap { run in
            run["id"]?.text.map { place.found(run: run, id: $0) }
        }
        let found = all.filter { $0.runStatus.verbs.contains(verb) }
        if found.isEmpty {
            place.operation.session.console.talk(
                "\(workflow.title) has no run that can be \(verb.done); nothing was sent")
        }
        return found
    }

    /// Steers runs, after a confirmation.
    func run(_ found: [Found], _ writing: WritingOptions) async throws -> ExitStatus {
        let operation = place.operation
        guard !found.isEmpty else {
            operation.session.console.data(
                writing.format.show(Written(), style: operation.session.style()))
            return .done
        }
        return try await operation.carryOut(
            try found.map(intent), writing, command: "tenex runs \(verb.rawValue)")
    }

    private func refusal(_ run: Found) -> Diagnostic? {
        let possible = run.runStatus.verbs
        guard !possible.contains(verb) else { return nil }
        let verbs = possible.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return .error(
            "tenex/run-state",
            "a run that is `\(run.runStatus.word)` cannot be \(verb.done): \(run.title)",
            help: possible.isEmpty
                ? "it is over; `weir tenex runs start` starts another" : "it can \(verbs)")
    }

    private func intent(_ run: Found) throws -> Intent {
        let call = try place.present(
            place.speaks.steer(run.liveID, verb, at: run.address), operation)
        switch verb {
        case .pause:
            return Intent(
                "pause", run, .pause, [call],
                consequences: ["no further step begins until it is resumed"], done: verb.done,
                question: .brief, effect: .nothing)
        case .resume:
            return Intent(
                "resume", run, .start, [call],
                consequences: ["it goes on where it was paused"], done: verb.done,
                question: .brief, effect: .nothing)
        case .cancel:
            return Intent(
                "cancel", run, .stop, [call],
                consequences: [
                    "no further step begins, and nothing takes it back",
                    "what its steps did already stays done",
                ], done: verb.done, question: .plain, effect: .nothing)
        }
    }

    private var operation: TenexOperation {
        switch verb {
        case .pause: .pauseRun
        case .resume: .resumeRun
        case .cancel: .cancelRun
        }
    }
}

extension TenexRunVerb {
    /// Whether a run stands so that nothing is left to do.
    fileprivate func isDone(_ status: TenexRunStatus) -> Bool {
        switch self {
        case .pause: status == .paused
        case .resume: [.queued, .running, .waiting, .awaitingApproval].contains(status)
        case .cancel: status == .cancelled
        }
    }
}
