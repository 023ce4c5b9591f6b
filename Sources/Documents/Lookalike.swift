import Diagnostics

/// Characters that look like signs of YAML, and are letters of a text to it.
struct Lookalike {
    /// A space that is none, a dash, or a quotation mark, as word processors put them.
    enum Sort { case space, dash, quote }

    let sort: Sort
    /// How many bytes it has.
    let count: Int
    /// Its number, `U+00A0`.
    let name: String

    /// What stands at a byte; nil for nearly everything.
    init?(_ bytes: [UInt8], at index: Int) {
        guard index < bytes.count, bytes[index] >= 0xC2 else { return nil }
        let text = String(decoding: bytes[index..<min(bytes.count, index + 3)], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first else { return nil }
        switch scalar.value {
        case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: sort = .space
        case 0x2010...0x2015, 0x2212: sort = .dash
        case 0x2018...0x201F, 0xAB, 0xBB: sort = .quote
        default: return nil
        }
        count = String(scalar).utf8.count
        let digits = String(scalar.value, radix: 16, uppercase: true)
        name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// Where they stand in a file.
extension Lookalike {
    /// A plain text that begins with a sign that is none: what it is, or nil.
    static func problem(
        in range: Range<Int>, isKey: Bool, of text: DocumentParser.Text
    ) -> Diagnostic? {
        guard let first = Lookalike(text.bytes, at: range.lowerBound) else { return nil }
        let end = range.lowerBound + first.count
        let span = text.span(range.lowerBound, end)
        switch first.sort {
        case .space: return first.noSign(at: span)
        case .dash:
            guard end < range.upperBound, text.bytes[end] == 0x20 else { return nil }
            // A key that begins so stands in another map than its author meant.
            if isKey { return first.noSign(at: span) }
            return .warning(
                YAMLCode.lookalike,
                "this dash (\(first.name)) is part of the text; a list item begins with `-`",
                at: span, help: "write `-` for a list item, or quote the text")
        case .quote:
            return first.isClosed(in: range, of: text.bytes) ? first.noQuote(at: span) : nil
        }
    }

    /// The sign that is none on the line where a file could not be read any further, or before it.
    static func cause(at end: Int, in text: DocumentParser.Text) -> Diagnostic? {
        let bytes = text.bytes
        let last = min(end, bytes.count)
        let line = LineText.start(of: last, in: bytes)
        var isBegin = true
        for index in LineText.start(of: max(0, line - 1), in: bytes)..<last {
            let sign = isBegin ? Lookalike(bytes, at: index) : nil
            if let sign, sign.sort != .quote || index >= line {
                let span = text.span(index, index + sign.count)
                return sign.sort == .quote ? sign.noQuote(at: span) : sign.noSign(at: span)
            }
            switch bytes[index] {
            case 0x0A, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["),
                UInt8(ascii: "{"), UInt8(ascii: ","):
                isBegin = true
            case 0x20: break
            default: isBegin = false
            }
        }
        return nil
    }

    private func noSign(at span: SourceSpan) -> Diagnostic {
        .error(
            YAMLCode.lookalike,
            sort == .space
                ? "this character (\(name)) looks like a space and is none"
                : "this dash (\(name)) is not the `-` of a list item", at: span,
            help: sort == .space ? "write a space" : "write `-`")
    }

    private func noQuote(at span: SourceSpan) -> Diagnostic {
        .warning(
            YAMLCode.lookalike,
            "this quotation mark (\(name)) is part of the text and quotes nothing",
            at: span,
            help: "write `\"` or `'` around a text that needs quotes; quote the whole text if "
                + "the marks belong to it")
    }

    /// Whether a text that begins with a mark ends with one too.
    private func isClosed(in range: Range<Int>, of bytes: [UInt8]) -> Bool {
        guard range.count > 2 * count else { return false }
        return Lookalike(bytes, at: range.upperBound - count)?.sort == .quote
    }
}
