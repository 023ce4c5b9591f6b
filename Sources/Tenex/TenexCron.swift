import Platforms

/// A cron schedule of five fields: minute, hour, day of month, month, day of week.
///
/// Each is `*`, a number, a range `1-5`, a list `1,3,5` or one of these with a step `*/15`. Months
/// and days have names too, `jan` and `mon`; 0 and 7 are Sunday. Where both the day of the month
/// and the day of the week are limited, either is enough, as cron has it.
public struct TenexCron: Sendable, Hashable {
    /// Why a text is no schedule.
    public struct Mistake: Error, Hashable, CustomStringConvertible {
        /// The part of the text that is wrong; all of it where the number of fields is.
        public let part: String
        /// The rule that is broken.
        public let description: String
    }

    package let minutes: Set<Int>
    package let hours: Set<Int>
    package let days: Set<Int>
    package let months: Set<Int>
    package let weekdays: Set<Int>
    package let limitsDays: Bool
    package let limitsWeekdays: Bool
    package let isHourly: Bool

    /// Reads five fields.
    public init(_ text: String) throws(Mistake) {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count == 5 else {
            throw Mistake(
                part: text, description: "a cron schedule must have five fields: `\(text)`")
        }
        minutes = try Self.numbers(parts[0], in: 0...59, "minute")
        hours = try Self.numbers(parts[1], in: 0...23, "hour")
        days = try Self.numbers(parts[2], in: 1...31, "day of the month")
        months = try Self.numbers(parts[3], in: 1...12, "month", names: Self.monthNames)
        let named = try Self.numbers(parts[4], in: 0...7, "day of the week", names: Self.dayNames)
        weekdays = Set(named.map { $0 % 7 })
        limitsDays = !parts[2].hasPrefix("*")
        limitsWeekdays = !parts[4].hasPrefix("*")
        isHourly = parts[1].hasPrefix("*")
    }

    private static let monthNames = [
        "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    private static func numbers(
        _ field: String, in bounds: ClosedRange<Int>, _ noun: String, names: [String] = []
    ) throws(Mistake) -> Set<Int> {
        var numbers: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            guard let found = stride(String(part), in: bounds, names) else {
                throw Mistake(
                    part: field,
                    description: "the \(noun) must be from \(bounds.lowerBound) to "
                        + "\(bounds.upperBound), a range, a list or a step: `\(field)`")
            }
            numbers.formUnion(found)
        }
        return numbers
    }

    /// The numbers of `*`, `3`, `1-5`, `*/15`, `10-40/5` or `10/5`.
    private static func stride(
        _ part: String, in bounds: ClosedRange<Int>, _ names: [String]
    ) -> [Int]? {
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = halves.first, halves.count <= 2 else { return nil }
        var step = 1
        if halves.count == 2 {
            guard let number = digits(halves[1]), number > 0 else { return nil }
            step = number
        }
        guard let range = range(first, in: bounds, names, isOpen: halves.count == 2) else {
            return nil
        }
        return Array(Swift.stride(from: range.lowerBound, through: range.upperBound, by: step))
    }

    private static func range(
        _ text: Substring, in bounds: ClosedRange<Int>, _ names: [String], isOpen: Bool
    ) -> ClosedRange<Int>? {
        if text == "*" { return bounds }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            digits($0) ?? names.firstIndex(of: $0.lowercased())
        }
        guard let first = ends[0], bounds.contains(first) else { return nil }
        if ends.count == 1 { return first...(isOpen ? bounds.upperBound : first) }
        guard ends.count == 2, let last = ends[1], bounds.contains(last), first <= last else {
            return nil
        }
        return first...last
    }

    private static func digits(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ $0 &- 48 < 10 }) else {
            return nil
        }
        return Int(text)
    }
}
