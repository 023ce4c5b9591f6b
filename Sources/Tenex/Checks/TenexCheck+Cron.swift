import Diagnostics
import Platforms

extension TenexCheck {
    static let cron = TenexCheck(
        "A schedule has five fields: minute, hour, day of the month, month and day of the week, "
            + "each `*`, a number, a range `1-5`, a step `*/15` or a list of these. Months go by "
            + "name too (`JAN`), and days of the week (`MON`, or 0 and 7 for Sunday).",
        example: document(
            trigger: """
                { source: schedule, schedule: { cron: "0 25 * * *" },
                      input_mapping: { lead_id: none } }
                """),
        .trigger { owned, report in
            guard let cron = owned.trigger.schedule.value?.cron, let text = cron.value
            else { return }
            do throws(TenexCron.Mistake) {
                _ = try TenexCron(text)
            } catch {
                let help = "write minute, hour, day of month, month and day of week: `0 6 * * 1`"
                report.add(
                    .error(
                        TenexCode.cron, error.description, at: cron.span,
                        help: error.part == text ? help : nil))
            }
        })

    static let timeZone = TenexCheck(
        "The `timezone` of a schedule is the name of one, such as Europe/Berlin or UTC.",
        example: document(
            trigger: """
                { source: schedule, schedule: { cron: "0 6 * * *", timezone: Berlin },
                      input_mapping: { lead_id: none } }
                """),
        .trigger { owned, report in
            guard let zone = owned.trigger.schedule.value?.timezone else { return }
            ClockTime.check(zone, "timezone", TenexCode.timeZone, into: &report)
        })
}
