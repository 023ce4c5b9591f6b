import Diagnostics
import Documents
import Lytics
import Platforms
import Testing
import WireGolden

/// One flow in its three forms beside each other: `Fixtures/wire/FORM.STEP.json`.
@Suite struct `Lytics on the wire` {
    private static let folder = WireFolder()
    private static let forms = ["steps", "graph", "core"]
    private static let edits = [
        "label", "steps.wait.delay", "steps.ask.split_conditions.Yes.conditions",
        "steps.own.work_config.config.webhook_url",
    ]

    private let flows = LyticsDocuments.kind("flow")

    private func flow(_ name: String) throws -> Resource {
        let (resource, report) = LyticsDocuments.decode(try Self.folder.document(name))
        #expect(report.diagnostics == [])
        return try #require(resource)
    }

    private func expect(_ made: ChangeCalls, toBe name: String) throws {
        #expect(made.refusals.isEmpty)
        let text = WireText.of(made.calls)
        let kept = try Self.folder.kept(name, recording: text)
        #expect(text == kept)
    }

    @Test(arguments: forms) func `creates a flow as its file says`(form: String) throws {
        let account = LyticsAccount(wire: form)
        let made = flows.calls(for: account.change(.create, try flow("before")))
        try expect(made, toBe: "\(form).create")
    }

    @Test(arguments: forms) func `updates a draft as its file says`(form: String) throws {
        var account = LyticsAccount(wire: form)
        try account.prepare()
        let made = flows.calls(for: account.change(.create, try flow("before")))
        try account.run(made)
        let live = try #require(try account.observe("flow", "plain", given: made.given))
        let change = account.change(
            .update, try flow("after"), live, given: made.given, paths: Self.edits)
        try expect(flows.calls(for: change), toBe: "\(form).update")
    }
}
