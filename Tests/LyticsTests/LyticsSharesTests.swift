import Diagnostics
import Documents
import Platforms
import Testing

@testable import Lytics

/// Shares of an A/B test that lead to one place.
@Suite struct `shares that lead to one place` {
    private func steps(_ shares: String) -> String {
        """
        kind: lytics/flow
        id: test
        label: Test
        steps:
          - slug: test
            type_hint: ab_testing
            split_probabilities: [\(shares)]
          - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: end }
        """
    }

    @Test(
        arguments: [
            "{ next: end, prob: 0.3 }, { next: wait, prob: 0.5 }, { next: end, prob: 0.2 }",
            "{ next: end, prob: 0.2 }, { next: end, prob: 0.3 }, { next: wait, prob: 0.5 }",
            "{ next: end, prob: 0.1 }, { next: wait, prob: 0.5 }, { next: end, prob: 0.2 }, "
                + "{ next: end, prob: 0.2 }",
        ])
    func `are the one share that they are for people`(shares: String) throws {
        let decoded = LyticsDocuments.decode(steps(shares))
        #expect(decoded.report.diagnostics.isEmpty, "\(decoded.report.diagnostics)")
        let ways = decoded.resource?.value["steps"]?.list?.first?["split_probabilities"]?.list ?? []
        #expect(ways.count == 2)
        #expect(Set(ways.compactMap { $0["next"]?.text }) == ["end", "wait"])
        #expect(ways.allSatisfy { $0["prob"] == .double(0.5) })
    }

    @Test func `must add up as ever`() {
        let shares = "{ next: end, prob: 0.3 }, { next: end, prob: 0.3 }, { next: wait, prob: 0.5 }"
        #expect(LyticsDocuments.codes(steps(shares)) == ["lytics/shares"])
    }

    @Test func `are read so from an answer`() throws {
        let flow: Value = [
            "id": "test", "label": "Test", "version": 0, "state": "draft", "root_step_id": 1,
            "steps": [
                [
                    "id": 1, "slug": "test", "type_hint": "ab_testing",
                    "split_probabilities": [
                        ["next": 2, "prob": 0.25], ["prob": 0.5], ["next": 2, "prob": 0.25],
                    ],
                ], ["id": 2, "slug": "wait", "type_hint": "delay", "delay": "1h"],
            ],
        ]
        var model = ValueReader.read(LyticsFlow.self, flow)
        model.settle(.platform)
        let ways = model.steps.value?.first?.splitProbabilities.value ?? []
        #expect(ways.map(\.next.value?.text) == ["wait", "end"])
        #expect(ways.map(\.share.value) == [0.5, 0.5])
    }
}
