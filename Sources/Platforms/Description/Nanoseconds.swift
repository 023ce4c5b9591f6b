public import Diagnostics
public import Documents

/// A length of time written `72h`, `1h30m`, `3d` or `2w`; in canonical form whole nanoseconds.
public struct Nanoseconds: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// How many nanoseconds.
    public let rawValue: Int64

    /// Counts nanoseconds.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    private static let units: [(name: String, size: Int64)] = [
        ("w", 604_800_000_000_000), ("d", 86_400_000_000_000), ("h", 3_600_000_000_000),
        ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1_000),
        ("µs", 1_000), ("ns", 1),
    ]

    /// Reads a text such as `1h30m`, `1.5h` or `72h0m0s`; nil if it is not one or too long.
    public init?(_ text: String) {
        if let simple = Nanoseconds.oneUnit(text) {
            rawValue = simple
            return
        }
        var rest = Substring(text)
        guard !rest.isEmpty else { return nil }
        guard text != "0" else {
            rawValue = 0
            return
        }
        var total: Int64 = 0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            let name = rest.dropFirst(number.count).prefix { $0.isLetter }
            guard let unit = Nanoseconds.units.first(where: { $0.name == name }),
                let part = Nanoseconds.amount(number, of: unit.size)
            else { return nil }
            let (sum, isTooLong) = total.addingReportingOverflow(part)
            guard !isTooLong else { return nil }
            total = sum
            rest = rest.dropFirst(number.count + name.count)
        }
        rawValue = total
    }

    /// Some digits and one letter, as nearly all durations are written; nil for all others.
    private static func oneUnit(_ text: String) -> Int64? {
        guard (2...5).contains(text.utf8.count), let letter = text.utf8.last else { return nil }
        var number: Int64 = 0
        for byte in text.utf8.dropLast() {
            guard byte &- 48 < 10 else { return nil }
            number = number * 10 + Int64(byte &- 48)
        }
        switch letter {
        case UInt8(ascii: "d"): return number * 86_400_000_000_000
        case UInt8(ascii: "h"): return number * 3_600_000_000_000
        case UInt8(ascii: "m"): return number * 60_000_000_000
        case UInt8(ascii: "s"): return number * 1_000_000_000
        default: return nil
        }
    }

    /// A decimal number of units, exactly; nil if nanoseconds do not suffice.
    private static func amount(_ number: Substring, of size: Int64) -> Int64? {
        let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let whole = Int64(pieces[0]) else { return nil }
        let (product, isTooLong) = whole.multipliedReportingOverflow(by: size)
        guard !isTooLong else { return nil }
        guard pieces.count == 2 else { return product }
        guard pieces[1].count <= 9, let fraction = Int64(pieces[1]) else { return nil }
        let scale = (0..<pieces[1].count).reduce(Int64(1)) { power, _ in power * 10 }
        let (share, remainder) = scale.dividingFullWidth(size.multipliedFullWidth(by: fraction))
        guard remainder == 0 else { return nil }
        return product.addingReportingOverflow(share).partialValue
    }

    /// The text that people write: `2w`, `30d`, `72h`, `1h30m`; up to three days in hours.
    public var description: String {
        guard rawValue != 0 else { return "0s" }
        guard rawValue > 0 else { return "\(rawValue)ns" }
        if rawValue >= 1_209_600_000_000_000, rawValue % 604_800_000_000_000 == 0 {
            return "\(rawValue / 604_800_000_000_000)w"
        }
        if rawValue > 259_200_000_000_000, rawValue % 86_400_000_000_000 == 0 {
            return "\(rawValue / 86_400_000_000_000)d"
        }
        var rest = rawValue
        var text = ""
        for unit in Nanoseconds.units.dropFirst(2) where rest >= unit.size {
            text += "\(rest / unit.size)\(unit.name)"
            rest %= unit.size
        }
        return text
    }

    /// Orders by length.
    public static func < (left: Nanoseconds, right: Nanoseconds) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Nanoseconds: FieldValue {
    /// A duration.
    public static var fieldType: FieldType { .duration }
    /// A text with units; a bare number other than 0 could mean anything and is refused.
    public static func decode(_ node: Node, into report: inout Report) -> Nanoseconds? {
        if case .int(0) = node.content { return Nanoseconds(0) }
        guard let text = node.text, let duration = Nanoseconds(text)
        else { return node.wrongType(Nanoseconds.self, into: &report) }
        return duration
    }
    /// A text with units, or whole nanoseconds.
    public init?(lenient value: Value) {
        if let text = value.text {
            self.init(text)
        } else if let count = Int64(lenient: value) {
            self.init(count)
        } else {
            return nil
        }
    }
    /// Whole nanoseconds.
    public var canonical: Value { .int(rawValue) }
}
