import Diagnostics
import Platforms

extension FlowCheck {
    static let reentry = FlowCheck(
        "`reentry_condition` says who may come again, so it needs `reentry_allowed: true`. "
            + "`reentry_delay` without it is kept by the platform and has no effect.",
        example: """
            reentry_allowed: false
            reentry_condition: in_segment
            """
    ) { flow, report in
        guard flow.reentryAllowed.value == false else { return }
        if flow.reentryCondition.isPresent {
            report.add(
                .error(
                    LyticsCode.reentry,
                    "`reentry_condition` needs `reentry_allowed: true`",
                    at: flow.reentryCondition.span,
                    secondary: flow.reentryAllowed.span.map { [.init($0, "nobody enters again")] }
                        ?? []))
        }
        if flow.reentryDelay.isPresent {
            report.add(
                .warning(
                    LyticsCode.reentry,
                    "`reentry_delay` has no effect while `reentry_allowed` is false",
                    at: flow.reentryDelay.span))
        }
    }
}
