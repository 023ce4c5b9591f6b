import Documents
import EmulatedKit
import Platforms
import Reconciling
import Tenex
import Testing

@testable import Commands

/// What becomes of the versions of a workflow that are not current any more.
@Suite struct `a version that is superseded` {
    private static let subject = Subject.tenex(preset: .today)

    /// The smallest workflow, waiting for so many hours.
    private static func plain(_ hours: Int, archives: Bool) throws -> Document {
        var document = try #require(subject.documents.first { $0.name == "workflow/plain" })
        let step: Value = [
            "key": "only", "type": "wait", "config": ["duration": .text("\(hours)h")],
        ]
        document.value = document.value.with("steps", [step])
        if archives { document.value = document.value.with("archive_superseded", true) }
        return document
    }

    @Test func `stays unless the file says otherwise, and then all of them are archived`()
        async throws
    {
        let first = try Self.plain(1, archives: false)
        try await World.with(Self.subject, documents: [first]) { world in
            for hours in 1...3 {
                try world.write([try Self.plain(hours, archives: false)])
                #expect(try await world.apply() == .done, "\(world.talk.text)")
            }
            #expect(try await world.versions() == ["current", "superseded", "superseded"])
            try world.write([try Self.plain(3, archives: true)])
            let plan = try await world.plan()
            #expect(plan.rows.flatMap(\.fields).map(\.path.description) == ["archive_superseded"])
            #expect(plan.rows.first?.consequences.count == 2)
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            #expect(try await world.versions() == ["current", "archived", "archived"])
            #expect(try await world.plan().isEmpty)
        }
    }

    @Test(arguments: ["cut-before", "cut-after", "500-before", "500-after-commit"], [0, 1])
    func `is archived by the next apply where one was cut`(kind: String, number: Int) async throws {
        let first = try Self.plain(1, archives: true)
        try await World.with(Self.subject, documents: [first]) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            try world.write([try Self.plain(2, archives: true)])
            try await world.fault(kind, atWrite: number)
            _ = try? await world.apply()
            _ = try? await world.apply()
            #expect(try await world.versions() == ["current", "archived"], "\(world.talk.text)")
            #expect(try await world.plan().isEmpty)
        }
    }
}

extension World {
    /// The states of the versions of the only workflow, the newest first.
    fileprivate func versions() async throws -> [Value] {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        let client = try #require(workspace.clients["tenex"])
        let owner = try #require(workspace.recorded.values.first)
        let request = try #require(
            TenexAPI.standard.request(.listVersions, ["workflow_id": owner.liveID]))
        let versions = try await client.read(Read(request, purpose: "the versions"))
        return (versions.list ?? []).compactMap { $0["status"] }
    }
}
