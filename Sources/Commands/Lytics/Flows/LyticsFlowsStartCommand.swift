import ArgumentParser
import Diagnostics
import Platforms

/// `weir lytics flows start ID…`: lets drafts take people in.
struct LyticsFlowsStartCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start drafts; there is no way back but to drain them.")

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
                try steering.starts(found), writing, command: "lytics flows start")
        }
    }
}
