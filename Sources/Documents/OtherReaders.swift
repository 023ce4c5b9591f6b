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
        guard isOdd(span) else { return nil }
        let text = String(copying: span)
        let digits = text.drop { $0 == "+" || $0 == "-" }
        if digits.hasPrefix("0o") {
            return CoreSchema.content(of: span) == nil ? nil : "a text"
        }
        if digits.contains(":") { return sexagesimal(digits) }
        if digits.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil { return "a date" }
        let grouped = /0b[01_]+|[1-9][0-9]*_[0-9_]*|0x[0-9a-fA-F]*_[0-9a-fA-F_]*/
        if digits.wholeMatch(of: grouped) != nil { return "a number" }
        if digits.wholeMatch(of: /0[0-7_]+/) != nil { return "an octal number" }
        if digits.wholeMatch(of: /0[0-9]+/) != nil { return "a text" }
        let unsigned = /[0-9]*\.?[0-9]*[eE][0-9]+|[0-9]+[eE][-+][0-9]+/
        return digits.wholeMatch(of: unsigned) != nil ? "a text" : nil
    }

    /// `22:00` is 1320 there: base 60. A date with a time has colons too.
    private static func sexagesimal(_ digits: Substring) -> String? {
        if digits.wholeMatch(of: /[1-9][0-9_]*(:[0-5]?[0-9])+/) != nil {
            let number = digits.split(separator: ":").reduce(0.0) { sum, part in
                sum * 60 + (Double(part.filter { $0 != "_" }) ?? 0)
            }
            return number < 1e15 ? "the number \(Int64(number))" : "a number"
        }
        if digits.wholeMatch(of: /[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*/) != nil {
            return "a number"
        }
        let time =
            /\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?/
        return digits.wholeMatch(of: time) != nil ? "a time" : nil
    }
}
