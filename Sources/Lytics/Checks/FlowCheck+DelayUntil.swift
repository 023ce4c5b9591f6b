import Diagnostics
import Platforms

extension FlowCheck {
    static let delayUntil = FlowCheck.steps(
        "`delay_until` has a `time_of_day` such as 09:30, a `day_of_week` from 0 (Sunday) to 6 "
            + "where its kind is `day_of_week`, and a `timezone` such as Europe/Berlin.",
        example: """
            steps:
              - slug: wait
                type_hint: delay
                delay_until: { kind: time_of_day, time_of_day: "25:00" }
                next: end
            """
    ) { step, report in
        guard let until = step.delayUntil.value else { return }
        if let time = until.timeOfDay.value, !ClockTime.isClockTime(time) {
            report.add(
                .error(
                    LyticsCode.delayUntil, "`time_of_day` is a time such as 09:30: `\(time)`",
                    at: until.timeOfDay.span))
        }
        if let day = until.dayOfWeek.value, !(0...6).contains(day) {
            report.add(
                .error(
                    LyticsCode.delayUntil, "`day_of_week` is from 0 (Sunday) to 6: `\(day)`",
                    at: until.dayOfWeek.span))
        }
        ClockTime.check(until.timezone, "timezone", LyticsCode.delayUntil, into: &report)
        missingPart(of: until).map { name in
            report.add(
                .error(
                    LyticsCode.delayUntil, "a `delay_until` of this kind must have `\(name)`",
                    at: until.kind.span))
        }
    }

    private static func missingPart(of until: LyticsDelayUntil) -> String? {
        switch until.kind.value {
        case .timeOfDay where until.timeOfDay.isAbsent && until.timeOfDay.span == nil:
            "time_of_day"
        case .dayOfWeek where until.dayOfWeek.isAbsent && until.dayOfWeek.span == nil:
            "day_of_week"
        default: nil
        }
    }
}
