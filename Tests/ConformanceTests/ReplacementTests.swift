import Documents
import EmulatedKit
import Planning
import Platforms
import Testing

@testable import Commands

/// A replace makes the new object, moves what refers to the old one, and deletes that last.
@Suite struct `a replaced object` {
    private static let subjects = [
        Subject.lytics(wire: "core"), Subject.frontline(preset: .today),
        Subject.tenex(preset: .today),
    ]

    @Test(arguments: Subject.all)
    func `goes last, after all that referred to it`(_ subject: Subject) async throws {
        for edit in Replacement.all(of: subject, subject.documents) {
            try await World.with(subject) { world in
                try world.write([Replacement.running(edit.before)])
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                try world.write([Replacement.running(edit.after)])
                let plan = try await world.plan()
                let shown: Comment = "\(edit.owner)\n\(PlanText.render(plan, style: TextStyle()))"
                let own = plan.rows.filter { $0.address.text.hasSuffix("/\(edit.owner)") }
                #expect(own.first?.action == .replace, shown)
                let delete = try #require(own.last, shown)
                #expect(delete.action == .delete && delete.isOfOlderObject, shown)
                let stop = own.first { $0.isOfOlderObject && $0.action.isLifecycle }
                let start = own.first { $0.action == .start }
                #expect((stop == nil) == (start == nil), shown)
                if let stop, let start { #expect(start.waitsFor.contains(stop.number), shown) }
                #expect(try await world.apply() == .done, "\(edit.owner)\n\(world.talk.text)")
                #expect(try await world.leftovers() == [], "\(world.talk.text)")
                let after = try await world.plan()
                #expect(after.rows.isEmpty, "\(PlanText.render(after, style: TextStyle()))")
            }
        }
    }

    @Test(arguments: subjects)
    func `is finished by the next apply wherever the first was cut`(
        _ subject: Subject
    ) async throws {
        for edit in Replacement.all(of: subject, subject.few) {
            for kind in ["cut-before", "cut-after"] {
                var number = 0
                while try await cut(subject, edit, kind, atWrite: number) { number += 1 }
            }
        }
    }

    /// Cuts one write of a replace; false where the replace has no such write.
    private func cut(
        _ subject: Subject, _ edit: Replacement, _ kind: String, atWrite number: Int
    ) async throws -> Bool {
        try await World.with(subject, documents: subject.few) { world in
            try world.write([Replacement.running(edit.before)])
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let whole = try await world.running()
            _ = try await world.takeWrites()
            try world.write([Replacement.running(edit.after)])
            try await world.fault(kind, atWrite: number)
            _ = try? await world.apply()
            guard try await world.takeWrites().count > number else { return false }
            _ = try? await world.apply()
            let name: Comment = "\(edit.owner) \(kind) at write \(number)\n\(world.talk.text)"
            #expect(try await world.plan().rows.isEmpty, name)
            #expect(try await world.leftovers() == [], name)
            #expect(try await world.running() == whole, name)
            return true
        }
    }

    @Test(arguments: subjects)
    func `stays in the ledger where its delete is refused, and every plan shows that`(
        _ subject: Subject
    ) async throws {
        for edit in Replacement.all(of: subject, subject.few) {
            try await World.with(subject, documents: subject.few) { world in
                try world.write([Replacement.running(edit.before)])
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                let whole = try await world.running()
                try world.write([Replacement.running(edit.after)])
                let plan = try await world.plan()
                let writes = plan.rows.dropLast().flatMap(\.calls).count { !$0.isRead }
                #expect(plan.rows.last?.isOfOlderObject == true)
                // An archive takes 409 for done, as the service says it of what is archived already.
                let taken = plan.rows.last?.calls.last?.accepts ?? []
                let status: Int64 = taken.contains(409) ? 403 : 409
                let refusal: Value = ["message": "it is in use"]
                try await world.emulator.post(
                    "faults",
                    [
                        [
                            "match": ["writes": true], "skip": .int(Int64(writes)),
                            "kind": "answer", "status": .int(status), "body": refusal, "count": 2,
                        ]
                    ])
                #expect(try await world.apply() == .appliedInPart, "\(world.talk.text)")
                try await world.emulator.send(.delete, "faults")
                #expect(try await world.leftovers().count == 1, "\(world.talk.text)")
                let next = try await world.plan()
                #expect(next.rows.map(\.action) == [.delete])
                #expect(next.rows.map(\.isOfOlderObject) == [true])
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                #expect(try await world.plan().isEmpty)
                #expect(try await world.leftovers() == [])
                #expect(try await world.running() == whole)
            }
        }
    }
}

extension World {
    /// The ids of older objects that the ledger still holds.
    fileprivate func leftovers() async throws -> [Value] {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        return workspace.recorded.values.flatMap(\.orphans)
    }

    /// How many managed objects of each kind act on people now.
    fileprivate func running() async throws -> [String: Int] {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        let observations = try await session.observe(workspace)
        let owned = Set(workspace.recorded.values.flatMap { $0.orphans + [$0.liveID] })
        return observations.values.flatMap(\.resources).reduce(into: [:]) { counts, object in
            guard owned.contains(object.liveID),
                let lifecycle = Catalog.kind(object.kind)?.lifecycle,
                let state = object.value[lifecycle.field]?.text,
                lifecycle.running.contains(state)
            else { return }
            counts["\(object.kind)", default: 0] += 1
        }
    }
}
