/// What a plain scalar means under the core schema of YAML 1.2.
enum CoreSchema {
    /// The content of a plain scalar; nil if it is a text.
    static func content(of text: Span<UInt8>) -> Node.Content? {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            return number(text)
        case UInt8(ascii: "~"): return text.count == 1 ? .null : nil
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
            UInt8(ascii: "f"), UInt8(ascii: "F"):
            return text.count <= 5 ? word(String(copying: text)) : nil
        default: return nil
        }
    }

    /// The content of the words that are neither texts nor numbers.
    static func word(_ text: String) -> Node.Content? {
        switch text {
        case "true", "True", "TRUE": .bool(true)
        case "false", "False", "FALSE": .bool(false)
        case "null", "Null", "NULL", "~", "": .null
        default: nil
        }
    }

    /// The number a text spells; nil if it is none. An integer beyond 64 bits becomes a double.
    static func number(_ text: Span<UInt8>) -> Node.Content? {
        if let int = decimal(text) { return .int(int) }
        guard looksLikeNumber(text) else { return nil }
        let string = String(copying: text)
        if let double = special(string) { return .double(double) }
        if string.hasPrefix("0o") { return integer(string.dropFirst(2), radix: 8) }
        if string.hasPrefix("0x") { return integer(string.dropFirst(2), radix: 16) }
        return isFloat(text) ? Double(string).map { .double($0) } : nil
    }

    private static func integer(_ digits: Substring, radix: Int) -> Node.Content? {
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-")
        else { return nil }
        return Int64(digits, radix: radix).map { .int($0) }
    }

    private static func special(_ text: String) -> Double? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
        case "-.inf", "-.Inf", "-.INF": -.infinity
        case ".nan", ".NaN", ".NAN": .nan
        default: nil
        }
    }

    /// Whether an integer is written in digits only, however large.
    static func isDecimal(_ text: Span<UInt8>) -> Bool {
        let start = hasSign(text) ? 1 : 0
        guard start < text.count else { return false }
        for index in start..<text.count where !isDigit(text[index]) { return false }
        return true
    }

    /// Whether an integer in base 8 or 16 is beyond 64 bits.
    static func isHugePrefixed(_ text: Span<UInt8>) -> Bool {
        guard text.count > 17, text[0] == UInt8(ascii: "0") else { return false }
        let radix =
            text[1] == UInt8(ascii: "x") ? 16 : text[1] == UInt8(ascii: "o") ? 8 : 0
        guard radix > 0 else { return false }
        return String(copying: text.extracting(2..<text.count)).allSatisfy {
            $0.isASCII && ($0.hexDigitValue ?? 16) < radix
        }
    }

    /// How many digits of a number mean something: those from the first that is not zero, without
    /// an exponent.
    static func significantDigits(_ text: Span<UInt8>) -> Int {
        var (count, zeros) = (0, 0)
        for index in 0..<text.count {
            let byte = text[index]
            if byte | 0x20 == UInt8(ascii: "e") { break }
            guard isDigit(byte) else { continue }
            if byte == UInt8(ascii: "0") {
                zeros += count > 0 ? 1 : 0
            } else {
                count += zeros + 1
                zeros = 0
            }
        }
        return count
    }

    private static func decimal(_ text: Span<UInt8>) -> Int64? {
        let start = hasSign(text) ? 1 : 0
        guard start < text.count, text.count < 21 else { return nil }
        let isNegative = text[0] == UInt8(ascii: "-")
        var number: Int64 = 0
        for index in start..<text.count {
            guard isDigit(text[index]) else { return nil }
            let digit = Int64(text[index] &- 48)
            let (tens, isLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) =
                isNegative
                ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            if isLarge || isLarger { return nil }
            number = sum
        }
        return number
    }

    /// Whether a text has only bytes that numbers have; quick, and true for all numbers.
    private static func looksLikeNumber(_ text: Span<UInt8>) -> Bool {
        guard text.count > 1 else { return false }
        let second = text[1]
        return isDigit(second) || second == UInt8(ascii: ".") || second == UInt8(ascii: "e")
            || second == UInt8(ascii: "E") || second == UInt8(ascii: "o")
            || second == UInt8(ascii: "x") || text[0] == UInt8(ascii: ".")
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    static func isFloat(_ text: Span<UInt8>) -> Bool {
        var at = hasSign(text) ? 1 : 0
        let whole = skipDigits(text, &at)
        var fraction = 0
        if at < text.count, text[at] == UInt8(ascii: ".") {
            at += 1
            fraction = skipDigits(text, &at)
        }
        guard whole + fraction > 0 else { return false }
        if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < text.count, isSign(text[at]) { at += 1 }
            guard skipDigits(text, &at) > 0 else { return false }
        }
        return at == text.count
    }

    private static func skipDigits(_ text: Span<UInt8>, _ at: inout Int) -> Int {
        let start = at
        while at < text.count, isDigit(text[at]) { at += 1 }
        return at - start
    }

    private static func hasSign(_ text: Span<UInt8>) -> Bool { !text.isEmpty && isSign(text[0]) }
    private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0x2D }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}

extension Span<UInt8> {
    /// The first byte.
    var first: UInt8? { isEmpty ? nil : self[0] }
}

extension String {
    /// Reads bytes that are known to be UTF-8.
    init(copying bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
