package import Diagnostics

/// Times of day and time zones as people write them.
package enum ClockTime {
    /// Whether a text is a time such as `02:00`, `2:00pm` or `2pm`.
    package static func isClockTime(_ text: String) -> Bool {
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

    /// Reports a field that names no time zone, with the nearest one that there is.
    package static func check(
        _ field: Written<String>, _ name: String, _ code: some DiagnosticCode,
        into report: inout Report
    ) {
        guard let zone = field.value, NamedTimeZone(zone) == nil else { return }
        report.add(
            .error(
                code, "`\(name)` is a time zone such as Europe/Berlin: `\(zone)`", at: field.span,
                help: NamedTimeZone.nearest(to: zone).map { "did you mean `\($0)`?" }))
    }
}
