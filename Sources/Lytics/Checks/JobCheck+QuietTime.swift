import Diagnostics
import Platforms

extension JobCheck {
    static let quietTime = JobCheck(
        meaning: Meaning(
            "A quiet time begins at a time such as 02:00 or 2:00pm, lasts 1 to 23 hours and "
                + "has a time zone such as America/Los_Angeles.",
            example: """
                kind: lytics/job
                id: example
                name: Example
                workflow: braze_export
                config: {}
                quiet_time_of_day: "26:00"
                quiet_period: 4
                """)
    ) { job, report in
        if let time = job.quietTime.value, !ClockTime.isClockTime(time) {
            report.add(
                .error(
                    LyticsCode.quietTime,
                    "`quiet_time_of_day` is a time such as 02:00 or 2:00pm: `\(time)`",
                    at: job.quietTime.span))
        }
        if let zone = job.quietTimezone.value, !ClockTime.isZone(zone) {
            report.add(
                ClockTime.wrongZone(
                    LyticsCode.quietTime, "quiet_timezone", zone, job.quietTimezone.span))
        }
        if let hours = job.quietPeriod.value, !(1...23).contains(hours) {
            report.add(
                .error(
                    LyticsCode.quietTime, "`quiet_period` is from 1 to 23 hours: `\(hours)`",
                    at: job.quietPeriod.span))
        }
    }
}
