import Documents
import EmulatedKit
import Planning
import Platforms
import Testing

@testable import Commands

/// What lists do not show, what is really gone, and what is carried out late.
@Suite struct `an object that exists` {
    @Test(arguments: Subject.all)
    func `is not made again where a list leaves it out`(_ subject: Subject) async throws {
        try await World.with(subject, documents: subject.few) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let whole = try await world.countObjects()
            _ = try await world.takeWrites()
            for recorded in try await world.recorded() {
                try await world.emulator.post(
                    "faults", [["kind": "drop", "id": .text(recorded.liveID.idText)]])
                #expect(
                    try await world.apply() == .done, "\(recorded.address)\n\(world.talk.text)")
                #expect(try await world.takeWrites() == [], "\(recorded.address)")
                let faults = try await world.emulator.get("faults")
                #expect(faults == [], "no list shows \(recorded.address)")
                try await world.emulator.send(.delete, "faults")
            }
            #expect(try await world.countObjects() == whole)
            #expect(try await world.plan().isEmpty)
        }
    }

    @Test(arguments: Subject.all)
    func `is missing once it is deleted behind our back, and the plan warns of it`(
        _ subject: Subject
    ) async throws {
        try await World.with(subject, documents: subject.few) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            for recorded in leavesFirst(try await world.recorded())
            where recorded.value["isDefault"] != true {
                try await world.emulator.post(
                    "edit",
                    [
                        "kind": .text(recorded.kind.description),
                        "id": .text(recorded.liveID.idText), "delete": true,
                    ])
                let plan = try await world.plan()
                let row = plan.rows.first {
                    $0.address == recorded.address && $0.action == .create
                }
                let words = try #require(row?.missing, "\(recorded.address)")
                #expect(words.contains("`\(recorded.liveID.idText)`"))
                #expect(words.contains("answered 404") || words.contains("as gone"))
                let text = PlanText.render(plan, style: TextStyle())
                #expect(text.contains("! missing \(recorded.address): \(words)"))
            }
        }
    }

    @Test(arguments: Subject.one)
    func `is found where the write that makes it is carried out late`(
        _ subject: Subject
    ) async throws {
        try await late(5000, subject) { world, plan, whole, number in
            #expect(plan.rows.isEmpty, "write \(number)\n\(world.talk.text)")
            let objects = try await world.countObjects()
            #expect(objects == whole, "write \(number): \(objects)\n\(world.talk.text)")
        }
    }

    @Test(arguments: Subject.one)
    func `is told as a likely double where it comes after all`(_ subject: Subject) async throws {
        let told = Lines()
        try await late(60_000, subject) { world, plan, whole, number in
            guard try await world.countObjects() > whole else { return }
            let double = try #require(plan.doubles.first, "write \(number)\n\(world.talk.text)")
            let text = PlanText.render(plan, style: TextStyle())
            #expect(text.contains("`\(double.liveID.idText)`"))
            #expect(text.contains("`\(double.otherID.idText)`"))
            #expect(world.talk.text.contains("warning[plan/likely-double]"))
            told.add("\(double.address)")
        }
        #expect(!told.text.isEmpty)
    }

    /// Lets each write in turn come so many milliseconds late, and looks at the plan after that.
    private func late(
        _ milliseconds: Int64, _ subject: Subject,
        _ look: @escaping @Sendable (World, Plan, Int, Int) async throws -> Void
    ) async throws {
        let (writes, whole) = try await World.with(subject, documents: subject.few) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            return (try await world.takeWrites().count, try await world.countObjects())
        }
        for number in 0..<writes {
            try await World.with(subject, documents: subject.few) { world in
                try await world.fault("late", atWrite: number, milliseconds: milliseconds)
                _ = try? await world.apply()
                try await world.emulator.post("clock", ["advance": "2m"])
                _ = try? await world.apply()
                try await look(world, try await world.plan(), whole, number)
            }
        }
    }

    /// Records in an order in which nothing that is left needs what comes.
    private func leavesFirst(_ recorded: [RecordedResource]) -> [RecordedResource] {
        var left = recorded
        var order: [RecordedResource] = []
        while let leaf = left.first(where: { one in
            !left.contains { $0.needs.contains(one.address) || $0.address.parent == one.address }
        }) {
            order.append(leaf)
            left.removeAll { $0.address == leaf.address }
        }
        return order + left
    }
}

extension Subject {
    /// One subject a platform, for what does not depend on dialects.
    static let one = [
        Subject.lytics(wire: "steps"), .frontline(preset: .today), .tenex(preset: .today),
    ]
}

extension World {
    /// What the ledger holds, by address.
    fileprivate func recorded() async throws -> [RecordedResource] {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        return workspace.recorded.values.sorted { $0.address < $1.address }
    }
}
