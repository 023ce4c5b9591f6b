public import Diagnostics

/// Reads a JSON file into the same tree as YAML, every node with its bytes.
public struct JSONDocumentParser {
    private var scanner: JSONScanner
    private let source: SourceID
    private var report = Report()

    /// Reads a file; nil if it cannot be read or is empty.
    public static func parse(
        _ bytes: [UInt8], source: SourceID, into report: inout Report
    ) -> Node? {
        parse(bytes, source: source, limits: .init(), into: &report)
    }

    static func parse(
        _ bytes: [UInt8], source: SourceID, limits: DocumentParser.Limits, into report: inout Report
    ) -> Node? {
        guard bytes.count <= limits.maximumBytes else {
            report.add(DocumentParser.tooLarge(source: source, limits))
            return nil
        }
        if !ByteCheck.isPlainASCII(bytes),
            let problem = ByteCheck.problem(in: bytes, source: source)
        {
            report.add(problem)
            return nil
        }
        var parser = JSONDocumentParser(bytes.span, source: source, limits: limits)
        guard parser.scanner.peek(bytes.span) != nil else { return nil }
        defer { report.add(parser.report) }
        do throws(JSONError) {
            let node = try parser.node(bytes.span)
            try parser.scanner.finish(bytes.span)
            return node
        } catch {
            parser.add(error, bytes)
            return nil
        }
    }

    private init(_ bytes: Span<UInt8>, source: SourceID, limits: DocumentParser.Limits) {
        scanner = JSONScanner(bytes, maximumDepth: limits.maximumDepth)
        self.source = source
    }

    private mutating func add(_ error: JSONError, _ bytes: [UInt8]) {
        let start = min(error.offset, bytes.count)
        let text = DocumentParser.Text(
            bytes: bytes, source: source, isPlainASCII: false, limits: .init())
        if let conflict = MergeConflict.find(in: text) { return report.add(conflict) }
        let isDeep = scanner.depth >= scanner.maximumDepth
        report.add(
            .error(
                isDeep ? YAMLCode.tooDeep : YAMLCode.jsonSyntax, error.message,
                at: span(start, min(start + 1, bytes.count))))
    }

    private func span(_ start: Int, _ end: Int) -> SourceSpan {
        SourceSpan(source: source, start: start, end: end)
    }

    private mutating func node(_ bytes: Span<UInt8>) throws(JSONError) -> Node {
        let sign = scanner.peek(bytes)
        let start = scanner.offset
        switch sign {
        case UInt8(ascii: "{"):
            let entries = try map(bytes)
            return Node(.map(entries), span: span(start, scanner.offset), style: .flow)
        case UInt8(ascii: "["):
            let items = try list(bytes)
            return Node(.list(items), span: span(start, scanner.offset), style: .flow)
        case UInt8(ascii: "\""):
            let text = try scanner.string(bytes)
            return Node(.text(text), span: span(start, scanner.offset), style: .quoted)
        default:
            let content: Node.Content =
                switch try scanner.scalar(bytes) {
                case .bool(let bool): .bool(bool)
                case .int(let int): .int(int)
                case .double(let double): .double(double)
                default: .null
                }
            let node = Node(content, span: span(start, scanner.offset), style: .plain)
            check(node, bytes.extracting(start..<scanner.offset))
            return node
        }
    }

    /// Reports a number of which digits would be lost.
    private mutating func check(_ node: Node, _ written: Span<UInt8>) {
        guard case .double(let double) = node.content else { return }
        if CoreSchema.isDecimal(written) {
            report.add(Mistakes.hugeInteger(String(copying: written), at: node.span))
        } else if CoreSchema.significantDigits(written) > 17 {
            report.add(Mistakes.lostDigits(String(copying: written), double, at: node.span))
        }
    }

    private mutating func list(_ bytes: Span<UInt8>) throws(JSONError) -> [Node] {
        try scanner.enter()
        var items: [Node] = []
        if !scanner.takes(UInt8(ascii: "]"), bytes) {
            repeat { items.append(try node(bytes)) } while scanner.takes(UInt8(ascii: ","), bytes)
            try scanner.take(UInt8(ascii: "]"), bytes, or: "`,` or `]` must stand here")
        }
        scanner.leave()
        return items
    }

    private mutating func map(_ bytes: Span<UInt8>) throws(JSONError) -> [Node.Entry] {
        try scanner.enter()
        var entries: [Node.Entry] = []
        var places: [String: Int] = [:]
        if !scanner.takes(UInt8(ascii: "}"), bytes) {
            repeat {
                let entry = try entry(bytes)
                if let first = places[entry.key] {
                    report.add(Mistakes.duplicateKey(entry, first: entries[first]))
                } else {
                    places[entry.key] = entries.count
                    entries.append(entry)
                }
            } while scanner.takes(UInt8(ascii: ","), bytes)
            try scanner.take(UInt8(ascii: "}"), bytes, or: "`,` or `}` must stand here")
        }
        scanner.leave()
        return entries
    }

    private mutating func entry(_ bytes: Span<UInt8>) throws(JSONError) -> Node.Entry {
        guard scanner.peek(bytes) == UInt8(ascii: "\"") else {
            throw JSONError(offset: scanner.offset, message: "a key in quotes must stand here")
        }
        let start = scanner.offset
        let key = try scanner.string(bytes)
        let keySpan = span(start, scanner.offset)
        try scanner.take(UInt8(ascii: ":"), bytes, or: "`:` must stand here")
        return Node.Entry(key: key, keySpan: keySpan, value: try node(bytes))
    }
}
