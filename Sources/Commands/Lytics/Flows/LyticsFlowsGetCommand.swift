import ArgumentParser
import Documents
import Platforms

/// `weir lytics flows get ID…`: flows as step chains, or as data.
struct LyticsFlowsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Draw flows as step chains.")

    static let output = OutputSchema.list(of: OutputSchema.live(Noun.flow.rules))

    @OptionGroup var operating: OperatingOptions
    @Option(help: "How to print: text, json, mermaid or dot.") var format: DrawingFormat = .text
    @Option(help: "This version instead of the newest.") var version: Int?
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.flow))
    var flows: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let facts = try await LyticsFlowFacts.read(operation)
            let found = try await operation.find(flows, .flow, among: facts.resources)
            var shown: [LyticsFlowPicture] = []
            for flow in found {
                let whole = try await facts.whole(flow, version: version, operation)
                shown.append(LyticsFlowPicture(flow: whole, facts: facts, operation: operation))
            }
            operation.session.console.data(
                format.show(
                    shown.map { ($0.head, $0.graph) }, json: .list(shown.map(\.json)),
                    style: operation.session.style()))
            return .done
        }
    }
}
