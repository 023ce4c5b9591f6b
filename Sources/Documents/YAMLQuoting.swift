/// Writes texts so that every reader of YAML sees a text.
enum YAMLQuoting {
    /// The text in quotes: double ones, or single ones where that saves escapes.
    static func quoted(_ text: String) -> String {
        let hasEscapes = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
        let needsDouble = text.unicodeScalars.contains { !isPrintable($0) }
        if hasEscapes && !needsDouble {
            return "'"
                + text.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''") + "'"
        }
        var result = "\""
        for scalar in text.unicodeScalars { result += escaped(scalar) }
        return result + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default:
            guard !isPrintable(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let width = scalar.value > 0xFFFF ? 8 : 4
            let mark = width == 8 ? "\\U" : "\\u"
            return mark + String(repeating: "0", count: width - digits.count) + digits
        }
    }

    /// Whether a character may stand in quotes as it is, on one line, for readers old and new.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: scalar.value >= 0x10000
        }
    }

    /// Whether a text may stand without quotes, in a block or within brackets, for all readers.
    static func isPlain(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, last != 0x20, last != 0x3A,
            isWordStart(first), !text.hasPrefix("..."),
            text.unicodeScalars.allSatisfy(isPlainScalar)
        else { return false }
        for index in bytes.indices.dropFirst() {
            if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return false }
            if bytes[index - 1] == UInt8(ascii: ":"), bytes[index] == 0x20 { return false }
        }
        return CoreSchema.content(of: bytes.span) == nil
            && OtherReaders.reading(of: bytes.span) == nil && !isOneLetterBool(text)
    }

    private static func isOneLetterBool(_ text: String) -> Bool {
        ["y", "Y", "n", "N"].contains(text)
    }

    private static func isWordStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("),
            UInt8(ascii: "$"), 0x80...0xFF:
            true
        default: byte.isLetterOrDigit
        }
    }

    private static func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "{", "}", "[", "]", ",", "\t": false
        default: isPrintable(scalar)
        }
    }
}
