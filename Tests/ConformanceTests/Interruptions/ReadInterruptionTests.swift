import Documents
import EmulatedKit
import Ledger
import Platforms
import Testing

@testable import Commands

/// What becomes of verbs that send nothing where their reads are interrupted.
@Suite struct `a verb that only reads and records` {
    private static let subjects = [
        Subject.lytics(wire: "core"), .frontline(preset: .today), .tenex(preset: .today),
    ]

    private struct Verb: Sendable {
        /// What comes before it, where everything is applied.
        let prepare: @Sendable (World, InProcessPlatforms) async throws -> Void
        let run: @Sendable (World) async throws -> Commands.ExitStatus
        /// Whether the addresses are what the ledger holds after it, of what it held once applied.
        let isRight: @Sendable (Set<Address>, Set<Address>) -> Bool
    }

    @Test(arguments: subjects)
    func `leaves the ledger as it was, and adopts when it is given again`(
        _ subject: Subject
    ) async throws {
        let verb = Verb(
            prepare: { world, _ in
                let all = try await world.ledger().keys.sorted()
                #expect(try await world.session.forget(all) == .done)
            }, run: { try await $0.run(["adopt", "--all"]) }, isRight: { $0 == $1 })
        try await sweep(subject, verb)
    }

    @Test(arguments: subjects)
    func `leaves the ledger as it was, and forgets when it is given again`(
        _ subject: Subject
    ) async throws {
        let document = try #require(subject.few.first)
        let field = document.value["label"] == nil ? "name" : "label"
        let name = "/\(document.name)"
        let verb = Verb(
            prepare: { world, platforms in
                // Only after an interrupted call does it read anything.
                var edited = document
                edited.value = document.value.with(field, "Another")
                try world.write([edited])
                platforms.interrupt(.lostAfter, atWrite: 0)
                _ = try? await world.apply()
                #expect(platforms.recover() > 0)
            },
            run: { world in
                let all = try await world.ledger().keys.filter { $0.text.hasSuffix(name) }
                return try await world.session.forget(all.sorted())
            },
            isRight: { after, before in
                after == before.filter { !$0.text.hasSuffix(name) }
            })
        try await sweep(subject, verb)
    }

    /// Interrupts every read of a verb, one after another.
    private func sweep(_ subject: Subject, _ verb: Verb) async throws {
        var number = 0
        while try await isCut(verb, of: subject, atRead: number) { number += 1 }
        #expect(number > 0)
    }

    /// Interrupts a verb at a read; false where it has no such read.
    private func isCut(
        _ verb: Verb, of subject: Subject, atRead number: Int
    ) async throws -> Bool {
        try await World.inProcess(subject, documents: subject.few) { world, platforms in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let applied = Set(try await world.ledger().keys)
            try await verb.prepare(world, platforms)
            let before = try await world.ledger()
            let open = try await world.openCalls()
            let state = PlatformState(platforms.store)
            platforms.recover()
            platforms.interruptReads(from: number)
            let status = try? await verb.run(world)
            let isCut = platforms.isLost
            #expect(platforms.recover() == 0)
            let said: () -> Comment = { "read \(number)\n\(world.talk.text)" }
            if isCut {
                #expect(status != .done, said())
                #expect(try await world.ledger() == before, said())
                #expect(try await world.openCalls() == open, said())
                #expect(try await verb.run(world) == .done, said())
            }
            #expect(verb.isRight(Set(try await world.ledger().keys), applied), said())
            #expect(PlatformState(platforms.store) == state, said())
            return isCut
        }
    }
}

extension World {
    /// The numbers of the open calls of the journal.
    fileprivate func openCalls() async throws -> [Int64] {
        try await session.open(try await session.loadProject(), for: .reading).openCalls.map(\.id)
    }
}
