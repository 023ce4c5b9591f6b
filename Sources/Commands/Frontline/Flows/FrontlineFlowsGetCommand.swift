import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows get [FLOW]`: one flow as the platform shows it.
struct FrontlineFlowsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a flow.", aliases: ["describe"])

    static let output = OutputSchema.list(of: OutputSchema.live(Noun.conversation.rules))

    @OptionGroup var flow: FrontlineFlowArgument
    @OptionGroup var reading: ReadingOptions
    @Flag(help: "With the nodes of its draft.") var includeNodes = false
    @Flag(help: "With the nodes that conversations walk through.") var live = false

    func run() async throws {
        try await flow.run { place in
            var value = Value.object(place.flow.raw)
            if includeNodes || live {
                let request = FrontlineFlowOperations.get(
                    place.flow.liveID, of: place.place.id, nodes: live ? .live : .draft)
                value = try await place.operation.read(request, "the nodes of the flow")
            }
            place.operation.show(Details(values: [value]), reading)
            return .done
        }
    }
}
