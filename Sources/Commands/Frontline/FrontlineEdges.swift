import Frontline
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// Edges of a draft, which their flow's file describes.
    static let edge = ResourceType("frontline", "edge", words: "flows edges")
}

/// `weir frontline flows edges`: what follows what in a draft.
struct FrontlineEdges: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edges", abstract: "List, add and remove edges of a draft.",
        subcommands: [ListCommand<List>.self, WriteCommand<Add>.self, WriteCommand<Remove>.self])
}

extension FrontlineEdges {
    enum List: ListVerb {
        typealias Place = FrontlineFlowOptions
        static let help = VerbHelp(.edge, "list", "List the edges of a draft.")

        /// An edge with the keys of its nodes.
        struct Item: Sendable {
            let source: String
            let target: String
            let edge: FrontlineNodeEdge
        }

        static let columns: [Column<Item>] = [
            Column("source", "source", "The key of the node it leaves.") { .text($0.source) },
            Column("handle", "sourceHandle", "The way out it takes.") {
                .text($0.edge.sourceHandle)
            },
            Column("target", "target", "The key of the node it leads to.") { .text($0.target) },
            Column("target handle", "targetHandle", "The way in it takes.") {
                .text($0.edge.targetHandle)
            },
            Column(nil, "sourceId", "The id of the node it leaves.") { .text($0.edge.source) },
            Column(nil, "targetId", "The id of the node it leads to.") { .text($0.edge.target) },
        ]

        static func list(_ input: NoInput, _ context: FrontlineFlowContext) -> Listing<Item> {
            let items = context.nodes.flatMap(\.edges).map { edge in
                Item(
                    source: context.key(of: edge.source), target: context.key(of: edge.target),
                    edge: edge)
            }
            return Listing(columns: columns, items: items)
        }
    }

    enum Add: WriteVerb {
        typealias Place = FrontlineFlowOptions
        static let help = VerbHelp(
            .edge, "add", "Add an edge, or lead a way out elsewhere.",
            example: "--source ask --target tell")

        struct Input: ParsableArguments {
            @Option(help: "The node it leaves: a key, a label or an id.") var source: String
            @Option(help: "The way out it takes.") var sourceHandle = "default"
            @Option(help: "The node it leads to: a key, a label or an id.") var target: String
            @Option(help: "The way in it takes.") var targetHandle = "default"
        }

        static func writes(
            _ input: Input, _ context: FrontlineFlowContext
        ) throws -> [PendingWrite] {
            let (from, to) = (try context.node(input.source), try context.node(input.target))
            let edge = FrontlineNodeEdge(
                source: from.id, sourceHandle: input.sourceHandle, target: to.id,
                targetHandle: input.targetHandle)
            let call = FrontlineFlowOperations.addEdge(
                edge, in: context.observed, at: context.flow.address)
            let old = from.edges.first { $0.sourceHandle == input.sourceHandle }
            let replaced = old.map { edge in
                "it replaces the edge that led to `\(context.key(of: edge.target))`"
            }
            return [
                context.draftWrite(
                    "add", edge.title(in: context), id: "\(from.key) \(input.sourceHandle)",
                    [call], consequences: [replaced].compactMap(\.self))
            ]
        }
    }

    enum Remove: WriteVerb {
        typealias Place = FrontlineFlowOptions
        static let help = VerbHelp(.edge, "remove", "Remove an edge.", example: "--source ask")

        struct Input: ParsableArguments {
            @Option(help: "The node it leaves: a key, a label or an id.") var source: String
            @Option(help: "The way out it takes.") var sourceHandle = "default"
            @Option(help: "The node it leads to, where that is to be made sure of.")
            var target: String?
            @Option(help: "The way in it takes.") var targetHandle = "default"
        }

        static func writes(
            _ input: Input, _ context: FrontlineFlowContext
        ) throws -> [PendingWrite] {
            let from = try context.node(input.source)
            let to = try input.target.map { try context.node($0) }
            let edge = from.edges.first { edge in
                edge.sourceHandle == input.sourceHandle && (to.map { $0.id == edge.target } ?? true)
            }
            guard let edge else {
                context.operation.session.console.talk(
                    "no such edge leaves `\(from.key)` by `\(input.sourceHandle)`; nothing was "
                        + "sent")
                return []
            }
            let call = FrontlineFlowOperations.removeEdge(
                edge, in: context.observed, at: context.flow.address)
            return [
                context.draftWrite(
                    "remove", edge.title(in: context), id: "\(from.key) \(input.sourceHandle)",
                    [call],
                    consequences: ["the conversation ends at `\(from.key)` where it took this way"])
            ]
        }
    }
}

extension FrontlineNodeEdge {
    /// ``edge `ask` → `tell` by `default` ``.
    fileprivate func title(in context: FrontlineFlowContext) -> String {
        let (from, to) = (context.key(of: source), context.key(of: target))
        return "edge `\(from)` → `\(to)` by `\(sourceHandle)`"
    }
}
