/// What readers of YAML 1.1, such as PyYAML, make of a plain scalar.
enum OtherReaders {
    /// What they see where we see something else, as words for a message; nil if they agree.
    static func reading(of text: Span<UInt8>) -> String? {
        guard let first = text.first, text.count <= 40 else { return nil }
        switch first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"),
            UInt8(ascii: "o"), UInt8(ascii: "O"):
            return text.count <= 3 ? word(String(copying: text)) : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            return CoreSchema.isDecimal(text) && !hasLeadingZero(text) ? nil : numeric(text)
        case UInt8(ascii: "="): return text.count == 1 ? "a default value" : nil
        default: return nil
        }
    }

    private static func word(_ text: String) -> String? {
        switch text {
        case "yes", "Yes", "YES", "on", "On", "ON": "`true`"
        case "no", "No", "NO", "off", "Off", "OFF": "`false`"
        default: nil
        }
    }

    private static func hasLeadingZero(_ text: Span<UInt8>) -> Bool {
        let start = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") ? 1 : 0
        return text.count > start + 1 && text[start] == UInt8(ascii: "0")
    }

    /// Whether anything in a text starting like a number needs the slow look.
    private static func isOdd(_ text: Span<UInt8>) -> Bool {
        if hasLeadingZero(text) { return true }
        for index in 1..<max(1, text.count) {
            switch text[index] {
            case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                return true
            default: continue
            }
        }
        return false
    }

    private static func numeric(_ span: Span<UInt8>) -> String? {
        guard isOdd(span), mayBeRead(span) else { return nil }
        var walk = ByteWalk(span)
        walk.skip { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        if walk.begins(with: "0o") {
            return CoreSchema.content(of: span) == nil ? nil : "a text"
        }
        if walk.holds(UInt8(ascii: ":")) {
            return sexagesimal(walk, isNegative: span[0] == UInt8(ascii: "-"))
        }
        if walk.isWhole({ $0.date() }) { return "a date" }
        if walk.isWhole({ $0.grouped() }) { return "a number" }
        if walk.isWhole({ $0.takes("0") && $0.skip(ByteWalk.isOctalOrGroup) > 0 }) {
            return "an octal number"
        }
        if walk.isWhole({ $0.takes("0") && $0.skip(ByteWalk.isDigit) > 0 }) { return "a text" }
        return walk.isWhole({ $0.exponent() }) ? "a text" : nil
    }

    /// Whether a text has only letters that numbers and times have; an id of hexadecimal digits has
    /// others, and is looked at no further.
    private static func mayBeRead(_ text: Span<UInt8>) -> Bool {
        let start = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") ? 1 : 0
        if text.count > start + 1, text[start] == UInt8(ascii: "0"), text[start + 1] > 0x39 {
            return true
        }
        for index in start..<text.count {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "+")...UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "T"),
                UInt8(ascii: "t"), UInt8(ascii: "Z"), 0x20, 0x09:
                continue
            default: return false
            }
        }
        return true
    }

    /// `22:00` is 1320 there: base 60. A date with a time has colons too.
    private static func sexagesimal(_ walk: ByteWalk, isNegative: Bool) -> String? {
        if walk.isWhole({ $0.baseSixty(fromZero: false) }) {
            var number = 0.0
            var part = 0.0
            for byte in walk.rest where byte != UInt8(ascii: "_") {
                if byte == UInt8(ascii: ":") {
                    (number, part) = ((number + part) * 60, 0)
                } else {
                    part = part * 10 + Double(byte &- 48)
                }
            }
            number = isNegative ? -number - part : number + part
            return abs(number) < 1e15 ? "the number \(Int64(number))" : "a number"
        }
        let isFraction = walk.isWhole {
            guard $0.baseSixty(fromZero: true), $0.takes(".") else { return false }
            $0.skip(ByteWalk.isDigitOrGroup)
            return true
        }
        if isFraction { return "a number" }
        return walk.isWhole({ $0.time() }) ? "a time" : nil
    }
}
