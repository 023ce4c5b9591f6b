import Diagnostics

/// Looks at a line as text, to find what its author meant where YAML reads something else.
struct LineText {
    private let bytes: [UInt8]
    /// Where the line begins.
    let start: Int
    /// Where its text ends, without a comment and trailing spaces.
    let end: Int
    /// Where the value begins, behind dashes and a key.
    let value: Int

    /// Looks at the line around an offset.
    init(around offset: Int, in bytes: [UInt8]) {
        self.bytes = bytes
        start = LineText.start(of: offset, in: bytes)
        end = LineText.end(of: start, in: bytes)
        value = LineText.value(from: start, to: end, in: bytes)
    }

    /// Where the line around an offset begins.
    static func start(of offset: Int, in bytes: [UInt8]) -> Int {
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// The bytes a text covers that begins at a span: in a block, all up to the end of its line.
    static func extent(
        of span: SourceSpan, isInFlow: Bool, in text: DocumentParser.Text
    ) -> SourceSpan {
        let line = LineText(around: Int(span.start), in: text.bytes)
        guard !isInFlow, line.end > Int(span.end) else { return span }
        return text.span(Int(span.start), line.end)
    }

    private static func end(of start: Int, in bytes: [UInt8]) -> Int {
        var at = start
        var quote: UInt8?
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D {
            let byte = bytes[at]
            if let open = quote {
                if byte == 0x5C, open == 0x22 { at += 1 } else if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "#"), at == start || bytes[at - 1] <= 0x20 {
                break
            } else if opensQuote(at, from: start, in: bytes) {
                quote = byte
            }
            at += 1
        }
        at = min(at, bytes.count)
        while at > start, bytes[at - 1] <= 0x20 { at -= 1 }
        return at
    }

    /// Whether a quote stands where a quoted text may begin.
    private static func opensQuote(_ at: Int, from start: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[at] == 0x22 || bytes[at] == 0x27 else { return false }
        var before = at
        while before > start, bytes[before - 1] == 0x20 { before -= 1 }
        guard before > start else { return true }
        switch bytes[before - 1] {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): return true
        case UInt8(ascii: ":"), UInt8(ascii: "-"): return before < at
        default: return false
        }
    }

    private static func value(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        var at = start
        while at < end, bytes[at] <= 0x20 { at += 1 }
        while at + 1 < end, bytes[at] == UInt8(ascii: "-"), bytes[at + 1] == 0x20 {
            at += 1
            while at < end, bytes[at] <= 0x20 { at += 1 }
        }
        guard at < end, let colon = colon(from: at, to: end, in: bytes) else { return at }
        at = colon + 1
        while at < end, bytes[at] <= 0x20 { at += 1 }
        return at
    }

    /// The colon behind a key that begins at an offset.
    private static func colon(from start: Int, to end: Int, in bytes: [UInt8]) -> Int? {
        var at = start
        switch bytes[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return nil
        case 0x22, 0x27:
            at += 1
            while at < end, bytes[at] != bytes[start] { at += bytes[at] == 0x5C ? 2 : 1 }
            at += 1
            return at < end && bytes[at] == UInt8(ascii: ":") ? at : nil
        default:
            while at < end {
                let isLast = at + 1 >= end || bytes[at + 1] <= 0x20
                if bytes[at] == UInt8(ascii: ":"), isLast { return at }
                at += 1
            }
            return nil
        }
    }

    /// The first unquoted `${` between brackets or braces, as the whole text around it.
    func flowExpression(isInFlow: Bool) -> Range<Int>? {
        walk(isInFlow: isInFlow) { at, depth, textStart in
            guard depth > 0, follows(at, 0x24, 0x7B) else { return nil }
            return textStart..<flowEnd(from: at)
        }
    }

    /// The first unquoted `{{` where a value may begin, as the whole text around it.
    func template() -> Range<Int>? {
        walk(isInFlow: false) { at, _, textStart in
            guard textStart == at, follows(at, 0x7B, 0x7B) else { return nil }
            return at..<(at == value ? end : flowEnd(from: at))
        }
    }

    private func follows(_ at: Int, _ first: UInt8, _ second: UInt8) -> Bool {
        at + 1 < end && bytes[at] == first && bytes[at + 1] == second
    }

    /// Goes through what is not quoted, with the depth of brackets and where the text began.
    private func walk(
        isInFlow: Bool, _ look: (_ at: Int, _ depth: Int, _ textStart: Int) -> Range<Int>?
    ) -> Range<Int>? {
        var depth = isInFlow ? 1 : 0
        var at = isInFlow ? start : value
        var textStart = at
        var isFresh = true
        while at < end {
            let byte = bytes[at]
            if isFresh, byte > 0x20 { (textStart, isFresh) = (at, false) }
            if let found = look(at, depth, textStart) { return found }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, isFresh) = (depth + 1, true)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): (depth, isFresh) = (max(0, depth - 1), true)
            case UInt8(ascii: ","): isFresh = true
            case UInt8(ascii: ":"): isFresh = at + 1 < end && bytes[at + 1] == 0x20
            case 0x22, 0x27: if textStart == at { at = closingQuote(at) }
            default: break
            }
            at += 1
        }
        return nil
    }

    private func closingQuote(_ open: Int) -> Int {
        var at = open + 1
        while at < end, bytes[at] != bytes[open] {
            at += bytes[at] == 0x5C && bytes[open] == 0x22 ? 2 : 1
        }
        return at
    }

    /// Where a text within brackets ends: at a comma or bracket that is not its own.
    private func flowEnd(from start: Int) -> Int {
        var at = start
        var depth = 0
        scan: while at < end {
            switch bytes[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { break scan }
                depth -= 1
            case UInt8(ascii: ","): if depth == 0 { break scan }
            default: break
            }
            at += 1
        }
        while at > start, bytes[at - 1] <= 0x20 { at -= 1 }
        return at
    }

    /// The value, if it begins with a bracket or brace that closes before more text follows.
    func braceText() -> Range<Int>? {
        guard value < end, bytes[value] == 0x7B || bytes[value] == 0x5B else { return nil }
        var depth = 0
        for at in value..<end {
            if bytes[at] == 0x7B || bytes[at] == 0x5B { depth += 1 }
            if bytes[at] == 0x7D || bytes[at] == 0x5D { depth -= 1 }
            if depth == 0 { return at + 1 < end ? value..<end : nil }
        }
        return nil
    }
}
