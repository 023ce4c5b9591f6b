import Diagnostics

extension FlowCheck {
    static let delayUntil = FlowCheck.steps(
        "lytics/delay-until",
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
                    "lytics/delay-until", "`time_of_day` is a time such as 09:30: `\(time)`",
                    at: until.timeOfDay.span))
        }
        if let day = until.dayOfWeek.value, !(0...6).contains(day) {
            report.add(
                .error(
                    "lytics/delay-until", "`day_of_week` is from 0 (Sunday) to 6: `\(day)`",
                    at: until.dayOfWeek.span))
        }
        if let zone = until.timezone.value, !ClockTime.isZone(zone) {
            report.add(
                ClockTime.wrongZone("lytics/delay-until", "timezone", zone, until.timezone.span))
        }
        missingPart(of: until).map { name in
            report.add(
                .error(
                    "lytics/delay-until", "a `delay_until` of this kind must have `\(name)`",
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

/// Times of day and time zones as Lytics writes them.
enum ClockTime {
    /// Whether a text is a time such as `02:00`, `2:00pm` or `2pm`.
    static func isClockTime(_ text: String) -> Bool {
        var rest = Substring(text.lowercased())
        let isHalfDay = rest.hasSuffix("am") || rest.hasSuffix("pm")
        if isHalfDay {
            rest = rest.dropLast(2)
            while rest.last == " " { rest = rest.dropLast() }
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || (isHalfDay && parts.count == 1),
            parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
            let hour = Int(parts[0]), (isHalfDay ? 1...12 : 0...23).contains(hour)
        else { return false }
        return parts.count == 1 || (parts[1].count == 2 && (Int(parts[1]) ?? 60) < 60)
    }

    /// Whether a text looks like an IANA time zone: `UTC`, `Europe/Berlin`, `Etc/GMT+1`.
    static func isZone(_ text: String) -> Bool {
        if text == "UTC" || text == "GMT" { return true }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return false }
        return parts.allSatisfy { part in
            part.first?.isUppercase == true
                && part.utf8.allSatisfy { byte in
                    (65...90).contains(byte) || (97...122).contains(byte)
                        || (48...57).contains(byte) || [95, 45, 43].contains(byte)
                }
        }
    }

    /// Says that a field is not a time zone.
    static func wrongZone(
        _ code: String, _ field: String, _ zone: String, _ span: SourceSpan?
    ) -> Diagnostic {
        .error(code, "`\(field)` is a time zone such as Europe/Berlin: `\(zone)`", at: span)
    }
}
