import Platforms
import Testing

/// What holds in every world, drawn from a seed: `WEIR_WORLDS_SEED`, `WEIR_WORLDS_COUNT`.
@Suite struct `random worlds` {
    @Test func `keep every law, and meet every fault, kind and law`() async throws {
        let campaign = Campaign.ofEnvironment()
        let result = try await campaign.play()
        var laws: Set<String> = []
        let all = result.broken.sorted { $0.script.seed < $1.script.seed }
        for broken in all {
            guard let law = broken.breaches.first?.law, laws.insert(law).inserted else { continue }
            Issue.record("\(try await broken.report())")
        }
        #expect(all.isEmpty, "\(all.map(\.summary).joined(separator: "\n"))")
        if campaign.count >= 1000 { #expect(result.coverage.missing == []) }
        print("\(campaign.count) worlds:\n\(result.coverage.words)")
    }

    @Test func `have one course for one seed`() async throws {
        for seed in UInt64(1)...40 {
            let first = try await Stage.play(Script(seed: seed))
            let second = try await Stage.play(Script(seed: seed))
            #expect(first.runs.map(\.text) == second.runs.map(\.text), "seed \(seed)")
            #expect(first.writes.map(\.line) == second.writes.map(\.line), "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("existence", Mechanisms.existence), ("kept otherwise", .keptOtherwise), ("lock", .lock),
        ("effects", .effects),
    ])
    func `notice when a mechanism is switched off`(_ name: String, _ off: Mechanisms) async throws {
        var campaign = Campaign.ofEnvironment()
        campaign.mechanisms = Mechanisms.all.subtracting(off)
        let noticed = try await campaign.misses()
        #expect(noticed, "no world misses the mechanism `\(name)`")
    }
}
