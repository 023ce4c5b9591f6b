import Documents
import Foundation
import Planning
import Platforms
import Testing

@testable import Commands

/// An account that people filled by hand comes under management as it is.
@Suite struct `an account made in the editor` {
    private static let server = [
        "created", "modified", "state_modified_at", "updated", "version", "state",
    ]

    /// Fills an account, writes its documents and adopts everything.
    private func adopted(
        _ body:
            @Sendable (World, EditorAccount, [Document], InProcessPlatforms) async throws ->
            Void
    ) async throws {
        let subject = Subject.lytics(wire: "auto")
        try await World.inProcess(subject, documents: []) { world, platforms in
            let account = try EditorAccount(platforms)
            let documents = try EditorDocuments.all(of: account)
            try world.write(documents)
            platforms.recover()
            var all = PlanningOptions()
            all.adoptMatching = [.all]
            do {
                #expect(try await world.session.adopt(all, yes: true) == .done)
            } catch {
                Issue.record("\(error)\n\(world.talk.text)")
            }
            #expect(platforms.recover() == 0)
            try await body(world, account, documents, platforms)
        }
    }

    @Test func `is adopted without a write, and its plan is empty`() async throws {
        try await adopted { world, _, documents, platforms in
            #expect(documents.count { $0.name.hasPrefix("flow/") } == 60)
            #expect(documents.count(where: \.isRunning) == 40)
            let plan = try await world.plan()
            #expect(plan.isEmpty, "\(PlanText.render(plan, style: TextStyle()))")
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            #expect(platforms.recover() == 0)
        }
    }

    @Test func `takes an edit of one delay as that and nothing else`() async throws {
        try await adopted { world, account, documents, platforms in
            let drawn = documents.filter { $0.value["steps"]?.list?.count == 4 }
            let flow = try #require(drawn.first { $0.isRunning })
            let id = flow.value["id"]?.text ?? ""
            let before = try account.flow(id)
            try world.write([flow.setting("96h", of: "delay", in: "wait_2_days")])
            let plan = try await world.plan()
            #expect(plan.rows.map(\.verb) == ["new version", "start"], "\(world.talk.text)")
            #expect(
                plan.rows.first?.fields.map(\.path.description)
                    == ["steps.wait_2_days.delay"])
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let after = try account.flow(id)
            #expect(after["version"] == .int((before["version"]?.int ?? 0) + 1))
            #expect(after["state"] == "running")
            let edited = form(before).replacingOccurrences(
                of: "\"delay\":172800000000000", with: "\"delay\":345600000000000")
            #expect(form(after) == edited)
            #expect(try await world.plan().isEmpty, "\(world.talk.text)")
        }
    }

    @Test func `has a slug renamed without a difference and without a write`() async throws {
        try await adopted { world, _, documents, platforms in
            let flows = documents.filter { $0.name.hasPrefix("flow/") }
            for was in [nil, Value.text("wait_2_days")] {
                try world.write(
                    flows.map { flow in
                        flow.renaming("wait_2_days", to: "pause")
                            .setting(was ?? .null, of: "was", in: "pause")
                    })
                let plan = try await world.plan()
                #expect(plan.isEmpty, "\(PlanText.render(plan, style: TextStyle()))")
                if was != nil {
                    #expect(plan.notes.count { $0.contains("is no longer needed here") } == 50)
                }
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                #expect(platforms.recover() == 0)
                let given = try await world.ledger().values.map(\.given)
                #expect(given.count { $0["pause"] != nil && $0["wait_2_days"] == nil } == 50)
            }
        }
    }

    /// A flow on the wire without what the service sets, nodes and edges in the order of their ids.
    private func form(_ flow: Value) -> String {
        var members = Object(
            members: (flow.object ?? [:]).filter { !Self.server.contains($0.key) })
        for (list, key) in [("nodes", "sequence_id"), ("edges", "id")] {
            members[list] = .list(
                (members[list]?.list ?? []).sorted {
                    ($0[key] ?? .null).canonicalJSON < ($1[key] ?? .null).canonicalJSON
                })
        }
        return Value.object(members).canonicalJSON
    }
}

extension Document {
    /// The same with another name for one step, wherever it is named.
    func renaming(_ old: String, to new: String) -> Document {
        var document = self
        let text = value.canonicalJSON.replacing("\"\(old)\"", with: "\"\(new)\"")
        document.value = (try? JSON.parse(Array(text.utf8))) ?? .null
        return document
    }

    /// The same with a field of one step changed; null takes it out.
    func setting(_ value: Value, of field: String, in slug: String) -> Document {
        var document = self
        let steps = (self.value["steps"]?.list ?? []).map { step -> Value in
            guard step["slug"] == .text(slug), var members = step.object else { return step }
            members[field] = value.isNull ? nil : value
            return .object(members)
        }
        document.value = self.value.with("steps", .list(steps))
        return document
    }
}
