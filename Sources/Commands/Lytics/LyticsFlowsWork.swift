import Lytics
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// The works of export steps, which their flow's file describes.
    static let work = ResourceType("lytics", "work", words: "flows work")
}

/// `weir lytics flows work`: what the export steps of a flow do.
struct LyticsFlowsWorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Create and publish the work of export steps.",
        subcommands: [WriteCommand<Create>.self, WriteCommand<Publish>.self])
}

extension LyticsFlowsWorkCommand {
    enum Create: WriteVerb {
        static let help = VerbHelp(
            .work, "create", "Create the work of an export step, unpublished.",
            example: "flow/welcome_series send_offer -f work.json")

        struct Input: ParsableArguments {
            @OptionGroup var payload: PayloadOptions
            @OptionGroup var step: StepArguments
        }

        static func writes(_ input: Input, _ context: Operation) async throws -> [PendingWrite] {
            let step = try await input.step.find(context)
            let session = context.session
            let config = try session.free(
                session.payload(input.payload.file, of: .job), as: "work")
            if let workflow = config["workflow"]?.text {
                try await LyticsCatalogue(context).check(workflow: workflow)
            }
            let (flow, slug) = (step.flow, step.slug)
            let call = LyticsFlowOperations.createWork(
                flow.liveID, step: step.number, config: config, of: flow.address)
            return [
                PendingWrite(
                    "create work of `\(slug)` in", flow, .update, [call],
                    consequences: [
                        "it does nothing until it is published: "
                            + "`weir lytics flows work publish \(flow.id) \(slug)`"
                    ], done: "created the work of `\(slug)` in")
            ]
        }
    }

    enum Publish: WriteVerb {
        typealias Input = StepArguments
        static let help = VerbHelp(
            .work, "publish", "Publish the work of an export step.",
            example: "flow/welcome_series send_offer")

        static func writes(
            _ input: StepArguments, _ context: Operation
        ) async throws -> [PendingWrite] {
            let step = try await input.find(context)
            let call = LyticsFlowOperations.publishWork(step.flow.liveID, step: step.number)
            return [
                PendingWrite(
                    "publish the work of `\(step.slug)` in", step.flow, .update, [call],
                    consequences: [
                        "the step sends for everybody who comes to it once the flow runs"
                    ], done: "published the work of `\(step.slug)` in")
            ]
        }
    }

    /// A step of a live flow.
    struct StepArguments: ParsableArguments {
        @Argument(help: "An id, a label or an address.", completion: LiveIDs.completion(.flow))
        var flow: String
        @Argument(help: "The step's slug or number.") var step: String

        /// The flow, and the step's slug and number; an unknown one names the nearest.
        fileprivate func find(
            _ operation: Operation
        ) async throws -> (flow: LiveObject, slug: String, number: Value) {
            let flow = try await operation.find(flow, .flow)
            let written = flow.observed?.draft ?? flow.observed
            let numbers = written?.facts[LyticsFlowFact.numbers] ?? [:]
            if let number = numbers[step] { return (flow, step, number) }
            if let number = Int64(step),
                let member = numbers.first(where: { $0.value == .int(number) })
            {
                return (flow, member.key, member.value)
            }
            let nearest = Suggestion.nearest(to: step, among: numbers.keys)
            let slugs = numbers.keys.map { "`\($0)`" }.joined(separator: ", ")
            throw Failure(
                .failed,
                .error(
                    LyticsCode.unknownStep, "\(flow.title) has no step `\(step)`",
                    notes: ["its steps are \(slugs)"],
                    help: nearest.map { "did you mean `\($0)`?" }))
        }
    }
}
