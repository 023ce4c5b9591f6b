import Lytics
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Jobs of Lytics.
    static let job = ResourceType(
        "lytics", "job",
        steps: StepWords(
            code: LyticsCommandCode.jobState,
            over: "a killed job is gone for good; create a new one",
            deletes: "kill", state: { LyticsJobCondition($0).state },
            word: { LyticsJobCondition($0).word }))
}

/// `weir lytics jobs`: imports, exports and syncs.
struct LyticsJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List, inspect and steer jobs.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
            UpdateCommand<Update>.self, SteerCommand<Pause>.self, SteerCommand<Resume>.self,
            SteerCommand<Bounce>.self, SteerCommand<Kill>.self, SteerCommand<Release>.self,
            LyticsJobsLogsCommand.self,
        ])
}

extension LyticsJobs {
    /// Jobs, filtered as the service filters them.
    enum List: ListVerb {
        static let help = VerbHelp(
            .job, "list", "List jobs; by default what the service shows by default.")

        struct Input: ParsableArguments {
            @Option(help: "Only jobs of this workflow.") var workflow: String?
            @Option(
                help: ArgumentHelp(
                    "Only jobs in this state: \(LyticsJobCondition.words.joined(separator: ", ")).")
            )
            var status: String?
            @Option(parsing: .upToNextOption, help: "Only jobs that use one of these auths.")
            var authID: [String] = []
            @Flag(help: "Completed jobs too.") var showCompleted = false
            @Flag(help: "Killed jobs too; the service wants --show-completed with it.")
            var showDeleted = false
            @Flag(help: "Hidden jobs too.") var showHidden = false
            @Flag(help: "Completed, killed and hidden jobs too.") var showAll = false
            @Flag(help: "With the state of the work.") var showState = false

            func validate() throws {
                let words = LyticsJobCondition.words
                guard let condition, !words.contains(condition.word) else { return }
                throw ValidationError("--status is one of \(words.joined(separator: ", "))")
            }
        }

        static let columns: [Column<Object>] = shown(withState: false)

        static func list(_ input: Input, _ context: Operation) async throws -> Listing<Object> {
            let request = LyticsJobOperations.list(try await input.filter(context))
            var jobs = context.sorted(try await context.read(request, "the jobs"), by: .job)
            if let wanted = input.condition {
                jobs = jobs.filter { LyticsJobCondition(of: $0).isAsked(by: wanted) }
            }
            if jobs.isEmpty, input.status == nil, let workflow = input.workflow {
                try await LyticsCatalogue(context).check(workflow: workflow)
            }
            return Listing(
                columns: shown(withState: input.showState), items: jobs,
                hints: [input.leftOut].compactMap(\.self))
        }

        /// The columns, with the state of the work in the table where it was asked for.
        private static func shown(withState: Bool) -> [Column<Object>] {
            [
                .member("id", "id", "The job's id."),
                .member("name", "name", "What people call it."),
                .member("workflow", "workflow", "What it does."),
                Column("status", "status", "Its condition, whichever words the service uses.") {
                    .text(LyticsJobCondition(of: $0).text)
                },
                .member(
                    "last updated", "updated", "When its settings last changed; no sign of life."),
                .member(nil, "auth_ids", type: "array", "The auths it uses."),
                .member(nil, "tag", "The client's own tag."),
                .member(nil, "hidden", type: "boolean", "Whether lists leave it out."),
                .member(nil, "service_status", "The status in the service's own word.", "status"),
                Column(
                    withState ? "work state" : nil, "work_state", type: "object",
                    "The state of the work, with --show-state."
                ) { LyticsJobOperations.workState(of: $0) },
            ]
        }
    }

    enum Get: GetVerb {
        static let help = VerbHelp(.job, "get", "Show everything about jobs.")

        struct Input: ParsableArguments {
            @Option(help: "Read through the endpoint of this workflow.") var workflow: String?
        }

        static func values(
            _ found: [LiveObject], _ input: Input, _ context: Operation
        ) async throws -> [Value] {
            let workflow = input.workflow
            return try await context.gather(found) {
                LyticsJobOperations.get($0.liveID, workflow: workflow)
            }
        }
    }

    enum Create: CreateVerb {
        static let help = VerbHelp(
            .job, "create", "Create a job; it is not started unless --start says so.")

        struct Input: PayloadInput {
            @OptionGroup var payload: PayloadOptions
            @Option(help: "Create through the endpoint of this workflow.") var workflow: String?
            @Flag(help: "Let it start at once, as the service does by itself.") var start = false

            var payloadFile: String? { payload.file }
            var payloadFields: [String: String] { workflow.map { ["workflow": $0] } ?? [:] }
        }

        static func check(_ context: Operation) async throws {
            try await LyticsCatalogue(context).checkWorkflow()
        }

        static func adjust(_ row: inout PlanRow, _ input: Input) {
            row.calls = LyticsJobOperations.adjusted(
                row.calls, namesWorkflow: input.workflow != nil, starts: input.start)
            if input.start {
                row.consequences.append("the job begins to move people's data at once")
            }
        }

        static func remarks(
            _ results: WriteResults, _ input: Input, _ context: Operation
        ) -> [String] {
            input.start ? [] : ["it is not started: `weir lytics jobs resume ID` starts it"]
        }
    }

    enum Update: UpdateVerb {
        static let help = VerbHelp(
            .job, "update", "Change a job; what the payload leaves out stays.")

        struct Input: PayloadInput {
            @OptionGroup var payload: PayloadOptions
            @Option(help: "The job's workflow, where the payload does not say it.")
            var workflow: String?

            var payloadFile: String? { payload.file }
            var payloadFields: [String: String] { workflow.map { ["workflow": $0] } ?? [:] }
        }
    }
}

extension LyticsJobs.List.Input {
    fileprivate func filter(_ operation: Operation) async throws -> LyticsJobOperations.Filter {
        var filter = LyticsJobOperations.Filter()
        filter.workflow = workflow
        if !authID.isEmpty { filter.authIDs = try await operation.find(authID, .auth).map(\.id) }
        let flags = [
            ("show_completed", showCompleted || hidesUnasked),
            ("show_deleted", showDeleted || condition?.isGone == true),
            ("show_hidden", showHidden), ("show_all", showAll), ("show_state", showState),
        ]
        filter.shown = flags.filter(\.1).map(\.0)
        return filter
    }

    /// The state that is asked for, in whichever of Lytics' words.
    fileprivate var condition: LyticsJobCondition? { status.map { LyticsJobCondition($0) } }

    /// Whether jobs in the state that is asked for are listed only with completed ones.
    private var hidesUnasked: Bool {
        guard let condition else { return false }
        return condition.isGone || ["completed", "failed"].contains(condition.word)
    }

    /// What the list leaves out, and which flag shows it.
    fileprivate var leftOut: String? {
        guard !showAll, status == nil else { return nil }
        var parts: [String] = []
        if !showCompleted { parts.append("completed (--show-completed)") }
        if !(showDeleted && showCompleted) {
            parts.append("killed (--show-deleted --show-completed)")
        }
        if !showHidden { parts.append("hidden (--show-hidden)") }
        guard !parts.isEmpty else { return "nothing is left out" }
        return "left out: \(parts.joined(separator: ", ")); --show-all shows everything"
    }
}
