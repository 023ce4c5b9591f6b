import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// A plan file is applied by a run that dies, and then once more.
@Suite struct `a plan file of which a run carried out a part` {
    @Test(arguments: Subject.all)
    func `is carried on, and makes nothing twice`(_ subject: Subject) async throws {
        let (writes, whole) = try await World.with(subject, documents: subject.few) { world in
            try await world.planToFile()
            #expect(try await world.applyFile() == .done, "\(world.talk.text)")
            return (try await world.takeWrites().count, try await world.countObjects())
        }
        for number in stride(from: 0, to: writes, by: max(1, writes / 4)) {
            try await World.with(subject, documents: subject.few) { world in
                try await world.planToFile()
                _ = try? await world.dying(afterWrite: number).applyFile()
                for document in subject.few { try world.remove(document) }
                let status = try await world.applyFile()
                #expect(status == .done, "after write \(number)\n\(world.talk.text)")
                #expect(try await world.applyFile() == .done, "\(world.talk.text)")
                #expect(world.talk.text.contains("already applied by run "))
                try world.write(subject.few)
                #expect(try await world.countObjects() == whole, "\(world.talk.text)")
                let plan = try await world.plan()
                #expect(plan.rows.isEmpty, "after write \(number)\n\(world.talk.text)")
            }
        }
    }
}
