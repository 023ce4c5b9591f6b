import Diagnostics
import Documents
import Platforms

/// Something that a text or a condition reads, `steps.enrich.output.score`.
struct TenexMention {
    /// The path as written.
    let text: String
    /// The names in it, without brackets.
    let parts: [String]
    /// Where it is written, as near as is known.
    let span: SourceSpan?
    /// Whether it is only asked whether it is there.
    let isTested: Bool

    init(_ text: String, span: SourceSpan?, isTested: Bool = false) {
        self.text = text
        parts = text.split(separator: ".", omittingEmptySubsequences: false)
            .map { String($0.prefix { $0 != "[" }) }
        self.span = span
        self.isTested = isTested
    }
}

/// Finds what canonical trees read: `{{ paths }}` in texts, fields of conditions.
enum TenexMentions {
    /// What one step reads.
    static func of(step: Node) -> [TenexMention] {
        let texts = (step["config"]?.map ?? []).filter { $0.key != "step_type" }
        let ways = step["branches"]?.list ?? []
        return texts.flatMap { of(texts: $0.value) }
            + ways.compactMap { $0["condition"] }.flatMap { of(condition: $0) }
    }

    /// What one trigger reads.
    static func of(trigger: Node) -> [TenexMention] {
        (trigger["filters"].map { of(condition: $0) } ?? [])
            + (trigger["input_mapping"].map { of(texts: $0) } ?? [])
    }

    /// What the texts of a tree read, in order.
    static func of(texts node: Node) -> [TenexMention] {
        switch node.content {
        case .text(let text): TenexText.mentions(in: text, of: node)
        case .list(let nodes): nodes.flatMap { of(texts: $0) }
        case .map(let entries): entries.flatMap { of(texts: $0.value) }
        case .expression(let expression):
            expression.parts.flatMap { part -> [TenexMention] in
                guard case .literal(let text) = part else { return [] }
                return TenexText.mentions(in: text, of: node)
            }
        default: []
        }
    }

    /// What a condition reads.
    static func of(condition node: Node) -> [TenexMention] {
        (node.map ?? []).flatMap { entry -> [TenexMention] in
            switch entry.key {
            case "field":
                guard let text = entry.value.text else { return [] }
                let isTested = node["op"]?.text == "exists"
                return [TenexMention(text, span: entry.value.span, isTested: isTested)]
            case "not": return of(condition: entry.value)
            case "all", "any": return (entry.value.list ?? []).flatMap { of(condition: $0) }
            default: return of(texts: entry.value)
            }
        }
    }
}

/// Finds `{{ paths }}` in texts.
///
/// Nobody documents what else may stand between the braces; of anything but one path only what
/// begins with `inputs.` or `steps.` is taken out.
enum TenexText {
    /// Every path in a text, in order.
    static func mentions(in text: String, of node: Node) -> [TenexMention] {
        let bytes = Array(text.utf8)
        var mentions: [TenexMention] = []
        var at = 0
        while let start = find(UInt8(ascii: "{"), in: bytes, from: at),
            let end = find(UInt8(ascii: "}"), in: bytes, from: start + 2)
        {
            mentions += paths(in: bytes, start + 2, end).map { range in
                TenexMention(
                    String(decoding: bytes[range], as: UTF8.self),
                    span: place(range, of: bytes.count, node))
            }
            at = end + 2
        }
        return mentions
    }

    /// Where a sign stands twice.
    static func find(_ sign: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        while at + 1 < bytes.count {
            if bytes[at] == sign, bytes[at + 1] == sign { return at }
            at += 1
        }
        return nil
    }

    private static func paths(in bytes: [UInt8], _ start: Int, _ end: Int) -> [Range<Int>] {
        let inner = trimmed(bytes, start, end)
        let words = words(in: bytes, inner.lowerBound, inner.upperBound)
        if words == [inner] { return words }
        return words.filter { range in
            let text = String(decoding: bytes[range], as: UTF8.self)
            return text.hasPrefix("inputs.") || text.hasPrefix("steps.")
        }
    }

    /// What stands between two places, without spaces at its ends.
    static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
        var first = start
        var last = end
        while first < last, bytes[first] == 0x20 { first += 1 }
        while first < last, bytes[last - 1] == 0x20 { last -= 1 }
        return first..<last
    }

    /// The paths between two places, but those in quotes.
    static func words(in bytes: [UInt8], _ start: Int, _ end: Int) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var quote: UInt8?
        var at = start
        while at < end {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if isLetter(byte) {
                let first = at
                while at < end, isPart(bytes[at]) { at += 1 }
                words.append(first..<at)
                continue
            }
            at += 1
        }
        return words
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_")
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte.isDigit || [46, 45, 91, 93].contains(byte)
    }

    /// A part of a text that is written as it is, perhaps in quotes; else all of it.
    static func place(_ range: Range<Int>, of length: Int, _ node: Node) -> SourceSpan {
        let written = Int(node.span.end) - Int(node.span.start)
        let quote = written == length ? 0 : written == length + 2 ? 1 : -1
        guard quote >= 0, node.text != nil else { return node.span }
        let first = Int(node.span.start) + quote
        return SourceSpan(
            source: node.span.source, start: first + range.lowerBound,
            end: first + range.upperBound)
    }
}
