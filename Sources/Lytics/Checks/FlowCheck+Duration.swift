import Diagnostics
import Platforms

extension FlowCheck {
    static let duration = FlowCheck(
        "A `delay` is longer than nothing, and `reentry_delay` is from 1h to 365d.",
        example: """
            reentry_allowed: true
            reentry_delay: 30m
            """
    ) { flow, report in
        let hour: Int64 = 3_600_000_000_000
        if let delay = flow.reentryDelay.value, !(hour...365 * 24 * hour).contains(delay.rawValue) {
            report.add(
                .error(
                    LyticsCode.duration, "`reentry_delay` is from 1h to 365d: `\(delay)`",
                    at: flow.reentryDelay.span))
        }
        let hasty = (flow.steps.value ?? []).filter { ($0.delay.value?.rawValue ?? 1) <= 0 }
        for step in hasty {
            report.add(
                .error(LyticsCode.duration, "a delay must be positive", at: step.delay.span))
        }
    }
}
