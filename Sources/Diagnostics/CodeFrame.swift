/// The lines of one source that a diagnostic points at, underlined.
struct CodeFrame {
    /// A label and whether it is the one the message is about.
    struct Mark {
        let label: Diagnostic.Label
        let isPrimary: Bool
    }

    /// One underline on one line.
    private struct Underline {
        let line: Int
        let bytes: Range<Int>
        let text: String
        let isPrimary: Bool
    }

    private let source: Source
    private let index: LineIndex
    private let underlines: [Underline]
    private let wrapping: Wrapping

    /// How wide a line of source may be shown where there is room.
    private static let widest = 88

    /// Frames the marks of one source.
    init(_ marks: [Mark], of source: Source, _ index: LineIndex, _ wrapping: Wrapping) {
        self.source = source
        self.index = index
        self.wrapping = wrapping
        underlines = marks.flatMap { CodeFrame.underlines($0, source, index) }
            .sorted { ($0.line, $0.bytes.lowerBound) < ($1.line, $1.bytes.lowerBound) }
    }

    /// The number of the last line that is shown, from 1.
    var lastLine: Int { (underlines.map(\.line).max() ?? 0) + 1 }

    /// A span on one line is one underline; on several, its first and last lines have one each.
    private static func underlines(_ mark: Mark, _ source: Source, _ index: LineIndex)
        -> [Underline]
    {
        let count = source.bytes.count
        let start = min(Int(mark.label.span.start), count)
        let end = min(Int(mark.label.span.end), count)
        let first = index.line(ofByte: start)
        let last = max(first, index.line(ofByte: max(start, end - 1)))
        let text = mark.label.text
        let firstRange = index.range(ofLine: first, in: source.bytes)
        guard last > first else {
            let bytes =
                min(
                    start, firstRange.upperBound)..<max(
                    min(start, firstRange.upperBound), min(end, firstRange.upperBound))
            return [Underline(line: first, bytes: bytes, text: text, isPrimary: mark.isPrimary)]
        }
        let lastRange = index.range(ofLine: last, in: source.bytes)
        let indent = source.bytes[lastRange].prefix { $0 == 0x20 || $0 == 0x09 }.count
        let lastStart = min(lastRange.lowerBound + indent, end)
        return [
            Underline(
                line: first, bytes: min(start, firstRange.upperBound)..<firstRange.upperBound,
                text: "", isPrimary: mark.isPrimary),
            Underline(
                line: last, bytes: lastStart..<max(lastStart, min(end, lastRange.upperBound)),
                text: text, isPrimary: mark.isPrimary),
        ]
    }

    /// The rows of the frame, without the empty ones around it.
    func rows(gutter: Int, _ paint: Paint, _ severity: Diagnostic.Severity) -> [String] {
        var rows: [String] = []
        var previous: Int?
        for line in Set(underlines.map(\.line)).sorted() {
            if let previous, line > previous + 2 { rows.append(paint.frame("...")) }
            if let previous, line == previous + 2 {
                rows += self.rows(line - 1, gutter, paint, severity)
            }
            rows += self.rows(line, gutter, paint, severity)
            previous = line
        }
        return rows
    }

    /// A line with its underlines; those that are too far apart to be seen at once get a row each.
    private func rows(
        _ line: Int, _ gutter: Int, _ paint: Paint, _ severity: Diagnostic.Severity
    ) -> [String] {
        var open = underlines.filter { $0.line == line }
        guard !open.isEmpty else { return self.rows(line, [], nil, gutter, paint, severity) }
        var rows: [String] = []
        while let focus = open.first(where: \.isPrimary) ?? open.first {
            let view = view(of: line, around: focus.bytes, gutter)
            let seen = open.filter { $0.bytes == focus.bytes || view.shows($0.bytes) }
            rows += self.rows(line, seen, view, gutter, paint, severity)
            open.removeAll { underline in seen.contains { $0.bytes == underline.bytes } }
        }
        return rows
    }

    /// What of a line is seen at once.
    private struct View {
        let line: DisplayLine
        let text: String
        let shift: Int
        let limit: Int

        /// Whether bytes begin in it.
        func shows(_ bytes: Range<Int>) -> Bool {
            let column = line.column(ofByte: bytes.lowerBound)
            return line.shows(byte: bytes.lowerBound) && column >= shift && column < shift + limit
        }
    }

    private func view(of line: Int, around focus: Range<Int>, _ gutter: Int) -> View {
        let range = index.range(ofLine: line, in: source.bytes)
        let shown = DisplayLine(range, of: source.bytes, around: focus)
        let limit = limit(gutter)
        let (text, shift) = shown.cut(around: shown.columns(focus), to: limit)
        return View(line: shown, text: text, shift: shift, limit: limit)
    }

    private func rows(
        _ line: Int, _ own: [Underline], _ view: View?, _ gutter: Int, _ paint: Paint,
        _ severity: Diagnostic.Severity
    ) -> [String] {
        let start = index.range(ofLine: line, in: source.bytes).lowerBound
        let view = view ?? self.view(of: line, around: start..<start + 1, gutter)
        let number = String(line + 1)
        let padding = String(repeating: " ", count: gutter - number.count)
        let row = paint.frame(padding + number + " |") + (view.text.isEmpty ? "" : " " + view.text)
        return [row] + own.flatMap { self.rows($0, view, gutter, paint, severity) }
    }

    private func rows(
        _ underline: Underline, _ view: View, _ gutter: Int, _ paint: Paint,
        _ severity: Diagnostic.Severity
    ) -> [String] {
        let columns = view.line.columns(underline.bytes)
        let start = max(0, columns.lowerBound - view.shift)
        let room = max(1, view.limit - start)
        let sign = underline.isPrimary ? "^" : "-"
        let signs = String(repeating: sign, count: min(columns.count, room))
        let words = underline.text.isEmpty ? signs : signs + " " + underline.text
        let margin = paint.frame(String(repeating: " ", count: gutter) + " |") + " "
        return wrapping.inset(by: gutter + 3).lines(
            String(repeating: " ", count: start)
                + paint.mark(words, underline.isPrimary ? severity : nil),
            hanging: start + signs.count + 1
        ).map { margin + $0 }
    }

    /// The columns that a line of source may take beside the line numbers.
    private func limit(_ gutter: Int) -> Int {
        min(CodeFrame.widest, wrapping.inset(by: gutter + 3).width ?? .max)
    }
}

extension DisplayLine {
    /// The columns of some bytes, at least one.
    fileprivate func columns(_ bytes: Range<Int>) -> Range<Int> {
        let start = column(ofByte: bytes.lowerBound)
        return start..<max(start + 1, column(behindByte: bytes.upperBound))
    }
}

/// Colours for terminals that have them; without colours every text stays as it is.
struct Paint {
    /// Whether escape codes are written.
    let isColored: Bool

    /// Line numbers and the frame.
    func frame(_ text: String) -> String { wrap(text, "1;34") }

    /// An underline with its words; nil for places beside the main one.
    func mark(_ text: String, _ severity: Diagnostic.Severity?) -> String {
        wrap(text, severity.map(code) ?? "1;34")
    }

    /// The severity and code at the start.
    func title(_ text: String, _ severity: Diagnostic.Severity) -> String {
        wrap(text, code(severity))
    }

    /// The message.
    func strong(_ text: String) -> String { wrap(text, "1") }

    private func code(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
