import Diagnostics

/// Where and how reading stopped, with what stood just before.
struct SyntaxFailure {
    /// libyaml's account.
    var problem: SyntaxProblem
    /// The bytes of the last scalar.
    var lastScalar = 0..<0
    /// How the last scalar was written.
    var lastStyle = Node.Style.plain
    /// The bytes of the last complete `{…}` or `[…]`.
    var lastFlow = 0..<0
    /// How many brackets and braces were open.
    var openFlows = 0
}

/// Builds the tree of a file from libyaml's events in one pass.
struct TreeBuilder: ~Copyable {
    /// Reading cannot go on: a syntax error, or a limit that was reported.
    struct Stop: Error {}

    /// A node with a name, and what it counts for when it is used again.
    struct Anchor {
        let node: Node
        let nodes: Int
        let isComplete: Bool
    }

    var events: EventStream
    let text: DocumentParser.Text
    let painting: Painting
    var report = Report()
    var failure: SyntaxFailure?
    var anchors: [String: Anchor] = [:]
    var nodes = 0
    var hasAliases = false
    var depth = 0
    var openFlows = 0
    /// How many `{{` are open whose inner map is reported with the outer one.
    var openTemplates = 0
    var lastScalar = 0..<0
    var lastStyle = Node.Style.plain
    var lastFlow = 0..<0
    var keyPrints: [UInt64] = []

    /// Builds from events of a text.
    init(_ events: consuming EventStream, text: DocumentParser.Text, painting: Painting) {
        self.events = events
        self.text = text
        self.painting = painting
    }

    /// All documents up to the first thing that cannot be read.
    mutating func documents() -> [Document] {
        var documents: [Document] = []
        do throws(Stop) {
            while true {
                try advance()
                if events.kind == .end { break }
                guard events.kind == .documentStart else { continue }
                anchors.removeAll(keepingCapacity: true)
                let start = events.start()
                try advance()
                let root = try node()
                let isEmpty = root.isNull && root.span.start == root.span.end
                if !isEmpty {
                    let span = text.span(min(start, Int(root.span.start)), Int(root.span.end))
                    documents.append(Document(root: root, span: span))
                }
            }
        } catch {}
        return documents
    }

    mutating func advance() throws(Stop) {
        guard !events.advance() else { return }
        failure = SyntaxFailure(
            problem: events.problem(), lastScalar: lastScalar, lastStyle: lastStyle,
            lastFlow: lastFlow, openFlows: openFlows)
        throw Stop()
    }

    /// The node that starts at the current event; its last event is current afterwards.
    mutating func node() throws(Stop) -> Node {
        switch events.kind {
        case .scalar:
            try count(1)
            return scalar()
        case .listStart: return try list()
        case .mapStart: return try map()
        default: return try alias()
        }
    }

    private mutating func scalar() -> Node {
        let start = events.start()
        let end = events.end()
        guard !events.hasProperties else { return taggedScalar(start, end) }
        return scalarNode(start, end, style: events.scalarStyle)
    }

    /// The node of the current scalar, read without its anchor and tag.
    mutating func scalarNode(_ start: Int, _ end: Int, style: Node.Style) -> Node {
        lastScalar = start..<end
        lastStyle = style
        guard style == .plain else {
            let last = style == .block ? trimmed(start, end) : end
            return Node(.text(events.text), span: text.span(start, last), style: style)
        }
        let span = text.span(start, end)
        if let covered = painting.end(ofTextAt: start) { return coveredText(start, covered) }
        guard let content = events.withScalar({ CoreSchema.content(of: $0) }) else {
            let node = Node(.text(events.text), span: span, style: .plain)
            if let problem = Lookalike.problem(in: start..<end, isKey: false, of: text) {
                report.add(problem)
            }
            if events.withScalar({ CoreSchema.isHugePrefixed($0) }) {
                report.add(Mistakes.hugeInteger(events.text, at: node.span))
            }
            if let other = events.withScalar({ OtherReaders.reading(of: $0) }) {
                warn(node, other)
            }
            return node
        }
        return number(Node(content, span: span, style: .plain))
    }

