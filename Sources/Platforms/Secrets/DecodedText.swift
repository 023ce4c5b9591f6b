/// A text as somebody may read it who undoes escapes, each byte with where it came from.
///
/// White space and the codes of colors are left out, so that what is broken over lines is whole.
struct DecodedText: Hashable {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int32] = []
    private var ends: [Int32] = []

    /// Everything that a text may stand for: itself, and with up to two layers of escapes undone.
    static func views(of text: [UInt8]) -> [DecodedText] {
        var views = [DecodedText(text)]
        var layer = views
        for _ in 0..<2 {
            layer = layer.flatMap { view in Escape.allCases.compactMap { view.decoded($0) } }
            for view in layer where !views.contains(view) { views.append(view) }
        }
        return views
    }

    private init() {}

    private init(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let length = DecodedText.lengthOfColor(text, at: index)
            if length == 0 { append(text[index], Int32(index), Int32(index + 1)) }
            index += max(1, length)
        }
    }

    /// Where in the text a range of bytes stands.
    func source(_ range: Range<Int>) -> Range<Int> {
        Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
    }

    private mutating func append(_ byte: UInt8, _ start: Int32, _ end: Int32) {
        guard byte > 0x20 else { return }
        bytes.append(byte)
        starts.append(start)
        ends.append(end)
    }

    private static func lengthOfColor(_ text: [UInt8], at index: Int) -> Int {
        guard text[index] == 0x1B, index + 1 < text.count, text[index + 1] == 0x5B else { return 0 }
        let rest = text[(index + 2)...].prefix(8)
        return rest.firstIndex(of: UInt8(ascii: "m")).map { $0 - index + 1 } ?? 0
    }

    /// Ways to escape a character.
    private enum Escape: CaseIterable {
        case json, percent, html

        var sign: UInt8 {
            switch self {
            case .json: UInt8(ascii: "\\")
            case .percent: UInt8(ascii: "%")
            case .html: UInt8(ascii: "&")
            }
        }
    }

    /// The text with one layer of escapes undone; nil where it has none.
    private func decoded(_ escape: Escape) -> DecodedText? {
        guard bytes.contains(escape.sign) else { return nil }
        var text = DecodedText()
        text.bytes.reserveCapacity(bytes.count)
        var index = 0
        var isChanged = false
        while index < bytes.count {
            let found = bytes[index] == escape.sign ? escaped(escape, at: index) : nil
            let length = found?.length ?? 1
            let range = index..<min(index + length, bytes.count)
            for byte in found?.bytes ?? [bytes[index]] {
                text.append(byte, starts[range.lowerBound], ends[range.upperBound - 1])
            }
            isChanged = isChanged || found != nil
            index += length
        }
        return isChanged ? text : nil
    }

    private func escaped(_ escape: Escape, at index: Int) -> (bytes: [UInt8], length: Int)? {
        switch escape {
        case .json: jsonEscape(at: index)
        case .percent: number(at: index + 1, digits: 2).map { ([UInt8($0)], 3) }
        case .html: entity(at: index)
        }
    }

    private func jsonEscape(at index: Int) -> (bytes: [UInt8], length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return ([0x20], 2)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
            return ([bytes[index + 1]], 2)
        case UInt8(ascii: "u"): return unicodeEscape(at: index)
        default: return nil
        }
    }

    private func unicodeEscape(at index: Int) -> (bytes: [UInt8], length: Int)? {
        guard let high = number(at: index + 2, digits: 4) else { return nil }
        if let scalar = Unicode.Scalar(high) { return (Array(String(scalar).utf8), 6) }
        let next = index + 6
        guard next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "u"), let low = number(at: next + 2, digits: 4),
            (0xD800..<0xDC00).contains(high), (0xDC00..<0xE000).contains(low)
        else { return nil }
        let value = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
        return Unicode.Scalar(value).map { (Array(String($0).utf8), 12) }
    }

    private func entity(at index: Int) -> (bytes: [UInt8], length: Int)? {
        let names: [(String, String)] = [
            ("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"),
            ("&#39;", "'"), ("&#34;", "\""), ("&#x27;", "'"), ("&#x22;", "\""),
        ]
        let rest = bytes[index...].prefix(6)
        return names.first { rest.starts(with: $0.0.utf8) }.map {
            (Array($0.1.utf8), $0.0.utf8.count)
        }
    }

    /// A hexadecimal number of some digits.
    private func number(at index: Int, digits: Int) -> UInt32? {
        guard index + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<(index + digits)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
