import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// What every platform and kind must do alike.
@Suite struct `a platform under management` {
    @Test(arguments: Subject.all)
    func `is created once, and then nothing is left to do`(_ subject: Subject) async throws {
        try await World.with(subject) { world in
            let first = try await world.plan()
            #expect(first.rows.allSatisfy { $0.action == .create || $0.action.isLifecycle })
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            #expect(try await !world.takeWrites().isEmpty)
            let second = try await world.plan()
            #expect(second.rows.isEmpty, "\(PlanText.render(second, style: TextStyle()))")
            #expect(try await world.apply() == .done)
            #expect(try await world.takeWrites() == [])
        }
    }

    @Test(arguments: Subject.all)
    func `tells a change behind our back, a conflict and a field nobody wrote apart`(
        _ subject: Subject
    ) async throws {
        try await World.with(subject) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let back = subject.behindOurBack
            try await world.editBehindOurBack([back.field: back.value, "color_nobody_wrote": "red"])
            let drift = try await world.plan()
            #expect(drift.rows.flatMap(\.fields).map(\.cause) == [.drift])
            #expect(drift.rows.flatMap(\.fields).map(\.path) == [FieldPath([back.field])])
            let document = try #require(
                subject.documents.first { $0.value["id"]?.text == back.id })
            var edited = document
            edited.value = document.value.with(back.field, "edited in the file")
            try world.write([edited])
            let conflict = try await world.plan()
            #expect(conflict.rows.flatMap(\.fields).map(\.cause) == [.conflict])
            _ = try await world.takeWrites()
            await #expect(throws: Failure.self) { try await world.apply() }
            #expect(try await world.takeWrites() == [])
            let address = try #require(conflict.rows.first?.address)
            #expect(try await world.apply { $0.overwrite = [address] } == .done)
            #expect(try await world.plan().isEmpty)
            let live = try await world.readBehindOurBack()
            #expect(live["color_nobody_wrote"] == "red")
        }
    }

    @Test(arguments: Subject.all)
    func `deletes what lost its file and nothing else`(_ subject: Subject) async throws {
        try await World.with(subject) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let unneeded = try #require(
                subject.documents.last { document in
                    !subject.documents.contains { $0.mentions(document) }
                        && !document.isRunning
                })
            try world.remove(unneeded)
            let plan = try await world.plan()
            #expect(plan.rows.map(\.action) == [.delete])
            #expect(plan.rows.allSatisfy { $0.address.text.hasSuffix(unneeded.name) })
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            #expect(try await world.plan().isEmpty)
        }
    }

    @Test(arguments: Subject.all)
    func `loses nothing when the connection is cut around any write`(
        _ subject: Subject
    ) async throws {
        let (writes, whole) = try await World.with(subject, documents: subject.few) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            return (try await world.takeWrites().count, try await world.countObjects())
        }
        for kind in ["cut-before", "cut-after", "500-before", "500-after-commit"] {
            for number in 0..<writes {
                try await World.with(subject, documents: subject.few) { world in
                    try await world.fault(kind, atWrite: number)
                    _ = try? await world.apply()
                    _ = try? await world.apply()
                    let plan = try await world.plan()
                    #expect(plan.rows.isEmpty, "\(kind) at write \(number)\n\(world.talk.text)")
                    let objects = try await world.countObjects()
                    #expect(
                        objects == whole,
                        "\(kind) at write \(number): \(objects) objects\n\(world.talk.text)")
                }
            }
        }
    }

    @Test(arguments: Subject.all)
    func `refuses before any write what its wire form cannot carry`(
        _ subject: Subject
    ) async throws {
        for document in subject.refused {
            try await World.with(subject) { world in
                try world.write([document])
                await #expect(throws: Failure.self) { try await world.apply() }
                #expect(world.talk.text.contains("error[\(subject.refusal)]"), "\(document.name)")
                #expect(try await world.takeWrites() == [])
            }
        }
    }
}
