import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows nodes delete NODE`: removes a node and the edges at it.
struct FrontlineNodesDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a node of a draft with the edges at it.")

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "A key, a label or a node id.") var node: String

    func run() async throws {
        try await flow.run { place in
            let node = try place.node(node)
            let edges = place.nodes.flatMap(\.edges)
                .filter { $0.source == node.id || $0.target == node.id }
                .map { "`\(place.key(of: $0.source))` → `\(place.key(of: $0.target))`" }
            let call = FrontlineFlowOperations.deleteNode(.text(node.id), in: place.observed)
            let intent = place.draftWrite(
                "delete", "node `\(node.key)`", id: node.id, [call], done: "deleted",
                consequences: edges.isEmpty
                    ? [] : ["its edges go with it: \(edges.joined(separator: ", "))"])
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline flows nodes delete")
        }
    }
}
