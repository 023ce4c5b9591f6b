import ArgumentParser
import Platforms

/// `weir lytics flows drain ID…`: lets nobody in any more; people inside finish.
struct LyticsFlowsDrainCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain", abstract: "Let nobody in any more; people inside finish.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.flow))
    var flows: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let facts = try await LyticsFlowFacts.read(operation)
            let found = try await operation.find(flows, .flow, among: facts.resources)
            let steering = LyticsFlowSteering(facts: facts, operation: operation)
            return try await operation.carryOut(
                try steering.drains(found), writing, command: "lytics flows drain")
        }
    }
}
