extension EmulatedTime {
    /// The moment in whole seconds, `2026-03-19T14:30:00Z`.
    package var seconds: String { text(upTo: "Z") }

    /// The moment in milliseconds, `2026-03-19T14:30:00.250Z`.
    package var thousandths: String {
        let rest = milliseconds - wholeSeconds * 1000
        return text(upTo: "." + String("00\(rest)".suffix(3)) + "Z")
    }

    private var wholeSeconds: Int64 { Int64((Double(milliseconds) / 1000).rounded(.down)) }

    private func text(upTo end: String) -> String {
        let days = Int((Double(wholeSeconds) / 86_400).rounded(.down))
        let rest = Int(wholeSeconds) - days * 86_400
        let date = Self.civil(days)
        return "\(date.year)-\(Self.two(date.month))-\(Self.two(date.day))"
            + "T\(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))" + end
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The date of a day counted from 1970, by the usual era arithmetic.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let ofYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let number = month < 10 ? month + 3 : month - 9
        return (
            year + era * 400 + (number <= 2 ? 1 : 0), number, ofYear - (153 * month + 2) / 5 + 1
        )
    }
}

extension String {
    /// 32 hexadecimal digits that depend on nothing but the text: an emulated id.
    package var identifierDigits: String {
        Self.hexadecimal(hash(from: 0xcbf2_9ce4_8422_2325))
            + Self.hexadecimal(hash(from: 0x9ae1_6a3b_2f90_404f))
    }

    /// A UUID that depends on nothing but the text.
    package var uuid: String {
        let digits = Array(identifierDigits)
        let groups = [digits[0..<8], digits[8..<12], digits[13..<16], digits[17..<20]]
        let texts = groups.map { String($0) }
        return "\(texts[0])-\(texts[1])-4\(texts[2])-a\(texts[3])-\(String(digits[20..<32]))"
    }

    private func hash(from start: UInt64) -> UInt64 {
        var hash = start
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
