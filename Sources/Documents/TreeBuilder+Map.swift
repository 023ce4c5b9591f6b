import Diagnostics

extension TreeBuilder {
    /// A key as it was read, before its value.
    private struct Key {
        let text: String
        let span: SourceSpan
        let print: UInt64
        let isMerge: Bool
    }

    /// What is known of a map besides its entries while it is read.
    private struct Progress {
        var firstPrint: Int
        var places: [String: Int] = [:]
        var merges: [(place: Int, node: Node)] = []
        /// Whether a `{` stands where a key should, as in `{{ name }}`.
        var isTemplate = false
        /// Whether a key has no colon, as in `{NAME}`.
        var isBraceText = false
    }

    mutating func map() throws(Stop) -> Node {
        let opening = try open()
        var entries: [Node.Entry] = []
        var progress = Progress(firstPrint: keyPrints.count)
        defer { keyPrints.removeSubrange(progress.firstPrint...) }
        while true {
            try advance()
            if events.kind == .mapEnd { break }
            let key = try key(opening, &progress)
            try advance()
            let value = try node()
            guard let key else { continue }
            if opening.isFlow, value.isNull, !hasColon(key, value) { progress.isBraceText = true }
            if entries.isEmpty { entries.reserveCapacity(6) }
            if key.isMerge {
                progress.merges.append((entries.count, value))
            } else {
                add(
                    Node.Entry(key: key.text, keySpan: key.span, value: value), key.print, &entries,
                    &progress)
            }
        }
        let last = max(entries.last?.value.span.end ?? 0, progress.merges.last?.node.span.end ?? 0)
        let end = close(opening, lastEnd: last > 0 ? Int(last) : nil)
        let span = text.span(opening.start, end)
        if let slip = braceText(opening, span, progress) { return slip }
        if !progress.merges.isEmpty { try merge(progress.merges, into: &entries) }
        let node = Node(.map(entries), span: span, style: opening.isFlow ? .flow : .block)
        return finish(node, opening, tag: "map")
    }

    private mutating func key(_ opening: Opening, _ progress: inout Progress) throws(Stop) -> Key? {
        guard events.kind == .scalar, !events.hasProperties else {
            return try unusualKey(opening, &progress)
        }
        try count(1)
        let start = events.start()
        let end = events.end()
        lastScalar = start..<end
        lastStyle = events.scalarStyle
        if start == end, lastStyle == .plain {
            report.add(Mistakes.complexKey(at: text.span(start, end)))
            return nil
        }
        if lastStyle == .plain,
            let problem = Lookalike.problem(in: start..<end, isKey: true, of: text)
        {
            report.add(problem)
            // A line that begins with something other than spaces belongs to another map.
            if problem.severity == .error { throw Stop() }
        }
        return key(from: start, to: end, style: lastStyle)
    }

    private mutating func key(from start: Int, to end: Int, style: Node.Style) -> Key {
        let span = text.span(start, end)
        if let covered = painting.end(ofTextAt: start) {
            let name = String(decoding: text.bytes[start..<covered], as: UTF8.self)
            return Key(text: name, span: span, print: UInt64(start), isMerge: false)
        }
        let name = events.text
        if style == .plain, let other = events.withScalar({ OtherReaders.reading(of: $0) }) {
            report.add(Mistakes.otherReaders(name, Node(.text(name), span: span), other))
        }
        let print = events.withScalar { TreeBuilder.print(of: $0) }
        return Key(text: name, span: span, print: print, isMerge: style == .plain && name == "<<")
    }

    /// A number that differs for nearly all different keys, so that few texts are compared.
    private static func print(of bytes: Span<UInt8>) -> UInt64 {
        var print: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices { print = (print ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return print
    }

    /// Keys with anchors or tags, aliases, and what cannot be a key.
    private mutating func unusualKey(
        _ opening: Opening, _ progress: inout Progress
    ) throws(Stop) -> Key? {
        let start = events.start()
        let isDouble = opening.isFlow && events.kind == .mapStart && start == opening.start + 1
        if isDouble {
            progress.isTemplate = true
            openTemplates += 1
            _ = try node()
            openTemplates -= 1
            return nil
        }
        let node = try node()
        guard node.map == nil, node.list == nil, !node.isNull else {
            report.add(Mistakes.complexKey(at: node.span))
            return nil
        }
        let name = node.text ?? String(decoding: text.bytes[node.span.range], as: UTF8.self)
        let print = TreeBuilder.print(of: Array(name.utf8).span)
        return Key(text: name, span: node.span, print: print, isMerge: false)
    }

    /// Adds an entry unless its key is taken.
    private mutating func add(
        _ entry: Node.Entry, _ print: UInt64, _ entries: inout [Node.Entry],
        _ progress: inout Progress
    ) {
        let firstIndex =
            entries.count < 32
            ? firstSmall(entry.key, print, entries, progress)
            : firstLarge(entry.key, entries, &progress)
        if let firstIndex {
            report.add(Mistakes.duplicateKey(entry, first: entries[firstIndex]))
            return
        }
        keyPrints.append(print)
        entries.append(entry)
    }

    private func firstSmall(
        _ key: String, _ print: UInt64, _ entries: [Node.Entry], _ progress: Progress
    ) -> Int? {
        for index in entries.indices where keyPrints[progress.firstPrint + index] == print {
            if entries[index].key == key { return index }
        }
        return nil
    }

    private func firstLarge(
        _ key: String, _ entries: [Node.Entry], _ progress: inout Progress
    ) -> Int? {
        for index in progress.places.count..<entries.count {
            progress.places[entries[index].key] = index
        }
        return progress.places[key]
    }

    private func hasColon(_ key: Key, _ value: Node) -> Bool {
        guard value.span.start == value.span.end else { return true }
        let between = text.bytes[Int(key.span.end)..<max(Int(key.span.end), Int(value.span.start))]
        return between.contains(UInt8(ascii: ":"))
    }

    /// A text whose opening brace made it look like a map: reported, and read as the text it is.
    private mutating func braceText(
        _ opening: Opening, _ span: SourceSpan, _ progress: Progress
    ) -> Node? {
        guard openTemplates == 0, progress.isTemplate || progress.isBraceText else { return nil }
        let extent = LineText.extent(of: span, isInFlow: openFlows > 0, in: text)
        let written = String(decoding: text.bytes[extent.range], as: UTF8.self)
        report.add(
            progress.isTemplate
                ? Mistakes.template(written, at: extent) : Mistakes.brace(written, at: extent))
        return Node(.text(written), span: extent, style: .plain)
    }
}

extension SourceSpan {
    /// The offsets, for subscripts.
    var range: Range<Int> { Int(start)..<Int(end) }
}
