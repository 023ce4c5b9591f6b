import Diagnostics
import Platforms

extension FlowCheck {
    static let work = FlowCheck.steps(
        "An export hands people to an existing job (`work_id`) or to a work of its own "
            + "(`work_config` with a `workflow`), never to both.",
        example: """
            steps:
              - slug: send
                type_hint: work_export
                work_id: 0123456789abcdef0123456789abcdef
                work_config: { workflow: webhook_triggers, config: {} }
                next: end
            """
    ) { step, report in
        guard step.type.value?.exports == true else { return }
        if step.work.isPresent, step.hasOwnWork {
            report.add(
                .error(
                    LyticsCode.work,
                    "an export has a `work_id` or a `work_config` with a `workflow`, not both",
                    at: step.workConfig.span,
                    secondary: step.work.span.map { [.init($0, "the job")] } ?? []))
        } else if step.work.isAbsent, step.work.span == nil, !step.hasOwnWork,
            step.workConfig.span == nil || step.workConfig.value != nil
        {
            report.add(
                .warning(
                    LyticsCode.work,
                    "an export without a job cannot be started\(step.named)", at: step.span,
                    help: "write `work_id: ${job/…}`, or a `work_config` with a `workflow`"))
        }
    }
}
