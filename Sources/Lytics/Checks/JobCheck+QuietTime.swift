import Diagnostics
import Platforms

extension JobCheck {
    static let quietTime = JobCheck(
        meaning: Meaning(
            "A quiet time begins at a time such as 02:00 or 2:00pm, lasts 1 to 23 hours and "
                + "has a time zone such as America/Los_Angeles. A beginning without a length is "
                + "no quiet time, nor is a length without a beginning.",
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
        ClockTime.check(
            job.quietTimezone, "quiet_timezone", LyticsCode.quietTime, into: &report)
        if let hours = job.quietPeriod.value, !(1...23).contains(hours) {
            report.add(
                .error(
                    LyticsCode.quietTime, "`quiet_period` is from 1 to 23 hours: `\(hours)`",
                    at: job.quietPeriod.span))
        }
        checkParts(job, into: &report)
    }

    /// A beginning without a length is no quiet time, nor is a length without a beginning.
    private static func checkParts(_ job: LyticsJob, into report: inout Report) {
        let (time, period) = (job.quietTime, job.quietPeriod)
        guard !time.isMistaken, !period.isMistaken else { return }
        switch (time.isPresent, period.isPresent) {
        case (true, false):
            report.add(
                .error(
                    LyticsCode.quietTime, "`quiet_time_of_day` needs `quiet_period`",
                    at: time.span, help: "write how many hours it lasts: `quiet_period: 8`"))
        case (false, true):
            report.add(
                .error(
                    LyticsCode.quietTime, "`quiet_period` needs `quiet_time_of_day`",
                    at: period.span,
                    help: "write when it begins: `quiet_time_of_day: \"22:00\"`"))
        case (false, false) where job.quietTimezone.isPresent:
            report.add(
                .warning(
                    LyticsCode.quietTime,
                    "`quiet_timezone` has no effect without `quiet_time_of_day` and "
                        + "`quiet_period`", at: job.quietTimezone.span))
        default: break
        }
    }
}
