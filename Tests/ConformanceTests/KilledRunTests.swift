import Documents
import Ledger
import Planning
import Platforms
import Testing

@testable import Commands

/// A process that dies right after a write, and files that change before the next apply.
@Suite struct `a run that was killed after a write` {
    @Test(arguments: Subject.all)
    func `is seen through by a plan, which writes nothing, and completed by quiet applies`(
        _ subject: Subject
    ) async throws {
        try await killed(subject) { world, whole, _ in
            let open = try await world.journal()
            let before = try await world.managed()
            let first = try await world.plan()
            let second = try await world.plan()
            #expect(first == second)
            #expect(try await world.managed() == before)
            #expect(try await world.journal() == open)
            #expect(try await world.takeWrites() == [])
            _ = try? await world.apply()
            _ = try? await world.apply()
            try await world.expectAll(atMost: whole)
        }
    }

    @Test(arguments: Subject.all)
    func `doubles nothing when what it made has another name in the files`(
        _ subject: Subject
    ) async throws {
        try await killed(subject) { world, whole, _ in
            try world.write(subject.few.map(\.renamed))
            _ = try? await world.apply()
            _ = try? await world.apply()
            try await world.expectAll(atMost: whole)
        }
    }

    @Test(arguments: Subject.all)
    func `forgets nothing when its files are gone and nothing else uses the account`(
        _ subject: Subject
    ) async throws {
        try await killed(subject) { world, _, foreign in
            for document in subject.few { try world.remove(document) }
            for _ in 0..<4 {
                _ = try? await world.apply { options in
                    options.allowMissing = subject.few.flatMap(\.folders)
                }
            }
            let said = world.talk.text
            #expect(!said.contains("no longer names"), "\(said)")
            let left = try await world.alive().subtracting(foreign)
            let forgotten = left.subtracting(try await world.managed())
            #expect(forgotten.isEmpty, "\(forgotten)\n\(said)")
        }
    }

    /// Kills the first apply after some of its writes; the body ends in an empty plan.
    private func killed(
        _ subject: Subject,
        _ body: @escaping @Sendable (World, Int, Set<Living>) async throws -> Void
    ) async throws {
        let (writes, whole) = try await World.with(subject, documents: subject.few) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            return (try await world.takeWrites().count, try await world.countObjects())
        }
        for number in stride(from: 0, to: writes, by: max(1, writes / 6)) {
            try await World.with(subject, documents: subject.few) { world in
                let foreign = try await world.alive()
                _ = try? await world.dying(afterWrite: number).apply()
                #expect(try await world.takeWrites().count > number)
                try await body(world, whole, foreign)
                let plan = try await world.plan { options in
                    options.allowMissing = subject.few.flatMap(\.folders)
                }
                #expect(plan.rows.isEmpty, "after write \(number)\n\(world.talk.text)")
                #expect(try await world.journal().isEmpty)
            }
        }
    }
}

extension World {
    /// Every document has one object, which the ledger holds, and there is no second one.
    fileprivate func expectAll(atMost whole: Int) async throws {
        let managed = try await managed()
        let alive = try await alive()
        #expect(managed.count >= subject.few.count, "\(talk.text)")
        #expect(managed.isSubset(of: alive), "\(talk.text)")
        let count = try await countObjects()
        #expect(count <= whole, "\(talk.text)")
    }

    /// The open calls of the journal.
    fileprivate func journal() async throws -> [Int64] {
        try await session.open(try await session.loadProject(), for: .reading).openCalls.map(\.id)
    }
}

extension Document {
    /// The same with another name, where it has one.
    fileprivate var renamed: Document {
        var renamed = self
        for field in ["name", "label"] {
            guard let name = value[field]?.text else { continue }
            renamed.value = renamed.value.with(field, .text(name + " again"))
        }
        return renamed
    }

    /// The folders it is in.
    fileprivate var folders: [String] {
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }
}
