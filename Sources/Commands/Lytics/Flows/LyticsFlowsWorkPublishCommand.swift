import ArgumentParser
import Lytics
import Platforms

/// `weir lytics flows work publish ID STEP`: lets the work of an export step begin.
struct LyticsFlowsWorkPublishCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish the work of an export step.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a label or an address.", completion: LiveIDs.completion(.flow))
    var flow: String
    @Argument(help: "The step's slug or number.") var step: String

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(flow, .flow)
            let (slug, number) = try LyticsFlowStep.find(step, in: found)
            let call = LyticsFlowOperations.publishWork(found.liveID, step: number)
            let intent = Intent(
                "publish the work of `\(slug)` in", found, .update, [call],
                consequences: ["the step sends for everybody who comes to it once the flow runs"],
                done: "published the work of `\(slug)` in", question: .plain, effect: .content)
            return try await operation.carryOut(
                [intent], writing, command: "lytics flows work publish")
        }
    }
}
