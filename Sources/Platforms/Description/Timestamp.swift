public import Diagnostics
public import Documents

/// A point in time written after RFC 3339; in canonical form the text in UTC with a `Z`.
public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
    /// Seconds since 1970, in UTC.
    public let seconds: Int64
    /// The digits behind the seconds, without zeros at the end.
    public let fraction: String

    /// Reads `2026-12-31T18:00:00Z` or the same with an offset; nil if it is not such a text.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D,
            bytes[10] | 0x20 == 0x74 || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let year = Timestamp.number(bytes[0..<4]), let month = Timestamp.number(bytes[5..<7]),
            let day = Timestamp.number(bytes[8..<10]), let hour = Timestamp.number(bytes[11..<13]),
            let minute = Timestamp.number(bytes[14..<16]),
            let second = Timestamp.number(bytes[17..<19]),
            (1...12).contains(month), (1...Timestamp.days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        var digits = ArraySlice<UInt8>()
        if rest.first == 0x2E {
            digits = rest.dropFirst().prefix { $0 &- 48 < 10 }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = Timestamp.offset(rest) else { return nil }
        while digits.last == 0x30 { digits.removeLast() }
        fraction = String(decoding: digits, as: UTF8.self)
        seconds =
            Timestamp.dayNumber(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
            - offset
    }

    /// Reads a member of an answer; nil where it is no such text.
    package init?(in value: Value?) {
        guard let text = value?.text else { return nil }
        self.init(text)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard bytes.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int64($1 &- 48) }
    }

    /// The seconds that `Z` or `+02:00` is ahead of UTC.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard let sign = bytes.first else { return nil }
        if sign | 0x20 == 0x7A { return bytes.count == 1 ? 0 : nil }
        let start = bytes.startIndex
        guard sign == 0x2B || sign == 0x2D, bytes.count == 6, bytes[start + 3] == 0x3A,
            let hours = number(bytes[(start + 1)..<(start + 3)]),
            let minutes = number(bytes[(start + 4)..<(start + 6)]), hours < 24, minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == 0x2D ? -1 : 1)
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 of the Gregorian calendar, counted in years that start in March.
    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let days = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + days - 719_468
    }

    /// The text in UTC with a `Z`.
    public var description: String {
        let clock = ((seconds % 86400) + 86400) % 86400
        let day = (seconds - clock) / 86400 + 719_468
        let era = day / 146_097
        let inEra = day % 146_097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36524 - inEra / 146_096) / 365
        let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        let date = [
            pad(year, 4), pad(month, 2), pad(dayOfYear - (153 * shifted + 2) / 5 + 1, 2),
        ].joined(separator: "-")
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map { pad($0, 2) }
        return "\(date)T\(time.joined(separator: ":"))\(fraction.isEmpty ? "" : ".\(fraction)")Z"
    }

    private func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Timestamp: FieldValue {
    /// A time.
    public static var fieldType: FieldType { .timestamp }
    /// A text after RFC 3339.
    public static func decode(_ node: Node, into report: inout Report) -> Timestamp? {
        guard let text = node.text, let time = Timestamp(text)
        else { return node.wrongType(Timestamp.self, into: &report) }
        return time
    }
    /// A text after RFC 3339.
    public init?(lenient value: Value) {
        guard let text = value.text else { return nil }
        self.init(text)
    }
    /// The text in UTC.
    public var canonical: Value { .text(description) }
}
