import Diagnostics
import Tenex
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// Runs of workflows, which no file describes.
    static let run = ResourceType(
        "tenex", "run", namedBy: "id", isListedWhole: true, lifecycle: TenexRunStatus.lifecycle,
        steps: StepWords(
            code: TenexCommandCode.runState,
            over: "it is over; `weir tenex runs start` starts another",
            state: { TenexRunStatus($0).word }))
}

/// `weir tenex runs`: what workflows did and do.
struct TenexRuns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List, inspect, start, follow and steer runs.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, TenexRunsTraceCommand.self,
            TenexRunsStartCommand.self, TenexRunsWatchCommand.self, SteerCommand<Pause>.self,
            SteerCommand<Resume>.self, SteerCommand<Cancel>.self,
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
        static let help = VerbHelp(
            .run, "pause", "Let no further step begin; `resume` takes it back.")
    }

    enum Resume: TenexRunStep {
        static let help = VerbHelp(.run, "resume", "Let paused runs go on where they were.")
    }

    enum Cancel: TenexRunStep {
        static let help = VerbHelp(.run, "cancel", "End runs for good; nothing takes it back.")
    }
}

/// Runs that are steered: some by id, or all of a workflow that are under way.
struct TenexRunArguments<V: Verb>: TargetOptions {
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

    /// The runs of some ids, or of a workflow those that can be steered so.
    func find(
        _ type: ResourceType, in context: some OperatingContext
    ) async throws -> [LiveObject] {
        let workspace = TenexWorkspace(context.operation)
        guard let word = workflow else { return try await workspace.find(runs, type) }
        let workflow = try await workspace.find(word, .workflow)
        var filter = TenexOperations.RunFilter()
        filter.workflow = workflow.id
        let found = try await workspace.runs(filter)
            .compactMap { run in run["id"]?.text.map { workspace.found(run: run, id: $0) } }
            .filter { $0.allows(V.help.name) }
        if found.isEmpty {
            context.operation.session.console.talk(
                "\(workflow.title) has no run that can be \(PendingWrite.past(V.help.name)); "
                    + "nothing was sent")
        }
        return found
    }
}

/// A step of runs.
protocol TenexRunStep: StepVerb
where Place == TenexOptions, Targets == TenexRunArguments<Self> {}

extension TenexRunStep {
    static func calls(
        _ step: Lifecycle.Transition, _ run: LiveObject, _ context: TenexWorkspace
    ) throws -> [Call] {
        guard let verb = TenexRunVerb(rawValue: step.verb) else {
            preconditionFailure("everything that is done to runs is a step of their lifecycle")
        }
        let call = context.speaks.steer(run.liveID, verb, at: run.address)
        return [try context.present(call, verb.operation)]
    }
}
