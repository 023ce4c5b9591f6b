import Diagnostics
import Platforms

extension FlowCheck {
    static let priority = FlowCheck.steps(
        "The way with the lowest priority is tested first, so no two ways have the same. A "
            + "priority that is not written is the way's position.",
        example: """
            steps:
              - slug: ask
                type_hint: conditional
                split_conditions:
                  - { label: A, conditions: FILTER * FROM user, next: end, priority: 1 }
                  - { label: B, conditions: FILTER * FROM user, next: end, priority: 1 }
            """
    ) { step, report in
        guard !step.splitConditions.isAbsent || !step.splitAffinities.isAbsent else { return }
        let conditions = (step.splitConditions.value ?? []).map {
            ($0.priority, $0.label.span ?? $0.next.span ?? $0.conditions.span)
        }
        let affinities = (step.splitAffinities.value ?? []).map { ($0.priority, $0.affinity.span) }
        for ways in [conditions, affinities] {
            var seen: Set<Int64> = []
            for (priority, other) in ways {
                guard let number = priority.value, !seen.insert(number).inserted else { continue }
                report.add(
                    .error(
                        LyticsCode.priority,
                        "no two ways of a split have one priority: `\(number)`",
                        at: priority.span ?? other,
                        notes: ["a `priority` that is not written is the way's position"]))
            }
        }
    }
}
