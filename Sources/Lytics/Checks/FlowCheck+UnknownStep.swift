import Diagnostics
import Platforms

extension FlowCheck {
    static let unknownStep = FlowCheck.ways(
        "`next`, the ways of a split and `root_step_id` name a step by its slug or `id`. `end` "
            + "means that people leave the flow.",
        example: """
            steps:
              - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: send_ofer }
            """
    ) { flow, report in
        let steps = flow.steps.value ?? []
        let slugs = steps.map(\.name)
        let known = Set(slugs)
        for step in steps {
            for target in step.targets where isUnknown(target, among: known) {
                report.add(
                    unknown("next", target, slugs.filter { $0 != step.name }, &report))
            }
            if isUnknown(step.workExitStep, among: known) {
                report.add(
                    unknown("work_exit_step_ref", step.workExitStep, slugs, &report))
            }
        }
        if isUnknown(flow.rootStep, among: known), !steps.isEmpty {
            report.add(unknown("root_step_id", flow.rootStep, slugs, &report))
        }
    }

    private static func isUnknown(_ target: Written<StepTarget>, among slugs: Set<String>) -> Bool {
        switch target.value {
        case .slug(let slug): slug != "end" && !slugs.contains(slug)
        case .number: true
        case nil: false
        }
    }

    private static func unknown(
        _ field: String, _ target: Written<StepTarget>,
        _ slugs: @autoclosure () -> [String], _ report: inout Report
    ) -> Diagnostic {
        let text = target.value?.text ?? ""
        let isNumber = if case .number = target.value { true } else { false }
        let nearest = isNumber ? nil : report.nearest(to: text, among: slugs())
        let end = field == "next" ? "end" : nil
        let help = nearest.map { "did you mean `\($0)`?" } ?? end.map { "write `next: \($0)`" }
        return .error(
            LyticsCode.unknownStep, "`\(field)` names a step that does not exist: `\(text)`",
            at: target.span, label: "no step has this \(isNumber ? "id" : "slug")", help: help,
            fix: target.span.flatMap { span in
                (nearest ?? end).map { .init(span, replacement: $0) }
            })
    }
}
