import Documents
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

    /// Whether a text looks like an IANA time zone: `UTC`, `Europe/Berlin`, `Etc/GMT+1`.
    package static func isZone(_ text: String) -> Bool {
        if text == "UTC" || text == "GMT" { return true }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return false }
        return parts.allSatisfy { part in
            part.first?.isUppercase == true
                && part.utf8.allSatisfy { byte in
                    byte.isNameByte || byte == UInt8(ascii: "+")
                }
        }
    }

    /// Says that a field is not a time zone.
    package static func wrongZone(
        _ code: some DiagnosticCode, _ field: String, _ zone: String, _ span: SourceSpan?
    ) -> Diagnostic {
        .error(code, "`\(field)` is a time zone such as Europe/Berlin: `\(zone)`", at: span)
    }
}
