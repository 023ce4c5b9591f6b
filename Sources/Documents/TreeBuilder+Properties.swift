import Diagnostics

/// Anchors, aliases, tags and merge keys.
extension TreeBuilder {
    /// Finds where a node itself begins behind `&anchor` and `!tag`, and where the tag stands.
    func properties(from start: Int) -> (end: Int, tag: SourceSpan?) {
        var at = start
        var tag: SourceSpan?
        let bytes = text.bytes
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                let first = at
                while at < bytes.count, !isEndOfProperty(bytes[at]) { at += 1 }
                if bytes[first] == UInt8(ascii: "!") { tag = text.span(first, at) }
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            case UInt8(ascii: "#"):
                while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            default: return (at, tag)
            }
        }
        return (at, tag)
    }

    private func isEndOfProperty(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            true
        default: false
        }
    }

    /// The current scalar, which has an anchor, a tag or both.
    mutating func taggedScalar(_ start: Int, _ end: Int) -> Node {
        let anchor = events.anchor
        let properties = properties(from: start)
        let style = events.scalarStyle
        let first = min(properties.end, end)
        let isEmpty = style == .plain && events.text.isEmpty
        var node =
            events.tag == nil || style != .plain
            ? scalarNode(isEmpty ? end : first, end, style: style)
            : Node(.text(events.text), span: text.span(isEmpty ? end : first, end), style: style)
        if let tag = events.tag {
            node = convert(node, to: tag, at: properties.tag ?? text.span(start, end))
        }
        if let anchor { anchors[anchor] = Anchor(node: node, nodes: 1, isComplete: true) }
        return node
    }

    private mutating func convert(_ node: Node, to tag: String, at span: SourceSpan) -> Node {
        let written = node.text ?? ""
        let bytes = Array(written.utf8)
        let plain = CoreSchema.content(of: bytes.span)
        let content: Node.Content? =
            switch (shortName(tag), plain) {
            case ("!", _), ("!!str", _): .text(written)
            case ("!!null", .null?): .null
            case ("!!bool", .bool(let bool)?): .bool(bool)
            case ("!!int", .int(let int)?): .int(int)
            case ("!!float", .int(let int)?): .double(Double(int))
            case ("!!float", .double(let double)?): .double(double)
            default: nil
            }
        if let content { return Node(content, span: node.span, style: node.style) }
        reportTag(tag, at: span, found: "`\(written)`")
        return node
    }

    /// Checks the tag and sets the anchor of a list or map that is complete.
    mutating func finish(_ node: Node, _ opening: Opening, tag wanted: String) -> Node {
        if let tag = opening.tag, shortName(tag) != "!!" + wanted, shortName(tag) != "!" {
            let found = wanted == "seq" ? "a list" : "a map"
            reportTag(tag, at: opening.tagSpan ?? node.span, found: found)
        }
        if let anchor = opening.anchor {
            anchors[anchor] = Anchor(
                node: node, nodes: nodes - opening.nodesBefore + 1, isComplete: true)
        }
        return node
    }

    private func shortName(_ tag: String) -> String {
        let prefix = "tag:yaml.org,2002:"
        return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }

    private mutating func reportTag(_ tag: String, at span: SourceSpan, found: String) {
        let name = shortName(tag)
        let known = ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!seq", "!!map"]
        report.add(
            known.contains(name)
                ? Mistakes.wrongTag(name, found: found, at: span)
                : Mistakes.unknownTag(name, among: known, at: span))
    }

    /// Marks an anchor whose node is not complete, so that it cannot hold itself.
    mutating func begin(_ anchor: String, at span: SourceSpan) {
        anchors[anchor] = Anchor(node: Node(.null, span: span), nodes: 0, isComplete: false)
    }

    /// The node that the current alias stands for.
    mutating func alias() throws(Stop) -> Node {
        let span = text.span(events.start(), events.end())
        let name = events.anchor ?? ""
        lastScalar = span.range
        lastStyle = .plain
        hasAliases = true
        try count(1)
        guard let anchor = anchors[name] else {
            report.add(Mistakes.unknownAlias(name, among: anchors.keys.sorted(), at: span))
            return Node(.null, span: span)
        }
        guard anchor.isComplete else {
            report.add(Mistakes.ownAlias(name, at: span, anchor: anchor.node.span))
            return Node(.null, span: span)
        }
        try count(anchor.nodes - 1)
        var node = anchor.node
        node.span = span
        return node
    }

    /// Adds the entries behind `<<` whose keys are not written out; the first map with a key wins.
    mutating func merge(
        _ merges: [(place: Int, node: Node)], into entries: inout [Node.Entry]
    ) throws(Stop) {
        if merges.count > 1 { report.add(Mistakes.secondMerge(at: merges[1].node.span)) }
        guard let merge = merges.first else { return }
        var taken = Set(entries.map(\.key))
        var added: [Node.Entry] = []
        for node in merge.node.list ?? [merge.node] {
            guard let map = node.map else {
                report.add(Mistakes.merge(at: node.span))
                continue
            }
            for entry in map where taken.insert(entry.key).inserted { added.append(entry) }
        }
        entries.insert(contentsOf: added, at: merge.place)
    }
}
