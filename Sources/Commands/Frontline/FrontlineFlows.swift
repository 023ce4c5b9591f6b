import Frontline
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Conversation flows of Frontline.
    static let conversation: ResourceType = ResourceType(
        "frontline", "flow", isListedWhole: true,
        reader: FrontlineCompletion.owned { .conversation })
}

/// `weir frontline flows`, and the same below `weir frontline agents`: conversations.
struct FrontlineFlows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flows", abstract: "List, draw, edit, publish and copy conversation flows.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
            WriteCommand<Update>.self, WriteCommand<Delete>.self, FrontlineFlowsGraphCommand.self,
            FrontlineFlowsCloneCommand.self, FrontlineNodes.self, FrontlineEdges.self,
        ])
}

extension FrontlineFlows {
    enum List: ListVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.conversation, "list", "List the flows of an agent.")

        struct Input: ParsableArguments {
            @Option(help: "Only flows in this state: \(FrontlineStatus.words).")
            var status: FrontlineStatus?
        }

        static let columns: [Column<LiveObject>] = [
            .id(type: "integer", "The flow's id."),
            .member("name", "name", "What people call it."),
            Column("status", "status", "DRAFT, ACTIVE, PAUSED or ARCHIVED.") {
                $0.observed?.value["status"] ?? .null
            },
            Column(
                "default", "isDefault", type: "boolean",
                "Whether it runs at the start of every conversation."
            ) { ($0.observed?.facts[FrontlineFlowFact.isDefault]).map { .bool($0) } ?? .null },
            .member("runs", "runCount", type: "integer", "How often it ran."),
            .member("updated", "updatedAt", "When it last changed."),
            .member(nil, "description", "What it is for."),
            .member(nil, "service_status", "The state in the service's own word.", "status"),
            .member(nil, "liveSnapshotId", "What conversations walk through."),
            .member(nil, "draftSnapshotId", "What writes change."),
            .member(nil, "createdAt", "When it was made."), .address(),
        ]

        static func list(
            _ input: Input, _ context: FrontlineAgentContext
        ) async throws -> Listing<LiveObject> {
            let all = try await context.all(.conversation).filter { flow in
                input.status.map { flow.state == $0.canonical } ?? true
            }
            return Listing(columns: columns, items: try await whole(all, context))
        }

        /// Lists may leave out which flow is the default; then each is read by itself.
        private static func whole(
            _ flows: [LiveObject], _ context: FrontlineAgentContext
        ) async throws -> [LiveObject] {
            if flows.allSatisfy({ $0.raw["isDefault"] != nil }) { return flows }
            let id = context.id
            let details = try await context.operation.gather(flows) {
                FrontlineFlowOperations.get($0.liveID, of: id)
            }
            return FrontlineFlowOperations.observed(details, of: id, context.account)
                .map { context.operation.live($0, .conversation) }.sorted()
        }
    }

    enum Get: GetVerb {
        typealias Place = FrontlineFlowArgument
        typealias Targets = NoTargets
        static let help = VerbHelp(.conversation, "get", "Show a flow.", aliases: ["describe"])

        struct Input: ParsableArguments {
            @Flag(help: "With the nodes of its draft.") var includeNodes = false
            @Flag(help: "With the nodes that conversations walk through.") var live = false
        }

        static func values(
            _ found: [LiveObject], _ input: Input, _ context: FrontlineFlowContext
        ) async throws -> [Value] {
            guard input.includeNodes || input.live else { return [.object(context.flow.raw)] }
            let request = FrontlineFlowOperations.get(
                context.flow.liveID, of: context.owner.id, nodes: input.live ? .live : .draft)
            return [try await context.operation.read(request, "the nodes of the flow")]
        }
    }

    enum Create: WriteVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(
            .conversation, "create", "Create an empty flow in draft.", example: "--name Returns")

        struct Input: ParsableArguments {
            @Option(help: "What people call it.") var name: String
            @Option(help: "What it is for.") var description: String?
        }

        static func writes(
            _ input: Input, _ context: FrontlineAgentContext
        ) async throws -> [PendingWrite] {
            let fields = Object(texts: ["name": input.name, "description": input.description])
            return [
                try await context.creation(
                    of: .conversation, fields,
                    consequences: [
                        "it is an empty draft; it needs a TRIGGER_INTENT node to begin with",
                        "nobody comes into it before "
                            + "`weir frontline flows update --status ACTIVE`",
                    ])
            ]
        }
    }

    /// The Start flow goes with its agent only.
    enum Delete: WriteVerb {
        typealias Place = FrontlineFlowArgument
        static let help = VerbHelp(
            .conversation, "delete", "Delete a flow; the Start flow goes with its agent only.")

        static func writes(
            _ input: NoInput, _ context: FrontlineFlowContext
        ) throws -> [PendingWrite] {
            let (flow, operation) = (context.flow, context.operation)
            let reason = flow.type.rules.reasonToLeave(context.observed)
            let refusals = [reason].compactMap(\.self).map { reason in
                Diagnostic.error(
                    OperatingCode.immutable, "\(flow.title) cannot be deleted: \(reason)",
                    help: "`weir frontline flows update --status PAUSED` stops it")
            }
            try operation.refuse(refusals, .refused)
            let clone = "`weir frontline flows clone \(flow.id)\(context.owner.option)`"
            return [
                try operation.deletion(
                    of: flow,
                    consequences: [
                        "no call brings it back: apply its file again to make it anew, or keep a "
                            + "copy with \(clone)"
                    ])
            ]
        }
    }
}
