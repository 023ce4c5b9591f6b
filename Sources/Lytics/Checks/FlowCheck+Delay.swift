import Diagnostics
import Platforms

extension FlowCheck {
    static let delay = FlowCheck.steps(
        "A delay waits for a time (`delay`) or for a moment (`delay_until`), not for both, and "
            + "has at least one of `delay`, `delay_until`, `delay_condition`, `delay_until_enters`.",
        example: """
            steps:
              - { slug: wait, label: Wait, type_hint: delay, next: end }
            """
    ) { step, report in
        guard step.type.value == .delay else { return }
        if step.delay.isPresent, step.delayUntil.isPresent {
            report.add(
                .error(
                    LyticsCode.delay, "a delay has `delay` or `delay_until`, not both",
                    at: step.delayUntil.span,
                    secondary: step.delay.span.map { [.init($0, "the other one")] } ?? []))
        }
        let isWaiting =
            step.delay.isPresent || step.delayUntil.isPresent || step.delayCondition.isPresent
            || step.delayUntilEnters.isPresent
        guard !isWaiting else { return }
        let spans = [
            step.delay.span, step.delayUntil.span, step.delayCondition.span,
            step.delayUntilEnters.span,
        ]
        if spans.allSatisfy({ $0 == nil }) {
            report.add(
                .error(
                    LyticsCode.delay, "a delay must say what it waits for\(step.named)",
                    at: step.span, help: "write `delay: 24h`, or one of the other fields"))
        }
    }
}
