import ArgumentParser
import Documents
import Platforms

/// `weir lytics flows get ID…`: flows as step chains, or as data.
struct LyticsFlowsGetCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Draw flows as step chains.")

    static let examples = [
        "lytics flows get welcome_series",
        "lytics flows get welcome_series --version 2",
    ]
    static let output = OutputSchema.list(of: OutputSchema.live(ResourceType.flow.rules))

    @OptionGroup var place: AccountOptions<LyticsFlowFacts>
    @Option(help: "How to print: text, json, mermaid or dot.") var format: DrawingFormat = .text
    @Option(help: "This version instead of the one that acts on people.") var version: Int?
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.flow))
    var flows: [String]

    func run() async throws {
        try await place.open("lytics", nil) { facts in
            var shown: [LyticsFlowPicture] = []
            for flow in try await facts.find(flows, .flow) {
                let whole = try await facts.whole(flow, version: version)
                shown.append(LyticsFlowPicture(flow: whole, facts: facts))
            }
            let session = facts.operation.session
            session.console.data(
                format.show(
                    shown.map { ($0.head, $0.graph) }, json: .list(shown.map(\.json)),
                    style: session.style()))
            return .done
        }
    }
}
