import Lytics
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Flows of Lytics.
    static let flow = ResourceType(
        "lytics", "flow", finish: LyticsFlows.finishing)
}

/// `weir lytics flows`: journeys.
struct LyticsFlows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flows", abstract: "List, draw and steer flows.",
        subcommands: [
            ListCommand<List>.self, LyticsFlowsGetCommand.self, WriteCommand<Create>.self,
            UpdateCommand<Update>.self, SteerCommand<Delete>.self, SteerCommand<Start>.self,
            SteerCommand<Drain>.self, LyticsFlowsWorkCommand.self, LyticsFlowsStatesCommand.self,
        ])
}

extension LyticsFlows {
    /// Works that were not given or published have commands of their own.
    @Sendable fileprivate static func finishing(_ id: String, _ undone: [FieldPath]) -> [String] {
        let (works, steps) = (
            LyticsFlowOperations.unconfigured(undone), LyticsFlowOperations.unpublished(undone)
        )
        let command = ResourceType.flow.command
        let isAll = !undone.isEmpty && works.count + steps.count == undone.count
        return works.map { "\(command) work create \(id) \($0) -f WORK" }
            + steps.map { "\(command) work publish \(id) \($0)" }
            + (isAll ? [] : ["\(command) update \(id) -f FILE"])
    }

    enum List: ListVerb {
        static let help = VerbHelp(.flow, "list", "List flows by the version that acts on people.")

        struct Input: ParsableArguments {
            @Option(help: "Only flows in this state: draft, running, draining or deleted.")
            var state: String?

            func validate() throws {
                let states = LyticsFlowStates.words + [LyticsFlowStates.deleted]
                guard let state, !states.contains(state) else { return }
                throw ValidationError("--state is one of \(states.joined(separator: ", "))")
            }
        }

        static let columns: [Column<LiveObject>] = [
            .id("The flow's id."), .member("label", "label", "What people call it."),
            Column("state", "state", "draft, running or draining.") { .text($0.state) },
            Column(
                "version", "version", type: "integer",
                "The version that acts on people, or the newest."
            ) {
                ($0.observed?.facts[LyticsFlowFact.version]).map { .int($0) } ?? .null
            },
            Column(nil, "draft_version", type: "integer", "A newer version in draft beside it.") {
                ($0.observed?.facts[LyticsFlowFact.draftVersion]).map { .int($0) } ?? .null
            },
            Column("steps", "steps", type: "integer", "How many steps it has.") { flow in
                .int(Int64(flow.observed.map(LyticsFlowOperations.stepCount) ?? 0))
            },
            .address("managed by"),
        ]

        static func list(
            _ input: Input, _ context: Operation
        ) async throws -> Listing<LiveObject> {
            if input.state == LyticsFlowStates.deleted { return try await deleted(context) }
            let flows = try await context.all(.flow)
                .filter { input.state == nil || $0.state == input.state }
            var list = Listing(columns: columns, items: flows)
            list.hints = flows.compactMap { flow in
                LyticsFlowStates.draft(beside: flow).map { "\(flow.title): \($0)" }
            }
            return list
        }

        /// The deleted flows that the service lists, if it keeps any.
        private static func deleted(_ context: Operation) async throws -> Listing<LiveObject> {
            let request = LyticsFlowOperations.list(context.account)
            let shown = LyticsFlowOperations.deleted(
                in: try await context.read(request, "the flows"), context.account)
            var list = Listing(columns: columns, items: shown.map { context.live($0, .flow) })
            if shown.isEmpty {
                list.hints = [
                    "the service lists no deleted flow; where it keeps them, "
                        + "`weir lytics flows get ID` shows one"
                ]
            }
            return list
        }
    }

    enum Create: CreateVerb {
        static let help = VerbHelp(
            .flow, "create", "Create a flow as a draft, with the works of its steps.")

        static func check(_ context: Operation) throws {
            try LyticsFlowStates.checkCreation(context.payload)
        }

        static func adjust(_ row: inout PlanRow, _ input: PayloadOptions) {
            row.consequences.append(
                "it is a draft: `weir lytics flows start \(row.address.id)` starts it")
        }
    }

    enum Update: UpdateVerb {
        typealias Input = PayloadOptions
        static let help = VerbHelp(
            .flow, "update",
            "Change a flow; changed steps of a running one are a new version in draft.")

        static func check(_ flow: LiveObject, _ context: Operation) throws {
            try LyticsFlowStates.checkUpdate(context.payload, of: flow)
        }

        static func adjust(_ row: inout PlanRow) {
            guard row.action == .newVersion else { return }
            row.consequences.append(
                "the running version goes on; `weir lytics flows start` lets this one take "
                    + "over, and the other drains")
        }
    }

    enum Start: StepVerb {
        typealias Place = AccountOptions<LyticsFlowFacts>
        static let help = VerbHelp(
            .flow, "start", "Start drafts; there is no way back but to drain them.")

        static func isDone(_ flow: LiveObject) -> Bool {
            flow.observed?.draft == nil && flow.isDone(help.name)
        }

        static func refusals(_ flow: LiveObject, _ context: LyticsFlowFacts) -> [Diagnostic] {
            let draft = context.draft(of: flow)
            if let refusal = LyticsFlowStates.refusal(draft, to: "running") { return [refusal] }
            return context.problems(of: draft)
        }

        static func calls(
            _ step: Lifecycle.Transition, _ flow: LiveObject, _ context: LyticsFlowFacts
        ) throws -> [Call] { try context.calls(step, context.draft(of: flow)) }

        static func consequences(_ flow: LiveObject, _ context: LyticsFlowFacts) -> [String] {
            LyticsFlowStates.starting(flow) + context.started(context.draft(of: flow))
        }
    }

    enum Drain: StepVerb {
        typealias Place = AccountOptions<LyticsFlowFacts>
        static let help = VerbHelp(.flow, "drain", "Let nobody in any more; people inside finish.")

        static func refusals(_ flow: LiveObject, _ context: LyticsFlowFacts) -> [Diagnostic] {
            [LyticsFlowStates.refusal(flow, to: "draining")].compactMap(\.self)
        }

        static func calls(
            _ step: Lifecycle.Transition, _ flow: LiveObject, _ context: LyticsFlowFacts
        ) throws -> [Call] { try context.calls(step, flow) }

        static func consequences(_ flow: LiveObject, _ context: LyticsFlowFacts) -> [String] {
            context.drained(flow) + [LyticsFlowStates.draft(beside: flow)].compactMap(\.self)
        }
    }

    enum Delete: SteerVerb {
        typealias Place = AccountOptions<LyticsFlowFacts>
        static let help = VerbHelp(
            .flow, "delete", "Delete flows with all versions, or one version.")

        struct Input: ParsableArguments {
            @Option(help: "Only this version.") var version: Int?
        }

        static func writes(
            _ flows: [LiveObject], _ input: Input, _ context: LyticsFlowFacts
        ) async throws -> [PendingWrite] {
            var writes: [PendingWrite] = []
            for flow in flows {
                let state = try await context.whole(flow, version: input.version).state
                let drain =
                    state == "running"
                    ? ["`weir lytics flows drain \(flow.id)` lets people inside finish instead"]
                    : []
                let draft = [LyticsFlowStates.draft(beside: flow)].compactMap(\.self)
                var write = try context.operation.deletion(of: flow, consequences: draft + drain)
                if let version = input.version {
                    write.row.calls = [LyticsFlowOperations.delete(flow.liveID, version: version)]
                    write.row.consequences =
                        ["version \(version), which is \(state), is deleted for good"] + drain
                }
                writes.append(write)
            }
            return writes
        }
    }
}
