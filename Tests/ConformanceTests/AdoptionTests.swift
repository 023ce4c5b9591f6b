import Documents
import Foundation
import Planning
import Platforms
import Testing

@testable import Commands

/// What was applied and is adopted anew is as the files want it, secrets included.
@Suite struct `an account whose ledger was lost` {
    @Test(arguments: Subject.all)
    func `is adopted without a write, and then nothing is left to do`(
        _ subject: Subject
    ) async throws {
        try await World.with(subject) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            _ = try await world.takeWrites()
            try FileManager.default.removeItem(at: world.folder.appendingPathComponent(".weir"))
            var all = PlanningOptions()
            all.adoptMatching = [.all]
            #expect(try await world.session.adopt(all, yes: true) == .done, "\(world.talk.text)")
            let plan = try await world.plan()
            #expect(plan.isEmpty, "\(PlanText.render(plan, style: TextStyle()))")
            #expect(try await world.takeWrites() == [])
        }
    }
}
