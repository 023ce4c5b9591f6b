public import Diagnostics
public import Documents
public import Platforms

/// A length of time written `3d`, `72h` or in ISO 8601 (`P3D`, `PT72H`); canonically nanoseconds.
public struct TenexDuration: FieldValue, Comparable {
    /// How many nanoseconds.
    public var nanoseconds: Int64

    /// Counts nanoseconds.
    public init(_ nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Why a text is no length of time.
    enum Mistake: Error { case unreadable, noFixedLength }

    /// Orders by length.
    public static func < (left: TenexDuration, right: TenexDuration) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The text that 10ex takes, with the time in hours and less: `PT72H`, `PT1H30M`, `PT0.5S`.
    public static func text(_ nanoseconds: Int64) -> String {
        var rest = nanoseconds.magnitude
        var text = ""
        for (unit, size) in clock.dropLast() where rest >= size {
            text += "\(rest / size)\(unit)"
            rest %= size
        }
        if rest > 0 || text.isEmpty { text += seconds(rest) }
        return (nanoseconds < 0 ? "-PT" : "PT") + text
    }

    private static func seconds(_ nanoseconds: UInt64) -> String {
        var fraction = String(nanoseconds % 1_000_000_000)
        fraction = String(repeating: "0", count: 9 - fraction.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(nanoseconds / 1_000_000_000)\(fraction.isEmpty ? "" : ".\(fraction)")S"
    }

    /// Reads any of the forms; nil for what is no length of time.
    public static func parse(_ text: String) -> Int64? { try? nanoseconds(in: text) }

    private static let clock: [(unit: Character, size: UInt64)] = [
        ("H", 3_600_000_000_000), ("M", 60_000_000_000), ("S", 1_000_000_000),
    ]
    private static let calendar: [(unit: Character, size: UInt64)] = [
        ("W", 604_800_000_000_000), ("D", 86_400_000_000_000),
    ]

    static func nanoseconds(in text: String) throws(Mistake) -> Int64 {
        guard text.hasPrefix("P") else {
            guard let time = Nanoseconds(text) else { throw .unreadable }
            return time.rawValue
        }
        let parts = text.dropFirst().split(
            separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let isEmpty = parts.allSatisfy(\.isEmpty) || (parts.count == 2 && parts[1].isEmpty)
        guard !isEmpty else { throw .unreadable }
        if parts[0].contains(where: { $0 == "Y" || $0 == "M" }) { throw .noFixedLength }
        let days = try sum(parts[0], calendar)
        let time = try sum(parts.count == 2 ? parts[1] : "", clock)
        let (sum, isTooLong) = days.addingReportingOverflow(time)
        guard !isTooLong else { throw .unreadable }
        return sum
    }

    /// Adds up numbers with their units, which come in order and each once.
    private static func sum(
        _ text: Substring, _ units: [(unit: Character, size: UInt64)]
    ) throws(Mistake) -> Int64 {
        var rest = text
        var units = units[...]
        var total: Int64 = 0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(number.count)
            guard let name = rest.popFirst(), !number.isEmpty,
                let place = units.firstIndex(where: { $0.unit == name }),
                let part = Nanoseconds("\(number)\(short(name))")
            else { throw .unreadable }
            units = units[(place + 1)...]
            let (sum, isTooLong) = total.addingReportingOverflow(part.rawValue)
            guard !isTooLong else { throw .unreadable }
            total = sum
        }
        return total
    }

    private static func short(_ unit: Character) -> String { unit.lowercased() }

    /// A duration.
    public static var fieldType: FieldType { .duration }

    /// A text in any of the forms; months and years are refused, as they have no fixed length.
    public static func decode(_ node: Node, into report: inout Report) -> TenexDuration? {
        if case .int(0) = node.content { return TenexDuration(0) }
        do throws(Mistake) {
            guard let text = node.text else { throw .unreadable }
            return TenexDuration(try nanoseconds(in: text))
        } catch {
            let isMonths = error == .noFixedLength
            report.add(
                .error(
                    FieldCode.wrongType.withoutArea, "must be a duration such as `72h` or `P3D`",
                    at: node.span,
                    label: isMonths ? "months and years have no fixed length" : "",
                    help: isMonths ? "write days or weeks, such as `P30D`" : nil))
            return nil
        }
    }

    /// A text in any of the forms, or whole nanoseconds.
    public init?(lenient value: Value) {
        if let text = value.text {
            guard let count = TenexDuration.parse(text) else { return nil }
            nanoseconds = count
        } else if let count = Int64(lenient: value) {
            nanoseconds = count
        } else {
            return nil
        }
    }

    /// Whole nanoseconds.
    public var canonical: Value { .int(nanoseconds) }
}
