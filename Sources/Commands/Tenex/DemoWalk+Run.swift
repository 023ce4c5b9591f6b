import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Reconciling
import Tenex

extension DemoWalk {
    /// The lead that the demo's run is about; the emulator takes any.
    private static let lead = "7c9e6679-7425-40de-944b-e07fc1f90ae7"

    /// Starts a run of a workflow by hand, follows it to its end, and shows what it did.
    func runWorkflow() async throws {
        var run: String?
        try await step(
            "weir tenex runs start lead_to_sequence --payload lead_id=\(Self.lead) --follow --yes",
            "a workflow of 10ex is run by hand, for one lead, and followed to its end"
        ) {
            let place = try await place()
            let deed = try await start(place)
            run = deed?.id
            guard let deed else { return .failed }
            var written = WriteResults()
            written.results = [deed]
            session.console.data(written.text(session.style()))
            var following = TenexFollowing(place, isText: true, pause: .seconds(1))
            return try await following.follow(.text(deed.id))
        }
        guard let run else { return }
        try await step("weir tenex runs trace \(run)", "and this is what the run did") {
            let place = try await place()
            let steps = try await place.steps(of: place.run(run)).map { TenexTrace.Row($0) }
            let trace = Listing(columns: TenexTraceColumns.all, items: steps)
            session.console.data(OutputFormat.text.show(trace, style: session.style()))
            return .done
        }
    }

    private func place() async throws -> TenexWorkspace {
        var session = session
        session.pursuit = .operating
        return TenexWorkspace(try await session.operate(on: "tenex", account: nil))
    }

    private func start(_ place: TenexWorkspace) async throws -> WriteResult? {
        let workflow = try await place.workflow("tenex/workflow/lead_to_sequence")
        let intent = try place.start(workflow, payload: ["lead_id": .text(Self.lead)])
        return try await place.operation.deliver(
            intent, try .unattended(), command: "tenex runs start")
    }
}

extension WritingOptions {
    /// What somebody means who is not asked.
    fileprivate static func unattended() throws -> WritingOptions { try parse(["--yes"]) }
}
