import Frontline
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Nodes of a draft, which their flow's file describes.
    static let node = ResourceType("frontline", "node", words: "flows nodes")
}

/// `weir frontline flows nodes`: the nodes of a draft.
struct FrontlineNodes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nodes", abstract: "List, make, change and delete nodes of a draft.",
        subcommands: [
            ListCommand<List>.self, WriteCommand<Create>.self, WriteCommand<Update>.self,
            WriteCommand<Delete>.self,
        ])
}

extension FrontlineNodes {
    enum List: ListVerb {
        typealias Place = FrontlineFlowOptions
        static let help = VerbHelp(.node, "list", "List the nodes of a draft.")

        /// A node with the keys of what follows it.
        struct Item: Sendable, HasMembers {
            let node: FrontlineLiveNode
            let ways: [(handle: String, target: String)]

            func member(_ name: String) -> Value? { node.raw[name] }
        }

        static let columns: [Column<Item>] = [
            Column("key", "key", "What files and commands call it.") { .text($0.node.key) },
            Column("type", "type", "What it does.") { .text($0.node.type) },
            .member("alias", "alias", "The label that people see."),
            Column("leads to", "ways", type: "array", "Where its ways lead, by handle.") { row in
                .list(row.ways.map { .text($0 == "default" ? $1 : "\($0): \($1)") })
            },
            Column("node id", "nodeId", "The platform's id of it.") { .text($0.node.id) },
            .member(nil, "position", type: "object", "Where the canvas shows it."),
            .member(nil, "data", type: "object", "What it works with."),
        ]

        static func list(_ input: NoInput, _ context: FrontlineFlowContext) -> Listing<Item> {
            let items = context.nodes.map { node in
                Item(
                    node: node,
                    ways: node.edges.map { ($0.sourceHandle, context.key(of: $0.target)) })
            }
            return Listing(columns: columns, items: items)
        }
    }

    enum Create: WriteVerb {
        typealias Place = FrontlineFlowOptions
        typealias Input = FrontlineDataOptions
        static let help = VerbHelp(
            .node, "create", "Make a node in the draft of a flow.",
            discussion: """
                The payload is the platform's own JSON, with or without `{"node": …}` around it. \
                `name` carries the node's key, by which files and commands know it; without one \
                the `nodeId` is used. What files may leave out is filled in. A START is there from \
                the beginning and only named.
                """, example: "-f node.json")

        static func writes(
            _ input: FrontlineDataOptions, _ context: FrontlineFlowContext
        ) async throws -> [PendingWrite] {
            let given = try await context.resolving(
                try input.object(context.operation.session, of: .conversation, as: "node"))
            let draft = FrontlineNodeDraft(
                given, among: context.nodes, of: context.owner.id,
                try await context.speaking(of: given))
            if draft.body["type"] == "START",
                let start = context.nodes.first(where: { $0.type == "START" })
            {
                return naming(start, draft, context)
            }
            try refuseTaken(draft, context)
            return [making(draft, context)]
        }

        private static func making(
            _ draft: FrontlineNodeDraft, _ context: FrontlineFlowContext
        ) -> PendingWrite {
            let address = context.flow.address
            let made = Slot(address.text, "node.\(draft.key)")
            let call = FrontlineFlowOperations.createNode(
                draft.body, in: context.observed, at: address, made: made)
            let label = draft.label.map { label in
                FrontlineFlowOperations.updateNode(
                    .captured(made), ["alias": label], in: context.observed, at: address)
            }
            var write = context.draftWrite(
                "make", "node `\(draft.key)`", id: draft.key, [call] + (label.map { [$0] } ?? []))
            write.made = made
            return write
        }

        private static func refuseTaken(
            _ draft: FrontlineNodeDraft, _ context: FrontlineFlowContext
        ) throws {
            guard context.nodes.contains(where: { $0.key == draft.key }) else { return }
            throw Failure(
                .failed,
                .error(
                    OperatingCode.existsAlready,
                    "\(context.flow.title) has a node of this key already: `\(draft.key)`",
                    help: "change it with `weir frontline flows nodes update \(draft.key)`, or "
                        + "give another `name`"))
        }

        /// Names the START that every default flow is born with.
        private static func naming(
            _ start: FrontlineLiveNode, _ draft: FrontlineNodeDraft,
            _ context: FrontlineFlowContext
        ) -> [PendingWrite] {
            guard start.key != draft.key else {
                context.operation.session.console.talk(
                    "\(context.flow.title) was born with its START node `\(start.key)`; nothing "
                        + "was sent")
                return []
            }
            let call = FrontlineFlowOperations.updateNode(
                .text(start.id), ["name": .text(draft.key)], in: context.observed,
                at: context.flow.address)
            return [
                context.draftWrite(
                    "name", "START node `\(draft.key)`", id: start.id, [call],
                    consequences: ["the flow was born with its START, so none is made"])
            ]
        }
    }

    enum Update: WriteVerb {
        typealias Place = FrontlineFlowOptions
        static let help = VerbHelp(
            .node, "update", "Change a node of a draft; what the payload leaves out stays.",
            example: "ask -f node.json")

        struct Input: ParsableArguments {
            @OptionGroup var data: FrontlineDataOptions
            @Argument(help: "A key, a label or a node id.") var node: String
        }

        static func writes(
            _ input: Input, _ context: FrontlineFlowContext
        ) async throws -> [PendingWrite] {
            let given = try await context.resolving(
                try input.data.object(context.operation.session, of: .conversation, as: "node"))
            let node = try context.node(input.node)
            let account = try await context.speaking(of: given)
            let call = FrontlineFlowOperations.updateNode(
                .text(node.id), node.changed(by: given, account), in: context.observed,
                at: context.flow.address)
            return [context.draftWrite("change", "node `\(node.key)`", id: node.id, [call])]
        }
    }

    enum Delete: WriteVerb {
        typealias Place = FrontlineFlowOptions
        static let help = VerbHelp(
            .node, "delete", "Delete a node of a draft with the edges at it.", example: "ask")

        struct Input: ParsableArguments {
            @Argument(help: "A key, a label or a node id.") var node: String
        }

        static func writes(
            _ input: Input, _ context: FrontlineFlowContext
        ) throws -> [PendingWrite] {
            let node = try context.node(input.node)
            let edges = context.nodes.flatMap(\.edges)
                .filter { $0.source == node.id || $0.target == node.id }
                .map { "`\(context.key(of: $0.source))` → `\(context.key(of: $0.target))`" }
            let call = FrontlineFlowOperations.deleteNode(.text(node.id), in: context.observed)
            return [
                context.draftWrite(
                    "delete", "node `\(node.key)`", id: node.id, [call],
                    consequences: edges.isEmpty
                        ? [] : ["its edges go with it: \(edges.joined(separator: ", "))"])
            ]
        }
    }
}
