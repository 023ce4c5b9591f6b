import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// What becomes of a run that is interrupted at any of its writes: the next one ends with
/// everything there.
@Suite struct `a run that is interrupted` {
    @Test(arguments: Scenario.all)
    func `is made up for by the next one, wherever it was`(_ scenario: Scenario) async throws {
        let (count, whole) = try await world(of: scenario) { try await undisturbed($0, $1) }
        #expect(count > 0)
        for kind in Interruption.allCases {
            for number in 0..<count {
                try await world(of: scenario) { world, platforms in
                    platforms.interrupt(kind, atWrite: number)
                    try await check(world, platforms, whole, "\(kind.rawValue), write \(number)")
                }
            }
        }
    }

    /// Applies without trouble; how many writes that took, and what the platforms hold then.
    private func undisturbed(
        _ world: World, _ platforms: InProcessPlatforms
    ) async throws -> (Int, PlatformState) {
        #expect(try await world.apply() == .done, "\(world.talk.text)")
        return (platforms.recover(), PlatformState(platforms.store))
    }

    private func check(
        _ world: World, _ platforms: InProcessPlatforms, _ whole: PlatformState, _ what: String
    ) async throws {
        _ = try? await world.apply()
        platforms.recover()
        let said: () -> Comment = {
            let state = PlatformState(platforms.store)
            return "\(what)\n\(whole.difference(to: state))\n\(world.talk.text)"
        }
        let next = try await world.plan()
        let isWhole = PlatformState(platforms.store) == whole
        #expect(!next.rows.isEmpty || isWhole, said())
        let causes = Set(next.rows.flatMap(\.fields).map(\.cause))
        #expect(causes.isDisjoint(with: [.drift, .conflict]), said())
        #expect(try await world.apply() == .done, said())
        #expect(PlatformState(platforms.store) == whole, said())
        #expect(try await world.plan().isEmpty, said())
    }

    /// Runs a test body where everything before the change is applied and the files have changed.
    private func world<Outcome: Sendable>(
        of scenario: Scenario,
        _ body: @Sendable (World, InProcessPlatforms) async throws -> Outcome
    ) async throws -> Outcome {
        let subject = scenario.subject
        return try await World.inProcess(subject, documents: scenario.before) { world, platforms in
            if !scenario.before.isEmpty {
                #expect(try await world.apply() == .done, "\(world.talk.text)")
            }
            for document in scenario.gone { try world.remove(document) }
            try world.write(scenario.after)
            platforms.recover()
            return try await body(world, platforms)
        }
    }

    @Test(arguments: ["steps", "graph", "core", "auto"])
    func `is not needed for a work that is missing to be made again`(wire: String) async throws {
        let subject = Subject.lytics(wire: wire)
        let all = Scenario.all.filter { $0.subject.name == subject.name }
        let scenario = try #require(all.first { $0.name == "a new version" })
        try await World.inProcess(subject, documents: scenario.before) { world, platforms in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let whole = PlatformState(platforms.store)
            #expect(platforms.loseWork(of: "first", in: "sender"))
            let plan = try await world.plan()
            #expect(plan.rows.map(\.action) == [.update], "\(world.talk.text)")
            #expect(plan.rows.flatMap(\.fields).map(\.cause) == [.missing])
            #expect(plan.rows.first?.reason == "the work of `first` is missing")
            #expect(plan.rows.flatMap(\.calls).count == 2)
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            #expect(PlatformState(platforms.store).rows["lytics/flow"] == whole.rows["lytics/flow"])
            #expect(try await world.plan().isEmpty)
        }
    }
}

extension InProcessPlatforms {
    /// Takes the work of a step away, as it is where nobody made it; false where there is none.
    fileprivate func loseWork(of slug: String, in flow: String) -> Bool {
        change("lytics/flow") { row in
            guard row["id"] == .text(flow), let versions = row["versions"]?.list else { return nil }
            let lost = versions.map { version -> Value in
                let steps = (version["steps"]?.list ?? []).map { step in
                    step["slug"] == .text(slug) || step["label"] == .text(slug)
                        ? step.with("work_id", "") : step
                }
                return version.with("steps", .list(steps))
            }
            return row.with("versions", .list(lost))
        }
    }
}
