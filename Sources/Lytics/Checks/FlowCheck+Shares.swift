import Diagnostics
import Platforms

extension FlowCheck {
    static let shares = FlowCheck.steps(
        "The shares of an A/B test are between 0 and 1 and add up to 1.",
        example: """
            steps:
              - slug: test
                type_hint: ab_testing
                split_probabilities:
                  - { next: wait, prob: 0.5 }
                  - { next: end, prob: 0.4 }
              - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: end }
            """
    ) { step, report in
        guard let ways = step.splitProbabilities.value, !ways.isEmpty else { return }
        let shares = ways.compactMap(\.share.value)
        guard shares.count == ways.count else { return }
        for way in ways where !(0...1).contains(way.share.value ?? 0) {
            report.add(
                .error(
                    LyticsCode.shares, "a share is between 0 and 1: `\(way.share.value ?? 0)`",
                    at: way.share.span))
        }
        let sum = shares.reduce(0, +)
        guard abs(sum - 1) > 1e-9 else { return }
        let rounded = (sum * 1e6).rounded() / 1e6
        report.add(
            .error(
                LyticsCode.shares, "the shares of an A/B test must add up to 1, not \(rounded)",
                at: ways.last?.share.span ?? step.span))
    }
}
