extension TenexEmulatedAPI {
    private static let day: Double = 86_400_000

    /// The milliseconds of a duration after ISO 8601: `P3D`, `PT90M`, `P1DT12H`, `PT0.5S`.
    ///
    /// A year has 365 days and a month 30.
    static func milliseconds(ofDuration text: String) -> Int64? {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let days = halves.first, days.first == "P", text.count > 2, text.last != "T",
            var sum = sum(
                days.dropFirst(), ["Y": 365 * day, "M": 30 * day, "W": 7 * day, "D": day])
        else { return nil }
        if halves.count == 2 {
            guard let times = self.sum(halves[1], ["H": 3_600_000, "M": 60_000, "S": 1000]) else {
                return nil
            }
            sum += times
        }
        return sum < 1e15 ? Int64(sum.rounded()) : nil
    }

    private static func sum(_ text: Substring, _ units: [Character: Double]) -> Double? {
        var rest = text
        var sum = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            guard let letter = rest.popFirst(), let unit = units[letter],
                let number = Double(digits)
            else { return nil }
            sum += number * unit
        }
        return sum
    }
}
