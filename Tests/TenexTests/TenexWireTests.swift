import Diagnostics
import Documents
import Platforms
import Tenex
import Testing
import WireGolden

/// One workflow with its triggers, as `Fixtures/wire` holds what is sent.
@Suite struct `10ex on the wire` {
    private static let folder = WireFolder()
    private static let edits = [
        "": ["name", "steps.pause.config.duration", "steps.score.branches"],
        "hook": ["target_url"],
    ]

    private let account = Account(
        name: "tenex", platform: "tenex", url: "https://api.10ex.ai", tokenName: "T")

    private func resources(_ name: String) throws -> [Resource] {
        let (resources, report) = TenexDocuments.decode(try Self.folder.document(name))
        #expect(report.diagnostics == [])
        #expect(resources.count == 3)
        return resources
    }

    private func expect(_ changes: [Change], toBe name: String) throws {
        let made = try changes.map { change in
            let type = change.address.type
            let kind = try #require(TenexPlatform().kinds.first { $0.name.type == type })
            return kind.calls(for: change)
        }
        #expect(made.flatMap(\.refusals).isEmpty)
        let text = WireText.of(made.flatMap(\.calls))
        let kept = try Self.folder.kept(name, recording: text)
        #expect(text == kept)
    }

    @Test func `creates a workflow and its triggers as the file says`() throws {
        let changes = try resources("before").map {
            Change(address: $0.address, action: .create, wanted: $0.value, account: account)
        }
        try expect(changes, toBe: "create")
    }

    @Test func `updates a workflow and a trigger as the file says`() throws {
        let pairs = zip(try resources("before"), try resources("after"))
        let changes = pairs.compactMap { before, after -> Change? in
            let key = after.address.type == "workflow" ? "" : after.address.id
            guard let paths = Self.edits[key] else { return nil }
            let live = ObservedResource(
                account: account.name, kind: before.kind, liveID: "7", naturalKey: .null,
                value: before.value, raw: before.value, facts: Facts(["version": 3]))
            return Change(
                address: after.address, action: .update, wanted: after.value,
                paths: paths.compactMap { FieldPath(parsing: $0) }, observed: live,
                account: account)
        }
        #expect(changes.count == 2)
        try expect(changes, toBe: "update")
    }
}
