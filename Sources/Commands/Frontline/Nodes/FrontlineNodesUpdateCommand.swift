import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows nodes update NODE --data JSON`: changes a node of the draft.
struct FrontlineNodesUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change a node of a draft; what the payload leaves out stays.")

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var data: FrontlineDataOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "A key, a label or a node id.") var node: String

    func run() async throws {
        try await flow.run { place in
            let given = try data.object(place.operation.session, of: .conversation, as: "node")
            let node = try place.node(node)
            let call = FrontlineFlowOperations.updateNode(
                .text(node.id), node.changed(by: given), in: place.observed,
                at: place.flow.address)
            let intent = place.draftWrite(
                "change", "node `\(node.key)`", id: node.id, [call], done: "changed")
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline flows nodes update")
        }
    }
}
