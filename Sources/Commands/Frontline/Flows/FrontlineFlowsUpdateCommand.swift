import ArgumentParser
import Diagnostics
import Documents
import Frontline
import Platforms

/// `weir frontline flows update [FLOW]`: names a flow, publishes it, pauses it.
struct FrontlineFlowsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Name or describe a flow, publish it (--status ACTIVE) or pause it.")

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowArgument
    @OptionGroup var writing: WritingOptions
    @Option(help: "The new name.") var name: String?
    @Option(help: "The new description.") var description: String?
    @Option(help: "\(FrontlineStatus.words); ACTIVE publishes the draft.")
    var status: FrontlineStatus?

    func validate() throws {
        if name == nil, description == nil, status == nil {
            throw ValidationError("say what to change: --name, --description or --status")
        }
    }

    func run() async throws {
        try await flow.run { place in
            let intent =
                if let status { try await steering(to: status, place) } else { naming(place) }
            let command = "frontline flows update"
            guard
                let deed = try await place.operation.deliver(intent, writing, command: command)
            else { return .failed }
            var written = Written()
            written.deeds = [deed]
            let operation = place.operation
            operation.session.console.data(
                writing.format.show(written, style: operation.session.style()))
            if status == .active { report(deed, place) }
            return .done
        }
    }

    private var isNamed: Bool { name != nil || description != nil }

    private func naming(_ place: FrontlineFlowPlace) -> Intent {
        Intent(
            "update", place.flow, .update, [rename(place)],
            consequences: ["it acts at once"] + FrontlineFlowOperations.notes(on: place.observed),
            done: "updated", question: .plain, effect: .content)
    }

    private func rename(_ place: FrontlineFlowPlace) -> Call {
        FrontlineFlowOperations.rename(place.observed, name: name, description: description)
    }

    private func steering(
        to status: FrontlineStatus, _ place: FrontlineFlowPlace
    ) async throws -> Intent {
        let account = try await place.speaking()
        let flow = place.flow
        let steps = FrontlineFlowOperations.steer(
            place.observed, at: flow.address, to: status.canonical, name: name, account)
        if let refusal = steps.refusals.first {
            throw Failure(
                .refused,
                .error(
                    refusal.code, refusal.message,
                    help: "`--status PAUSED` stops the flow, `weir frontline flows delete` ends it"
                ))
        }
        let words = FrontlineFlowSteps.words(to: status.canonical, of: place)
        return Intent(
            words.verb, flow, FrontlineFlowOperations.action(to: status.canonical),
            (isNamed ? [rename(place)] : []) + steps.calls,
            consequences: words.consequences + FrontlineFlowOperations.notes(on: place.observed),
            done: words.done, question: .plain, effect: .lifecycle)
    }

    /// Says what came of publishing, by the snapshots before and after.
    private func report(_ deed: Written.Deed, _ place: FrontlineFlowPlace) {
        let after = deed.object?["liveSnapshotId"]?.text
        let before = place.liveSnapshot
        guard let after, after != before else { return }
        let old = before.map { ", which was `\($0)` before" } ?? ", the first one"
        place.operation.session.console.talk(
            "the draft is published: the live snapshot is `\(after)`\(old)")
    }
}
