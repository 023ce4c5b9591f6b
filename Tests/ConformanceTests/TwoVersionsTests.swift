import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// A Lytics flow of which version 0 runs while version 1 is a draft.
@Suite struct `a flow that runs beside a draft` {
    private static let wires = ["steps", "graph", "core", "auto"]

    /// Applies a running flow, and drafts a version as people do in Lytics.
    private func drafted(
        _ wire: String, state: String? = "running",
        _ body: @escaping @Sendable (World, [Document]) async throws -> Void
    ) async throws {
        let subject = Subject.lytics(wire: wire)
        let base = subject.documents.filter { ["auth/braze", "job/send"].contains($0.name) }
        let documents = base + [Scenario.sender(hours: 1, state: state)]
        try await World.with(subject, documents: documents) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            if state == nil {
                #expect(try await world.run(["lytics", "flows", "start", "sender"]) == .done)
            }
            let edited = Scenario.sender(hours: 3, url: "3", state: nil)
            try world.write([edited])
            let update = ["lytics", "flows", "update", "sender", "-f", edited.path]
            #expect(try await world.run(update) == .done, "\(world.talk.text)")
            try world.write(documents)
            _ = try await world.takeWrites()
            try await body(world, base)
        }
    }

    @Test(arguments: wires)
    func `is compared by what runs, and no apply touches the draft`(wire: String) async throws {
        try await drafted(wire) { world, _ in
            let plan = try await world.plan()
            #expect(plan.rows.isEmpty, "\(world.talk.text)")
            #expect(plan.notes.contains { $0.contains("is a draft beside version 0") })
            #expect(try await world.apply() == .done)
            #expect(try await world.takeWrites() == [])
        }
    }

    @Test(arguments: wires)
    func `drains where its file goes`(wire: String) async throws {
        try await drafted(wire) { world, base in
            try world.remove(Scenario.sender(hours: 1))
            let plan = try await world.plan { $0.allowMissing = ["flows"] }
            #expect(plan.rows.map(\.verb) == ["drain"], "\(world.talk.text)")
            #expect(try await world.apply { $0.allowMissing = ["flows"] } == .done)
            #expect(try await world.takeWrites().count == 1)
            #expect(try await world.plan { $0.allowMissing = ["flows"] }.rows.isEmpty)
        }
    }

    @Test(arguments: wires)
    func `takes an edit as a version that is started`(wire: String) async throws {
        try await drafted(wire) { world, base in
            try world.write(base + [Scenario.sender(hours: 2, url: "2")])
            let plan = try await world.plan()
            #expect(plan.rows.map(\.verb) == ["new version", "start"], "\(world.talk.text)")
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let next = try await world.plan()
            #expect(next.rows.isEmpty, "\(world.talk.text)")
            #expect(!next.notes.contains { $0.contains("is a draft beside") })
        }
    }

    @Test(arguments: wires)
    func `of which no file says the state is drained by its file and by the command`(
        wire: String
    ) async throws {
        for isCommand in [false, true] {
            try await drafted(wire, state: nil) { world, base in
                try world.write(base + [Scenario.sender(hours: 2, url: "2", state: nil)])
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                #expect(try await world.plan().rows.isEmpty, "\(world.talk.text)")
                if isCommand {
                    #expect(try await world.run(["lytics", "flows", "drain", "sender"]) == .done)
                } else {
                    let drained = Scenario.sender(hours: 2, url: "2", state: "draining")
                    try world.write(base + [drained])
                    #expect(try await world.plan().rows.map(\.verb) == ["drain"])
                    #expect(try await world.apply() == .done, "\(world.talk.text)")
                }
                #expect(try await world.plan().rows.isEmpty, "\(world.talk.text)")
            }
        }
    }

    @Test(arguments: wires)
    func `is drained, started and deleted by what runs`(wire: String) async throws {
        try await drafted(wire) { world, _ in
            for verb in ["drain", "start", "drain", "delete"] {
                let status = try await world.run(["lytics", "flows", verb, "sender"])
                #expect(status == .done, "\(verb)\n\(world.talk.text)")
            }
        }
    }
}
