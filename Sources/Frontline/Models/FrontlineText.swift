import Diagnostics
import Documents
import Platforms

/// A `{name}` in a text.
struct FrontlineMention {
    /// What stands between the braces.
    let name: String
    /// Whether more than a name stands there, such as `{order.id}`.
    let isPath: Bool
    /// Where it is written, as near as is known.
    let span: SourceSpan?
}

/// Finds `{names}` in texts; braces around anything else, as JSON has them, mean nothing.
enum FrontlineText {
    /// Every name in a text, in order, also in the parts of one that is put together later.
    static func mentions(_ text: Written<String>) -> [FrontlineMention] {
        switch text.state {
        case .value(let value): mentions(in: value, at: text.span)
        case .later(.joined(let parts)):
            parts.compactMap(\.text).flatMap { mentions(in: $0, at: text.span, isWhole: false) }
        default: []
        }
    }

    private static func mentions(
        in text: String, at span: SourceSpan?, isWhole: Bool = true
    ) -> [FrontlineMention] {
        let bytes = Array(text.utf8)
        var mentions: [FrontlineMention] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "{"), let end = end(of: bytes, from: at) else {
                at += 1
                continue
            }
            let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
            let isPath = name.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }
            let place = span.map {
                isWhole ? part(of: $0, bytes.count, at, end + 1) : $0
            }
            mentions.append(FrontlineMention(name: name, isPath: isPath, span: place))
            at = end + 1
        }
        return mentions
    }

    /// The closing brace of a name or a path that begins behind an opening one.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        var at = start + 1
        guard at < bytes.count, isLetter(bytes[at]) else { return nil }
        while at < bytes.count, isPart(bytes[at]) { at += 1 }
        return at < bytes.count && bytes[at] == UInt8(ascii: "}") ? at : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_")
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte.isDigit || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "-")
    }

    /// A part of a text that is written as it is, perhaps in quotes; else all of it.
    private static func part(
        of span: SourceSpan, _ length: Int, _ start: Int, _ end: Int
    ) -> SourceSpan {
        let written = Int(span.end) - Int(span.start)
        let quote = written == length ? 0 : written == length + 2 ? 1 : -1
        guard quote >= 0 else { return span }
        let first = Int(span.start) + quote
        return SourceSpan(source: span.source, start: first + start, end: first + end)
    }
}
