import Diagnostics
import Platforms

extension FlowCheck {
    static let missingNext = FlowCheck.ways(
        "In a flow with splits every step says where people go next, because the following step "
            + "may belong to another way. A flow without splits may leave `next` out.",
        example: """
            steps:
              - slug: ask
                type_hint: conditional
                split_conditions:
                  - { label: "Yes", conditions: FILTER * FROM user, next: wait }
                  - { label: "No", next: more }
              - { slug: wait, label: Wait, type_hint: delay, delay: 1h }
              - { slug: more, label: More, type_hint: delay, delay: 1h, next: end }
            """
    ) { flow, report in
        let steps = flow.steps.value ?? []
        for (index, step) in steps.enumerated() {
            guard step.type.value != nil, !step.isSplit, step.next.isAbsent,
                step.next.span == nil
            else { continue }
            let following = index + 1 < steps.count ? steps[index + 1].name : "end"
            report.add(
                .error(
                    LyticsCode.missingNext,
                    "a step of a flow with splits must say what follows\(step.named)",
                    at: step.span,
                    help: "write `next: \(following)` to go on with the following step, or "
                        + "`next: end`"))
        }
    }
}
