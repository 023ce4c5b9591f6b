import Diagnostics
import Platforms

extension FlowCheck {
    static let work = FlowCheck(
        "An export hands people to an existing job (`work_id`) or to a work of its own "
            + "(`work_config` with a `workflow`), never to both. With neither a draft can be kept "
            + "and not started.",
        example: """
            steps:
              - slug: send
                type_hint: work_export
                work_id: 0123456789abcdef0123456789abcdef
                work_config: { workflow: webhook_triggers, config: {} }
                next: end
            """
    ) { flow, report in
        for step in flow.steps.value ?? [] where step.type.value?.exports == true {
            check(step, of: flow, into: &report)
        }
    }

    private static func check(
        _ step: LyticsStep, of flow: LyticsFlow, into report: inout Report
    ) {
        if step.work.isPresent, step.hasOwnWork {
            report.add(
                .error(
                    LyticsCode.work,
                    "an export has a `work_id` or a `work_config` with a `workflow`, not both",
                    at: step.workConfig.span,
                    secondary: step.work.span.map { [.init($0, "the job")] } ?? []))
        } else if lacksWork(step, of: flow) {
            report.add(
                flow.obstacle(
                    LyticsCode.work, "an export without a job cannot be started\(step.named)",
                    at: step.work.span ?? step.span,
                    help: "write `work_id: ${job/…}`, or a `work_config` with a `workflow`"))
        }
    }

    /// Whether a step has no work; that of a draft may have been cleared on purpose.
    private static func lacksWork(_ step: LyticsStep, of flow: LyticsFlow) -> Bool {
        let config = step.workConfig
        guard !step.work.isFilled, !step.work.isMistaken, !step.hasOwnWork, !config.isMistaken,
            !config.isPresent || config.value != nil
        else { return false }
        let isCleared = !step.work.isAbsent || config.state == .null
        return !isCleared || flow.state.value == .running
    }
}
