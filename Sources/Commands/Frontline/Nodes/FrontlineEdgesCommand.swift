import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows edges`: what follows what in a draft.
struct FrontlineEdgesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edges", abstract: "List, add and remove edges of a draft.",
        subcommands: [
            FrontlineEdgesListCommand.self, FrontlineEdgesAddCommand.self,
            FrontlineEdgesRemoveCommand.self,
        ])
}

/// `weir frontline flows edges list`: every edge of a draft.
struct FrontlineEdgesListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the edges of a draft.")

    static let output = Listing.schema(columns)

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var list: FrontlineListOptions

    func run() async throws {
        try await flow.run { place in
            let rows = place.nodes.flatMap(\.edges).map { edge in
                Row(
                    source: place.key(of: edge.source), target: place.key(of: edge.target),
                    edge: edge)
            }
            list.show(Listing(columns: Self.columns, items: rows), place.operation)
            return .done
        }
    }

    private struct Row: Sendable {
        let source: String
        let target: String
        let edge: FrontlineNodeEdge
    }

    private static let columns: [Column<Row>] = [
        Column("source", "source", "The key of the node it leaves.") { .text($0.source) },
        Column("handle", "sourceHandle", "The way out it takes.") { .text($0.edge.sourceHandle) },
        Column("target", "target", "The key of the node it leads to.") { .text($0.target) },
        Column("target handle", "targetHandle", "The way in it takes.") {
            .text($0.edge.targetHandle)
        },
        Column(nil, "sourceId", "The id of the node it leaves.") { .text($0.edge.source) },
        Column(nil, "targetId", "The id of the node it leads to.") { .text($0.edge.target) },
    ]
}
