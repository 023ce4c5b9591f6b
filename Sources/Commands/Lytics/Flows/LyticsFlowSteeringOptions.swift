import ArgumentParser
import Platforms

/// What starting and draining flows takes.
struct LyticsFlowSteeringOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.flow))
    var flows: [String]

    /// Reads everything live, makes the intents for the flows that were named, and sends them.
    func run(
        command: String, _ intents: (LyticsFlowSteering, [Found]) throws -> [Intent]
    ) async throws {
        try await operating.run(on: "lytics") { operation in
            let facts = try await LyticsFlowFacts.read(operation)
            let found = try await operation.find(flows, .flow, among: facts.resources)
            let steering = LyticsFlowSteering(facts: facts, operation: operation)
            return try await operation.carryOut(
                try intents(steering, found), writing, command: command)
        }
    }
}
