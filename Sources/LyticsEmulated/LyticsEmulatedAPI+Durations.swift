import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Nanoseconds of a Go duration such as `24h` or `1h30m`; nil where it is not one.
    static func nanoseconds(_ text: String) -> Int64? {
        if text == "0" { return 0 }
        var rest = Substring(text)
        guard !rest.isEmpty else { return nil }
        var total: Int64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { !($0.isASCII && $0.isNumber) && $0 != "." }
            rest = rest.dropFirst(unit.count)
            guard let part = nanoseconds(digits, unit) else { return nil }
            let sum = total.addingReportingOverflow(part)
            guard !sum.overflow else { return nil }
            total = sum.partialValue
        }
        return total
    }

    private static func nanoseconds(_ digits: Substring, _ unit: Substring) -> Int64? {
        guard let size = units.first(where: { $0.name == unit })?.nanoseconds else { return nil }
        if let whole = Int64(digits) {
            let product = whole.multipliedReportingOverflow(by: size)
            return product.overflow ? nil : product.partialValue
        }
        guard let number = Double(digits), number < 1e9 else { return nil }
        return Int64(exactly: (number * Double(size)).rounded())
    }

    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
        ("ms", 1_000_000), ("us", 1000), ("µs", 1000), ("ns", 1),
    ]

    /// Nanoseconds in the shortest text: `72h`, `1h30m`.
    static func duration(_ nanoseconds: Int64) -> String {
        guard nanoseconds > 0 else { return "0s" }
        var rest = nanoseconds
        var text = ""
        for unit in units where unit.name != "µs" {
            let count = rest / unit.nanoseconds
            rest %= unit.nanoseconds
            if count > 0 { text += "\(count)\(unit.name)" }
        }
        return text
    }

    /// Nanoseconds of a member written as a text or as a number with a unit of its own.
    static func nanoseconds(
        _ value: Value, of name: String, unit: Int64, allowsText: Bool
    ) throws(Refusal) -> Int64 {
        if let number = value.int, number >= 0 {
            let product = number.multipliedReportingOverflow(by: unit)
            if !product.overflow { return product.partialValue }
        }
        if allowsText, let text = value.text, let number = nanoseconds(text) { return number }
        throw .bad("`\(name)` is not a duration: \(value.canonicalJSON)")
    }
}
