import Diagnostics
import Platforms

extension FlowCheck {
    static let fallback = FlowCheck.steps(
        "A way without `conditions` is for everybody whom no other way takes; there is at most "
            + "one, and at least one way with a condition.",
        example: """
            steps:
              - slug: ask
                type_hint: conditional
                split_conditions:
                  - { label: "Yes", conditions: FILTER * FROM user, next: end }
                  - { label: "No", next: end }
                  - { label: Maybe, next: end }
            """
    ) { step, report in
        guard let ways = step.splitConditions.value, !ways.isEmpty else { return }
        let open = ways.filter(\.isFallback)
        if open.count == ways.count {
            report.add(
                .error(
                    LyticsCode.fallback, "a split must have a way with `conditions`",
                    at: step.span))
        } else if open.count > 1 {
            report.add(
                .error(
                    LyticsCode.fallback, "only one way of a split may be without `conditions`",
                    at: open[1].label.span ?? step.span,
                    secondary: open[0].label.span.map { [.init($0, "the first one")] } ?? []))
        }
    }
}