    private mutating func number(_ node: Node) -> Node {
        switch node.content {
        case .int, .double:
            if let mistake = loss(in: node) {
                report.add(mistake)
            } else if let other = events.withScalar({ OtherReaders.reading(of: $0) }) {
                warn(node, other)
            }
        default: break
        }
        return node
    }

    /// What is wrong with a number that could not be sent as it is written.
    private func loss(in node: Node) -> Diagnostic? {
        guard case .double(let double) = node.content else { return nil }
        if !double.isFinite { return Mistakes.notFinite(events.text, at: node.span) }
        return events.withScalar { number in
            if CoreSchema.isDecimal(number) {
                return Mistakes.hugeInteger(String(copying: number), at: node.span)
            }
            guard CoreSchema.significantDigits(number) > 17 else { return nil }
            return Mistakes.lostDigits(String(copying: number), double, at: node.span)
        }
    }

    private mutating func warn(_ node: Node, _ other: String) {
        report.add(Mistakes.otherReaders(events.text, node, other))
    }

    private func coveredText(_ start: Int, _ end: Int) -> Node {
        let original = String(decoding: text.bytes[start..<end], as: UTF8.self)
        return Node(.text(original), span: text.span(start, end), style: .plain)
    }

    /// The end of a block text without the empty lines that follow it.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = min(end, text.bytes.count)
        while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
        return end
    }

    private mutating func list() throws(Stop) -> Node {
        let opening = try open()
        var items: [Node] = []
        while true {
            try advance()
            if events.kind == .listEnd { break }
            items.append(try node())
        }
        let end = close(opening, lastEnd: items.last.map { Int($0.span.end) })
        let style: Node.Style = opening.isFlow ? .flow : .block
        let node = Node(.list(items), span: text.span(opening.start, end), style: style)
        return finish(node, opening, tag: "seq")
    }

    /// How a list or map began.
    struct Opening {
        let start: Int
        let isFlow: Bool
        let anchor: String?
        let tag: String?
        let tagSpan: SourceSpan?
        let nodesBefore: Int
    }

    mutating func open() throws(Stop) -> Opening {
        try count(1)
        let start = events.start()
        depth += 1
        guard depth <= text.limits.maximumDepth else {
            report.add(Mistakes.tooDeep(text.limits.maximumDepth, at: text.span(start, start + 1)))
            throw Stop()
        }
        let isFlow = events.isFlow
        if isFlow { openFlows += 1 }
        guard events.hasProperties else {
            return Opening(
                start: start, isFlow: isFlow, anchor: nil, tag: nil, tagSpan: nil,
                nodesBefore: nodes)
        }
        let properties = self.properties(from: start)
        if let anchor = events.anchor { begin(anchor, at: text.span(start, properties.end)) }
        return Opening(
            start: properties.end, isFlow: isFlow, anchor: events.anchor, tag: events.tag,
            tagSpan: properties.tag, nodesBefore: nodes)
    }

    /// Ends a list or map; returns where it ends.
    mutating func close(_ opening: Opening, lastEnd: Int?) -> Int {
        depth -= 1
        guard opening.isFlow else { return lastEnd ?? opening.start }
        openFlows -= 1
        let end = events.end()
        lastFlow = opening.start..<end
        return end
    }

    mutating func count(_ more: Int) throws(Stop) {
        nodes += more
        guard report.diagnostics.count <= 1000 else {
            report.add(.note(YAMLCode.manyProblems, "what follows was not looked at"))
            throw Stop()
        }
        guard nodes > text.limits.maximumNodes else { return }
        let span = text.span(events.start(), events.end())
        report.add(
            hasAliases
                ? Mistakes.aliasBomb(text.limits.maximumNodes, at: span)
                : Mistakes.tooMany(text.limits.maximumNodes, at: span))
        throw Stop()
    }
}
