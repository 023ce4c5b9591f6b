import Documents
import Foundation
import Planning
import Platforms
import Reconciling
import Testing

@testable import Commands

/// What becomes of an operating command that is interrupted at any of its writes.
@Suite struct `an operating command that is interrupted` {
    @Test(arguments: CommandScenario.all)
    func `tells what was sent, and is finished by giving it again`(
        _ scenario: CommandScenario
    ) async throws {
        let (count, whole) = try await world(of: scenario) { world, platforms in
            let status = try await world.run(scenario.command)
            #expect(status == .done, "\(world.talk.text)")
            let count = platforms.recover()
            return (count, try await platforms.settled(world))
        }
        #expect(count > 0)
        for kind in Interruption.allCases {
            for number in 0..<count {
                try await world(of: scenario) { world, platforms in
                    let cut = Cut(scenario: scenario, world: world, platforms: platforms)
                    try await cut.check(kind, atWrite: number, of: count, whole)
                }
            }
        }
    }

    private struct Cut {
        let scenario: CommandScenario
        let world: World
        let platforms: InProcessPlatforms

        func check(
            _ kind: Interruption, atWrite number: Int, of count: Int, _ whole: PlatformState
        ) async throws {
            let before = try await platforms.settled(world)
            let held = try await world.ledger()
            platforms.interrupt(kind, atWrite: number)
            let status = try await world.run(scenario.command)
            platforms.recover()
            let after = try await platforms.settled(world)
            let name = "\(kind.rawValue), write \(number) of \(count), ended \(status)"
            expectTruth(of: status, before, after, whole, name)
            for command in [scenario.command] + scenario.finishing {
                guard try await platforms.settled(world) != whole else { break }
                _ = try await world.run(command)
            }
            let end = try await platforms.settled(world)
            #expect(end == whole, "\(name)\n\(whole.difference(to: end))\n\(world.talk.text)")
            #expect(try await world.ledger() == held, "\(name)\n\(world.talk.text)")
        }

        /// 0 says that all is there, 1 that nothing was sent that may have an effect or that a
        /// look after all of it failed, 5 that some was sent, and the message says what.
        private func expectTruth(
            of status: Commands.ExitStatus, _ before: PlatformState, _ after: PlatformState,
            _ whole: PlatformState, _ name: String
        ) {
            let said = world.talk.text
            let comment: Comment = "\(name)\n\(said)"
            switch status {
            case .done: #expect(after == whole, comment)
            case .failed: #expect(after == before || after == whole, comment)
            default:
                #expect(status == .appliedInPart, comment)
                let tells = [
                    "carried out before it", "may have been carried out", "unknown outcome",
                    " stays; ",
                ]
                let told = tells + [scenario.done].compactMap(\.self)
                #expect(told.contains(where: said.contains), comment)
            }
        }
    }

    /// Runs a test body where everything before the command is applied.
    private func world<Outcome: Sendable>(
        of scenario: CommandScenario,
        _ body: @Sendable (World, InProcessPlatforms) async throws -> Outcome
    ) async throws -> Outcome {
        try await World.inProcess(scenario.subject, documents: scenario.before) {
            world, platforms in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            var files = scenario.others
            files[scenario.file] = scenario.payload
            for (name, value) in files {
                let file = world.folder.appendingPathComponent(name)
                try Data(value.prettyJSON.utf8).write(to: file)
            }
            for command in scenario.preparing {
                let status = try await world.run(command)
                #expect(status == .done, "\(world.talk.text)")
            }
            platforms.recover()
            return try await body(world, platforms)
        }
    }
}

extension InProcessPlatforms {
    /// What the platforms hold once what is under way there has ended; a plan writes nothing.
    fileprivate func settled(_ world: World) async throws -> PlatformState {
        await time.sleep(.seconds(60))
        _ = try? await world.plan()
        return PlatformState(store)
    }
}
