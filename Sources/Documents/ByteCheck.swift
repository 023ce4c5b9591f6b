import Diagnostics

/// Looks at a file's bytes before anything else does: UTF-8 and nothing but text.
enum ByteCheck {
    /// Whether all bytes are printable ASCII, tabs and line ends; one pass without branches.
    static func isPlainASCII(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var odd: UInt8 = 0
        for index in span.indices {
            let byte = span[index]
            let isControl = (byte < 0x20) as Bool
            let isLine = byte == 0x0A || byte == 0x0D || byte == 0x09
            odd |= (byte & 0x80) | (isControl && !isLine ? 1 : 0) | (byte == 0x7F ? 1 : 0)
        }
        return odd == 0
    }

    /// The first thing in the bytes that is not text, as a diagnostic.
    static func problem(in bytes: [UInt8], source: SourceID) -> Diagnostic? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return .error(
                YAMLCode.badUTF8, "a file must be written in UTF-8, not in UTF-16",
                at: SourceSpan(source: source, start: 0, end: 2), help: "save the file as UTF-8")
        }
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count {
            guard let (scalar, length) = scalar(at: at, in: bytes) else {
                return .error(
                    YAMLCode.badUTF8, "a file must be written in UTF-8",
                    at: SourceSpan(source: source, start: at, end: at + 1),
                    label: "byte 0x\(hex(UInt32(bytes[at]))) cannot stand here",
                    help: "save the file as UTF-8")
            }
            if let what = unseen(scalar) {
                return .error(
                    YAMLCode.badUTF8, "a file must not contain \(what)",
                    at: SourceSpan(source: source, start: at, end: at + length),
                    label: "U+\(hex(scalar, digits: 4))",
                    help: "in double quotes, write `\\u\(hex(scalar, digits: 4))` instead")
            }
            at += length
        }
        return nil
    }

    /// The code point that starts at an offset and its bytes; nil if it is not UTF-8.
    private static func scalar(at: Int, in bytes: [UInt8]) -> (UInt32, Int)? {
        let first = bytes[at]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, at + length <= bytes.count else { return nil }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes[(at + 1)..<(at + length)] {
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard scalar >= smallest, Unicode.Scalar(scalar) != nil else { return nil }
        return (scalar, length)
    }

    /// What a reviewer would not see, in words: what stands there reads otherwise than it looks.
    private static func unseen(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0x85, 0x2028, 0x2029: "line ends that editors do not show"
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            "characters that turn the direction of text"
        default: isPrintable(scalar) ? nil : "control characters"
        }
    }

    private static func isPrintable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD: true
        default: scalar >= 0x10000
        }
    }

    private static func hex(_ number: UInt32, digits: Int = 2) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
