import Diagnostics
import Platforms

extension FlowCheck {
    static let duplicateID = FlowCheck(
        "The `id` of a step is its number on the platform: at least 1, and no other step's.",
        example: """
            steps:
              - { slug: a, id: 1, type_hint: delay, delay: 1h, next: b }
              - { slug: b, id: 1, type_hint: delay, delay: 1h, next: end }
            """
    ) { flow, report in
        var first: [Int64: LyticsStep] = [:]
        let numbered = (flow.steps.value ?? []).filter { $0.id.value != nil }
        for step in numbered {
            guard let id = step.id.value else { continue }
            if id < 1 {
                report.add(
                    .error(
                        LyticsCode.duplicateID, "a step's `id` is at least 1: `\(id)`",
                        at: step.id.span))
            } else if let other = first[id] {
                report.add(
                    .error(
                        LyticsCode.duplicateID, "each step must have an `id` of its own: `\(id)`",
                        at: step.id.span,
                        secondary: other.id.span.map { [.init($0, "first used here")] } ?? []))
            } else {
                first[id] = step
            }
        }
    }
}
