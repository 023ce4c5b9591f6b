import Documents

extension LyticsEmulatedAPI {
    /// A moment as `2026-03-19T14:30:00Z`.
    static func timestamp(_ time: EmulatedTime) -> String {
        let seconds = Int64((Double(time.milliseconds) / 1000).rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = Int(seconds) - days * 86_400
        let date = civil(days)
        return "\(date.year)-\(two(date.month))-\(two(date.day))"
            + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
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

    /// A 32-digit hexadecimal id that depends on nothing but its parts.
    static func identifier(_ parts: String...) -> String {
        let text = parts.joined(separator: "/")
        return hexadecimal(hash(text, from: 0xcbf2_9ce4_8422_2325))
            + hexadecimal(hash(text, from: 0x9ae1_6a3b_2f90_404f))
    }

    /// A digest of a value that is kept instead of it.
    static func digest(_ value: Value) -> Value { .text(identifier("digest", value.canonicalJSON)) }

    private static func hash(_ text: String, from start: UInt64) -> UInt64 {
        var hash = start
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    /// A slug in the form of values: `webhook-triggers` is `webhook_triggers`.
    static func snake(_ slug: String) -> String {
        String(slug.map { $0 == "-" ? "_" : $0 })
    }

    /// The next id of an account's objects of one kind.
    static func newID(
        _ kind: String, _ exchange: Exchange, _ store: inout EmulatedStore
    ) -> String {
        let aid = "\(exchange.account.aid)"
        return identifier(kind, aid, "\(store.next("lytics/\(aid)/\(kind)"))")
    }

    /// The rows of one account in a table, in the order of their ids.
    static func rows(_ table: String, _ aid: Int64, _ store: EmulatedStore) -> [Object] {
        let prefix = "\(aid)/"
        return store.rows(table).compactMap { $0.id.hasPrefix(prefix) ? $0.value.object : nil }
    }
}
