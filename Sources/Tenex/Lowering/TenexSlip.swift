import Diagnostics
import Documents
import Platforms

/// Braces in a text that take in nothing, or something that nobody documents.
struct TenexSlip {
    /// What is odd about them.
    enum Kind { case unclosed, empty, noPath }

    let kind: Kind
    /// What stands between them.
    let text: String
    /// Where it is written, as near as is known.
    let span: SourceSpan
}

extension TenexMentions {
    /// Every such pair of braces in the texts of a tree; what an apply puts together is let be.
    static func slips(in node: Node) -> [TenexSlip] {
        switch node.content {
        case .text(let text): TenexText.slips(in: text, of: node)
        case .list(let nodes): nodes.flatMap { slips(in: $0) }
        case .map(let entries): entries.flatMap { slips(in: $0.value) }
        default: []
        }
    }
}

extension TenexText {
    /// Every such pair of braces in a text, in order.
    static func slips(in text: String, of node: Node) -> [TenexSlip] {
        let bytes = Array(text.utf8)
        var slips: [TenexSlip] = []
        var at = 0
        while let start = find(UInt8(ascii: "{"), in: bytes, from: at) {
            let end = find(UInt8(ascii: "}"), in: bytes, from: start + 2)
            let next = find(UInt8(ascii: "{"), in: bytes, from: start + 2)
            guard let end, next.map({ $0 > end }) ?? true else {
                let range = start..<(next ?? bytes.count)
                slips.append(slip(.unclosed, range, bytes, node))
                at = range.upperBound
                continue
            }
            if let kind = kind(of: bytes, start + 2, end) {
                let range = kind == .empty ? start..<(end + 2) : (start + 2)..<end
                slips.append(slip(kind, range, bytes, node))
            }
            at = end + 2
        }
        return slips
    }

    private static func kind(of bytes: [UInt8], _ start: Int, _ end: Int) -> TenexSlip.Kind? {
        let inner = trimmed(bytes, start, end)
        if inner.isEmpty { return .empty }
        return words(in: bytes, inner.lowerBound, inner.upperBound) == [inner] ? nil : .noPath
    }

    private static func slip(
        _ kind: TenexSlip.Kind, _ range: Range<Int>, _ bytes: [UInt8], _ node: Node
    ) -> TenexSlip {
        let inner = trimmed(bytes, range.lowerBound, range.upperBound)
        return TenexSlip(
            kind: kind, text: String(decoding: bytes[inner], as: UTF8.self),
            span: place(inner, of: bytes.count, node))
    }
}
