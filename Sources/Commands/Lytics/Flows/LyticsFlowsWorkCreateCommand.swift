import ArgumentParser
import Diagnostics
import Documents
import Lytics
import Platforms

/// `weir lytics flows work create ID STEP -f FILE`: makes the work of an export step.
struct LyticsFlowsWorkCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create the work of an export step, unpublished.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var payload: PayloadOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a label or an address.", completion: LiveIDs.completion(.flow))
    var flow: String
    @Argument(help: "The step's slug or number.") var step: String

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(flow, .flow)
            let (slug, number) = try LyticsFlowStep.find(step, in: found)
            let session = operation.session
            let config = try session.free(session.payload(payload.file, of: .job), as: "work")
            try await check(config, operation)
            let call = LyticsFlowOperations.createWork(
                found.liveID, step: number, config: config, of: found.address)
            let intent = Intent(
                "create work of `\(slug)` in", found, .update, [call],
                consequences: [
                    "it does nothing until it is published: "
                        + "`weir lytics flows work publish \(found.id) \(slug)`"
                ], done: "created the work of `\(slug)` in", question: .plain, effect: .content)
            return try await operation.carryOut(
                [intent], writing, command: "lytics flows work create")
        }
    }

    private func check(_ config: Value, _ operation: Operation) async throws {
        guard let workflow = config["workflow"]?.text else { return }
        try await LyticsCatalogue(operation).check(workflow: workflow)
    }
}
