import Diagnostics

extension TenexCheck {
    static let cron = TenexCheck(
        "tenex/cron",
        "A schedule has five fields: minute, hour, day of the month, month and day of the week, "
            + "each `*`, a number, a range `1-5`, a step `*/15` or a list of these. Months go by "
            + "name too (`JAN`), and days of the week (`MON`, or 0 and 7 for Sunday).",
        example: document(
            trigger: """
                { source: schedule, schedule: { cron: "0 25 * * *" },
                      input_mapping: { lead_id: none } }
                """),
        .trigger { owned, report in
            guard let cron = owned.trigger.schedule.value?.cron, let text = cron.value,
                let mistake = TenexCronSyntax.mistake(in: text)
            else { return }
            report.add(
                .error(
                    "tenex/cron", "\(mistake.rule): `\(mistake.text)`", at: cron.span,
                    help: mistake.help))
        })

    static let timeZone = TenexCheck(
        "tenex/time-zone",
        "The `timezone` of a schedule is the name of one, such as Europe/Berlin or UTC.",
        example: document(
            trigger: """
                { source: schedule, schedule: { cron: "0 6 * * *", timezone: Berlin },
                      input_mapping: { lead_id: none } }
                """),
        .trigger { owned, report in
            guard let timezone = owned.trigger.schedule.value?.timezone, let zone = timezone.value,
                !ClockTime.isZone(zone)
            else { return }
            report.add(
                ClockTime.wrongZone("tenex/time-zone", "timezone", zone, timezone.span))
        })
}

/// The syntax of cron expressions with five fields.
enum TenexCronSyntax {
    /// What is wrong with an expression: a rule, what breaks it, and what to do.
    struct Mistake {
        let rule: String
        let text: String
        var help: String?
    }

    private struct Field {
        let name: String
        let range: ClosedRange<Int>
        var words: [String] = []
    }

    private static let fields = [
        Field(name: "minute", range: 0...59),
        Field(name: "hour", range: 0...23),
        Field(name: "day of the month", range: 1...31),
        Field(
            name: "month", range: 1...12,
            words: [
                "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
            ]),
        Field(
            name: "day of the week", range: 0...7,
            words: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ]

    /// The first mistake in an expression; nil where there is none.
    static func mistake(in text: String) -> Mistake? {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == fields.count else {
            return Mistake(
                rule: "a cron expression has five fields", text: text,
                help: "write minute, hour, day of month, month and day of week: `0 6 * * 1`")
        }
        for (part, field) in zip(parts, fields) {
            for element in part.split(separator: ",", omittingEmptySubsequences: false) {
                if let mistake = mistake(in: element, field) { return mistake }
            }
        }
        return nil
    }

    private static func mistake(in element: Substring, _ field: Field) -> Mistake? {
        let halves = element.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return unreadable(element, field) }
        if halves.count == 2, (Int(halves[1]) ?? 0) < 1 { return unreadable(element, field) }
        guard halves[0] != "*" else { return nil }
        let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        let numbers = ends.compactMap { number($0, field) }
        guard ends.count <= 2, numbers.count == ends.count else {
            return unreadable(element, field)
        }
        guard numbers.allSatisfy(field.range.contains) else {
            let (low, high) = (field.range.lowerBound, field.range.upperBound)
            return Mistake(
                rule: "the \(field.name) is from \(low) to \(high)", text: String(element))
        }
        guard numbers.count == 1 || numbers[0] <= numbers[1] else {
            return Mistake(rule: "a range goes upwards", text: String(element))
        }
        return nil
    }

    private static func number(_ text: Substring, _ field: Field) -> Int? {
        if let place = field.words.firstIndex(of: text.uppercased()) {
            return place + field.range.lowerBound
        }
        return text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    private static func unreadable(_ element: Substring, _ field: Field) -> Mistake {
        Mistake(
            rule: "the \(field.name) is `*`, a number, a range, a step or a list",
            text: String(element))
    }
}
