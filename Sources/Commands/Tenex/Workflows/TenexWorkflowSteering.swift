import Diagnostics
import Documents
import Platforms
import Tenex

/// The lifecycle commands of workflows: what each does, what it says, and how much it asks.
struct TenexWorkflowSteering {
    /// The commands.
    enum Verb: String {
        case activate, pause, archive

        /// The state that it leads to.
        var status: String {
            switch self {
            case .activate: "active"
            case .pause: "paused"
            case .archive: "archived"
            }
        }

        /// What a workflow is afterwards: `paused`.
        var done: String { "\(rawValue)d" }
    }

    private let verb: Verb
    private let place: TenexPlace

    init(_ verb: Verb, _ place: TenexPlace) {
        self.verb = verb
        self.place = place
    }

    /// Steers workflows, after a look whether each may go there from where it is.
    func run(_ words: [String], _ writing: WritingOptions) async throws -> ExitStatus {
        let found = place.operation.leaving(
            verb.done, try await place.workflows(words)
        ) { $0.raw["status"]?.text == verb.status }
        var report = Report()
        for workflow in found {
            if let refusal = refusal(workflow) { report.add(refusal) }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        return try await place.operation.carryOut(
            try found.map(intent), writing, command: "tenex workflows \(verb.rawValue)")
    }

    private func refusal(_ workflow: Found) -> Diagnostic? {
        let status = workflow.raw["status"]?.text ?? "unknown"
        let from: [String] =
            switch verb {
            case .activate: ["draft", "paused", "unknown"]
            case .pause: ["active", "unknown"]
            case .archive: ["draft", "active", "paused", "unknown"]
            }
        guard !from.contains(status) else { return nil }
        return .error(
            "tenex/workflow-state",
            "a workflow that is `\(status)` cannot be \(verb.done): \(workflow.title)",
            help: status == "archived" ? "nothing brings an archived workflow back" : nil)
    }

    private func intent(_ workflow: Found) throws -> Intent {
        let speaks = place.speaks
        let (id, address) = (workflow.liveID, workflow.address)
        switch verb {
        case .activate:
            return Intent(
                "activate", workflow, .start,
                [try place.present(speaks.set("active", id, at: address), .updateWorkflow)],
                consequences: ["from now on its triggers start runs"], done: verb.done,
                question: .plain, effect: .lifecycle)
        case .pause:
            return Intent(
                "pause", workflow, .pause,
                [try place.present(speaks.set("paused", id, at: address), .updateWorkflow)],
                consequences: [
                    "no trigger starts a run until it is activated again",
                    "runs under way go on; `weir tenex runs pause --workflow \(workflow.id)` "
                        + "pauses them",
                ], done: verb.done, question: .brief, effect: .lifecycle)
        case .archive:
            return Intent(
                "archive", workflow, .stop,
                [try place.present(speaks.archive(id, at: address), .archiveWorkflow)],
                consequences: [
                    "no run starts any more, and nothing brings the workflow back",
                    "its versions, its triggers and the history of its runs stay",
                ], done: verb.done, question: .typed, effect: .lifecycle)
        }
    }
}
