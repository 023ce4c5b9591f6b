import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics flows delete ID`: ends every version at once, or one of them.
struct LyticsFlowsDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete flows with all versions, or one version.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "Only this version.") var version: Int?
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.flow))
    var flows: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let facts = try await LyticsFlowFacts.read(operation)
            let found = try await operation.find(flows, .flow, among: facts.resources)
            var intents: [Intent] = []
            for flow in found {
                let whole = try await facts.whole(flow, version: version, operation)
                intents.append(intent(flow, state: whole.state, operation))
            }
            return try await operation.carryOut(
                intents, writing, command: "lytics flows delete")
        }
    }

    private func intent(_ flow: Found, state: String, _ operation: Operation) -> Intent {
        let change = flow.change(.delete, account: operation.account)
        let calls =
            version.map { [LyticsFlowOperations.delete(flow.liveID, version: $0)] }
            ?? flow.noun.rules.calls(for: change).calls
        let words = flow.noun.rules.lifecycle?.deletion[state]
        var consequences = words.map { [$0] } ?? []
        if let version {
            consequences = ["version \(version), which is \(state), is deleted for good"]
        }
        if state == "running" {
            consequences.append(
                "`weir lytics flows drain \(flow.id)` lets people inside finish instead")
        }
        return Intent(
            "delete", flow, .delete, calls, consequences: consequences, done: "deleted",
            question: .typed, effect: .deletion)
    }
}
