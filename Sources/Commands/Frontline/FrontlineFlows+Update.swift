import Frontline
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension FrontlineFlows {
    /// Names a flow, publishes it, pauses it.
    enum Update: WriteVerb {
        typealias Place = FrontlineFlowArgument
        static let help = VerbHelp(
            .conversation, "update",
            "Name or describe a flow, publish it (--status ACTIVE) or pause it.",
            example: "flow/order_status --status ACTIVE")

        struct Input: ParsableArguments {
            @Option(help: "The new name.") var name: String?
            @Option(help: "The new description.") var description: String?
            @Option(help: "\(FrontlineStatus.words); ACTIVE publishes the draft.")
            var status: FrontlineStatus?

            func validate() throws {
                guard name == nil, description == nil, status == nil else { return }
                throw ValidationError("say what to change: --name, --description or --status")
            }
        }

        static func writes(
            _ input: Input, _ context: FrontlineFlowContext
        ) async throws -> [PendingWrite] {
            let isNamed = input.name != nil || input.description != nil
            let naming =
                isNamed
                ? [
                    FrontlineFlowOperations.rename(
                        context.observed, name: input.name, description: input.description)
                ] : []
            let notes = FrontlineFlowOperations.notes(on: context.observed)
            guard let status = input.status?.canonical else {
                return [
                    PendingWrite(
                        "update", context.flow, .update, naming,
                        consequences: ["it acts at once"] + notes)
                ]
            }
            let steps = try await steps(to: status, input, context)
            return [
                PendingWrite(
                    step(to: status, context), context.flow, naming + steps.calls,
                    adding: further(status, context) + (steps.notes.isEmpty ? notes : steps.notes))
            ]
        }

        private static func steps(
            to status: String, _ input: Input, _ context: FrontlineFlowContext
        ) async throws -> ChangeCalls {
            let steps = FrontlineFlowOperations.steer(
                context.observed, at: context.flow.address, to: status, name: input.name,
                try await context.speaking())
            let help = "`--status PAUSED` stops the flow, `weir frontline flows delete` ends it"
            try context.operation.refuse(
                steps.refusals.prefix(1).map { .error($0.code, $0.message, help: help) }, .refused)
            return steps
        }

        /// The step of the lifecycle; a flow that runs is published, and any other is told again.
        private static func step(
            to status: String, _ context: FrontlineFlowContext
        ) -> Lifecycle.Transition {
            let lifecycle = context.flow.type.lifecycle
            let steps = ((lifecycle?.transitions ?? []) + (lifecycle?.manual ?? []))
                .filter { $0.to == status }
            guard var step = steps.first(where: { $0.from.contains(context.status) }) ?? steps.first
            else { preconditionFailure("every status that can be asked for has a step") }
            guard !step.from.contains(context.status) else { return step }
            if lifecycle?.running.contains(status) == true {
                step.verb = lifecycle?.publishing ?? step.verb
            } else {
                step.consequence = "it is so already, and is told so again"
            }
            return step
        }

        /// What becomes of the version that is published.
        private static func further(
            _ status: String, _ context: FrontlineFlowContext
        ) -> [String] {
            guard context.liveSnapshot != nil else { return [] }
            guard status == "ACTIVE" else { return ["\(context.publishing) is the way back"] }
            return [context.flow.type.lifecycle?.superseding].compactMap(\.self)
        }

        /// Says what came of publishing, by the snapshots before and after.
        static func remarks(
            _ results: WriteResults, _ input: Input, _ context: FrontlineFlowContext
        ) -> [String] {
            let before = context.liveSnapshot
            guard input.status == .active,
                let flow = results.results.first?.object?.object,
                let after = FrontlineFlowOperations.liveSnapshot(in: flow), after != before
            else { return [] }
            let old = before.map { ", which was `\($0)` before" } ?? ", the first one"
            return ["the draft is published: the live snapshot is `\(after)`\(old)"]
        }
    }
}

/// A state of a flow as people type it, in either vocabulary, in upper or lower case.
enum FrontlineStatus: String, CaseIterable, ExpressibleByArgument {
    case draft = "DRAFT"
    case active = "ACTIVE"
    case paused = "PAUSED"
    case suspended = "SUSPENDED"
    case archived = "ARCHIVED"

    init?(argument: String) { self.init(rawValue: argument.uppercased()) }

    /// The word of files.
    var canonical: String { self == .suspended ? "PAUSED" : rawValue }

    /// All words, for help.
    static let words = allCases.map(\.rawValue).joined(separator: ", ")
}
