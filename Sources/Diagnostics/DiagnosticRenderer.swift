/// Turns diagnostics into the text a person reads: a message and the lines it is about.
public struct DiagnosticRenderer {
    private let sources: Sources
    private let paint: Paint
    private let wrapping: Wrapping

    /// Renders what points into some sources, for a terminal of some columns if it is one.
    public init(sources: Sources, isColored: Bool, width: Int? = nil) {
        self.sources = sources
        paint = Paint(isColored: isColored)
        wrapping = Wrapping(width: width)
    }

    /// One diagnostic with its code frames, ended by a line end.
    public func render(_ diagnostic: Diagnostic) -> String {
        var lines = SourceLines(sources)
        return render(diagnostic, &lines)
    }

    /// All diagnostics in reading order with an empty line between, and how many there were.
    public func render(_ report: Report) -> String {
        var lines = SourceLines(sources)
        let sorted = report.sorted
        guard !sorted.isEmpty else { return "" }
        var counts: [SourceID: Int] = [:]
        var texts: [String] = []
        for diagnostic in sorted {
            if let id = diagnostic.primary?.span.source {
                counts[id, default: 0] += 1
                if counts[id, default: 0] > Self.most { continue }
            }
            texts.append(render(diagnostic, &lines))
        }
        for (id, count) in counts.sorted(by: { $0.key.index < $1.key.index })
        where count > Self.most {
            let name = lines.source(id)?.name ?? ""
            texts.append("\(count - Self.most) more in \(name)\n")
        }
        return texts.joined(separator: "\n") + "\n" + DiagnosticRenderer.counts(sorted) + "\n"
    }

    /// How many messages about one file help anybody.
    private static let most = 100

    /// All diagnostics in a form for people or machines.
    public func render(_ report: Report, as format: DiagnosticFormat) -> String {
        switch format {
        case .text: render(report)
        case .json: MachineText(sources).json(report.sorted)
        case .github: MachineText(sources).github(report.sorted)
        }
    }

    /// How many problems there are: `3 errors, 1 warning`.
    public static func counts(_ diagnostics: [Diagnostic]) -> String {
        [Diagnostic.Severity.error, .warning, .note].compactMap { severity in
            let count = diagnostics.count { $0.severity == severity }
            guard count > 0 else { return nil }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }.joined(separator: ", ")
    }

    private func render(_ diagnostic: Diagnostic, _ lines: inout SourceLines) -> String {
        let frames = frames(of: diagnostic, &lines)
        let gutter = frames.map { String($0.frame.lastLine).count }.max() ?? 1
        let margin = String(repeating: " ", count: gutter)
        let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
        var rows = wrapping.lines(
            paint.title(title, diagnostic.severity) + paint.strong(": " + diagnostic.message),
            hanging: title.count + 2)
        for (number, framed) in frames.enumerated() {
            let arrow = number == 0 ? "-->" : ":::"
            rows.append(paint.frame(margin + arrow) + " " + framed.place)
            rows.append(paint.frame(margin + " |"))
            rows += framed.frame.rows(gutter: gutter, paint, diagnostic.severity)
        }
        let facts = facts(of: diagnostic)
        if !frames.isEmpty, !facts.isEmpty { rows.append(paint.frame(margin + " |")) }
        rows += facts.flatMap { name, text in fact(name, text, margin) }
        return rows.joined(separator: "\n") + "\n"
    }

    /// The notes and the help; a fix speaks for itself where there is no help.
    private func facts(of diagnostic: Diagnostic) -> [(String, String)] {
        var facts = diagnostic.notes.map { ("note", $0) }
        if let help = diagnostic.help {
            facts.append(("help", help))
        } else if let fix = diagnostic.fix {
            let text = fix.replacement
            facts.append(("help", text.isEmpty ? "remove this" : "write `\(text)`"))
        }
        return facts
    }

    /// A fact; further lines of it stand under the first.
    private func fact(_ name: String, _ text: String, _ margin: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indent = "\n" + margin + String(repeating: " ", count: name.count + 5)
        let head = paint.frame(margin + " =") + " " + paint.strong(name + ":") + " "
        guard wrapping.width == nil else { return wrapping.lines(head, text) }
        return [head + lines.joined(separator: indent)]
    }

    /// One frame a source, that of the primary label first.
    private func frames(
        of diagnostic: Diagnostic, _ lines: inout SourceLines
    ) -> [(place: String, frame: CodeFrame)] {
        var marks = diagnostic.secondary.map { CodeFrame.Mark(label: $0, isPrimary: false) }
        if let primary = diagnostic.primary {
            marks.insert(CodeFrame.Mark(label: primary, isPrimary: true), at: 0)
        }
        var order: [SourceID] = []
        for mark in marks where !order.contains(mark.label.span.source) {
            order.append(mark.label.span.source)
        }
        return order.compactMap { id in
            guard let source = lines.source(id) else { return nil }
            let own = marks.filter { $0.label.span.source == id }
            let index = lines.index(id)
            let first = own.first(where: \.isPrimary) ?? own[0]
            let position = lines.position(of: first.label.span)
            return ("\(source.name):\(position)", CodeFrame(own, of: source, index, wrapping))
        }
    }
}

/// The sources of a run with the line indexes built so far.
struct SourceLines {
    /// A byte whose column is known.
    private struct Known {
        let byte: Int
        let position: SourcePosition
    }

    private let sources: Sources
    private var indexes: [SourceID: LineIndex] = [:]
    private var known: [SourceID: Known] = [:]

    /// Starts without indexes.
    init(_ sources: Sources) { self.sources = sources }

    /// The source of a number; nil if there is none.
    func source(_ id: SourceID) -> Source? {
        Int(id.index) < sources.count ? sources[id] : nil
    }

    /// The line index of a source, built at the first call.
    mutating func index(_ id: SourceID) -> LineIndex {
        if let index = indexes[id] { return index }
        let index = LineIndex(source(id)?.bytes ?? [])
        indexes[id] = index
        return index
    }

    /// The place of a span; what comes later on a line is counted from what came before, so that
    /// many mistakes on a long line are one walk over it.
    mutating func position(of span: SourceSpan) -> SourcePosition {
        let bytes = source(span.source)?.bytes ?? []
        let byte = min(Int(span.start), bytes.count)
        let index = index(span.source)
        var position: SourcePosition
        if let last = known[span.source], last.byte <= byte,
            index.line(ofByte: byte) == last.position.line - 1
        {
            let between = String(decoding: bytes[last.byte..<byte], as: UTF8.self).count
            position = SourcePosition(
                line: last.position.line, column: last.position.column + between)
        } else {
            position = index.position(ofByte: byte, in: bytes)
        }
        known[span.source] = Known(byte: byte, position: position)
        return position
    }
}
