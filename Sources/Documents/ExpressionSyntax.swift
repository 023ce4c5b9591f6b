public import Diagnostics

/// Takes the `${…}` in a scalar's text apart; what the names mean is decided elsewhere.
public struct ExpressionSyntax {
    /// A piece and the bytes it was written in.
    public struct Located: Sendable, Equatable {
        /// What it is.
        public let part: RawPart
        /// Where it stands, from `$` to `}`; the whole scalar where that cannot be told.
        public let span: SourceSpan
    }

    /// The pieces of a text node; nil if it has no `${` or is no text. Mistakes are reported, and
    /// what is mistaken is left in as literal text.
    public static func parse(
        _ node: Node, bytes: [UInt8] = [], into report: inout Report
    ) -> [RawPart]? {
        locate(node, bytes: bytes, into: &report)?.map(\.part)
    }

    /// The same with the place of every piece.
    public static func locate(
        _ node: Node, bytes: [UInt8] = [], into report: inout Report
    ) -> [Located]? {
        guard case .text(let text) = node.content, hasExpression(text) else { return nil }
        var syntax = ExpressionSyntax(node: node, text: Array(text.utf8), bytes: bytes)
        syntax.parse()
        report.add(syntax.report)
        return syntax.parts
    }

    /// Whether a text has `${`; looks at bytes only.
    public static func hasExpression(_ text: String) -> Bool {
        let mayHave = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe bytes.contains(UInt8(ascii: "$"))
        }
        if mayHave == false { return false }
        var isDollar = false
        for byte in text.utf8 {
            if isDollar, byte == UInt8(ascii: "{") { return true }
            isDollar = byte == UInt8(ascii: "$")
        }
        return false
    }

    private let node: Node
    private let text: [UInt8]
    private let bytes: [UInt8]
    private var parts: [Located] = []
    private var literal: [UInt8] = []
    private var report = Report()
    /// Up to where the file was searched for what is in the text.
    private var searched: Int

    private init(node: Node, text: [UInt8], bytes: [UInt8]) {
        self.node = node
        self.text = text
        self.bytes = bytes
        searched = Int(node.span.start)
    }

    private mutating func parse() {
        var at = 0
        while at < text.count {
            if starts(at, "$${") {
                literal.append(contentsOf: [UInt8(ascii: "$"), UInt8(ascii: "{")])
                at += 3
            } else if starts(at, "${") {
                at = expression(at)
            } else {
                literal.append(text[at])
                at += 1
            }
        }
        endLiteral()
    }

    private mutating func endLiteral() {
        guard !literal.isEmpty else { return }
        parts.append(
            Located(part: .literal(String(decoding: literal, as: UTF8.self)), span: node.span))
        literal = []
    }

    /// Reads an expression; returns where the text goes on.
    private mutating func expression(_ start: Int) -> Int {
        guard let close = closing(start + 2) else {
            let span = span(of: start..<text.count)
            report.add(
                .error(
                    ExpressionCode.unclosed, "an expression must be closed with `}`", at: span,
                    help: "write `$${` where the text `${` is meant"))
            literal.append(contentsOf: text[start...])
            return text.count
        }
        let range = start..<(close + 1)
        var body = ExpressionBody(
            String(decoding: text[(start + 2)..<close], as: UTF8.self), span: span(of: range))
        if let part = body.part() {
            endLiteral()
            parts.append(Located(part: part, span: body.span))
        } else {
            literal.append(contentsOf: text[range])
        }
        report.add(body.report)
        return close + 1
    }

    /// The brace that ends an expression; braces in quotes do not count.
    private func closing(_ start: Int) -> Int? {
        var isQuoted = false
        for at in start..<text.count {
            if text[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if text[at] == UInt8(ascii: "}"), !isQuoted { return at }
        }
        return text[start...].firstIndex(of: UInt8(ascii: "}"))
    }

    private func starts(_ at: Int, _ sign: StaticString) -> Bool {
        let count = sign.utf8CodeUnitCount
        guard at + count <= text.count else { return false }
        return sign.withUTF8Buffer { letters in
            for index in 0..<count where unsafe letters[index] != text[at + index] { return false }
            return true
        }
    }

    /// The bytes of the file that say what a part of the text says.
    private mutating func span(of range: Range<Int>) -> SourceSpan {
        let end = min(Int(node.span.end), bytes.count)
        let wanted = text[range]
        var at = searched
        while at + wanted.count <= end {
            if bytes[at] == wanted[range.lowerBound],
                bytes[at..<(at + wanted.count)].elementsEqual(wanted)
            {
                searched = at + wanted.count
                return SourceSpan(source: node.span.source, start: at, end: searched)
            }
            at += 1
        }
        return node.span
    }
}
