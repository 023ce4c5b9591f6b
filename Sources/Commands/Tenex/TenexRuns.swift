import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Runs of workflows, which no file describes.
    static let run = ResourceType(
        "tenex", "run", namedBy: "id", isListedWhole: true, lifecycle: TenexRunStatus.lifecycle)
}

/// `weir tenex runs`: what workflows did and do.
struct TenexRuns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List, inspect, start, follow and steer runs.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, TenexRunsTraceCommand.self,
            TenexRunsStartCommand.self, TenexRunsWatchCommand.self, WriteCommand<Pause>.self,
            WriteCommand<Resume>.self, WriteCommand<Cancel>.self,
        ])
}

extension TenexRuns {
    /// Runs, filtered as the service filters them.
    enum List: ListVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(.run, "list", "List runs, the newest first.")

        struct Input: ParsableArguments {
            @Option(
                help: "Only runs of this workflow: an id, a name or an address.",
                completion: LiveIDs.completion(.workflow))
            var workflow: String?
            @Option(help: "Only runs that stand so, as in running, awaiting_approval or failed.")
            var status: String?
            @Option(help: "Only runs started so: manual, crm_event, connector_event or schedule.")
            var triggerType: String?
            @Option(
                help: "Only runs that this source started: manual, crm, connector or schedule.")
            var triggerSource: String?
            @Option(help: "Only runs made since: a date, or a time as `2026-05-01T09:00:00Z`.")
            var after: TenexTime?
            @Option(help: "Only runs made before: a date, or a time.") var before: TenexTime?
        }

        static let columns: [Column<Value>] = [
            .member("id", "id", "The run's id."),
            .member("workflow", "workflow_id", "The workflow's id."),
            .member("version", "version", type: "integer", "The version that it keeps."),
            Column("status", "status", "How it stands.") { run in
                run["status"]?.text.map { .text(TenexRunStatus($0).word) } ?? .null
            },
            .member(
                "started by", "trigger_type", "manual, crm_event, connector_event or schedule."),
            .member("created", "created_at", "When it was made."),
            .member("finished", "finished_at", "When it ended."),
            Column("error", "trouble", "Why it failed, and where.") { run in
                TenexTrace.trouble(of: run).map { .text($0) } ?? .null
            },
            .member(nil, "trigger_id", "The trigger that started it."),
            .member(nil, "started_at", "When its first step began."),
        ]

        static func list(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> Listing<Value> {
            var filter = TenexOperations.RunFilter()
            if let workflow = input.workflow {
                filter.workflow = try await context.find(workflow, .workflow).id
            }
            filter.status = try input.status.map(TenexWorkspace.status)
            filter.triggerType = input.triggerType?.replacing("-", with: "_")
            filter.triggerSource = input.triggerSource
            filter.after = input.after?.time
            filter.before = input.before?.time
            return Listing(columns: columns, items: try await context.runs(filter))
        }
    }

    enum Get: GetVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .run, "get", "Show runs with their payload, path and outcome.",
            aliases: ["describe"])
        static let schema = TenexSchemas.run

        static func values(
            _ found: [LiveObject], _ input: NoInput, _ context: TenexWorkspace
        ) -> [Value] { found.map { .object($0.raw) } }
    }

    enum Pause: TenexRunStep {
        static let verb = TenexRunVerb.pause
        static let help = VerbHelp(
            .run, "pause", "Let no further step begin; `resume` takes it back.")
    }

    enum Resume: TenexRunStep {
        static let verb = TenexRunVerb.resume
        static let help = VerbHelp(.run, "resume", "Let paused runs go on where they were.")
    }

    enum Cancel: TenexRunStep {
        static let verb = TenexRunVerb.cancel
        static let help = VerbHelp(.run, "cancel", "End runs for good; nothing takes it back.")
    }
}

/// Runs that are steered: some by id, or all of a workflow that are under way.
struct TenexRunArguments: ParsableArguments {
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
}

/// A step of runs.
protocol TenexRunStep: WriteVerb where Place == TenexOptions, Input == TenexRunArguments {
    static var verb: TenexRunVerb { get }
}

extension TenexRunStep {
    static func writes(
        _ input: TenexRunArguments, _ context: TenexWorkspace
    ) async throws -> [PendingWrite] {
        guard let step = TenexRunStatus.lifecycle.steps(verb.rawValue).first else {
            preconditionFailure("everything that is done to runs is a step of their lifecycle")
        }
        return try await runs(input, context).map { run in
            let call = context.speaks.steer(run.liveID, verb, at: run.address)
            return PendingWrite(step, run, [try context.present(call, verb.operation)])
        }
    }

    /// The runs of some ids, those that stand otherwise being refused; or of a workflow those that
    /// can be steered so.
    private static func runs(
        _ input: TenexRunArguments, _ context: TenexWorkspace
    ) async throws -> [LiveObject] {
        guard let word = input.workflow else {
            let found = context.operation.leaving(
                verb.done, try await context.find(input.runs, .run)
            ) { TenexRunStatus.lifecycle.isDone(verb.rawValue, in: $0.runStatus.word) }
            try context.operation.refuse(found.compactMap(refusal))
            return found
        }
        let workflow = try await context.find(word, .workflow)
        var filter = TenexOperations.RunFilter()
        filter.workflow = workflow.id
        let found = try await context.runs(filter)
            .compactMap { run in run["id"]?.text.map { context.found(run: run, id: $0) } }
            .filter { $0.runStatus.verbs.contains(verb) }
        if found.isEmpty {
            context.operation.session.console.talk(
                "\(workflow.title) has no run that can be \(verb.done); nothing was sent")
        }
        return found
    }

    private static func refusal(_ run: LiveObject) -> Diagnostic? {
        let possible = run.runStatus.verbs
        guard !possible.contains(verb) else { return nil }
        let verbs = possible.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return .error(
            "tenex/run-state",
            "a run that is `\(run.runStatus.word)` cannot be \(verb.done): \(run.title)",
            help: possible.isEmpty
                ? "it is over; `weir tenex runs start` starts another" : "it can \(verbs)")
    }
}
