/// Breaks texts at words so that they fit the columns of a terminal.
///
/// A phrase in backticks stays on one line where it fits on one. A word that fits on no line is wider
/// than the terminal: nothing is cut, unless long ids may be.
public struct Wrapping: Sendable {
    /// The columns there are; nil where a program reads and nothing is broken.
    public private(set) var width: Int?
    /// Whether words that are too wide are also broken after `/`.
    var breaksPaths = false
    /// Whether long ids are cut where they are wider than a line; never where they are to be typed.
    public var cutsLongIDs = false

    /// The fewest columns that a hanging indent leaves to its text.
    private static let leastRoom = 24

    /// Breaks texts for a terminal of some columns.
    public init(width: Int?) { self.width = width }

    /// Breaks texts behind an indent of some columns.
    public func inset(by columns: Int) -> Wrapping {
        var inner = self
        inner.width = width.map { max(Self.leastRoom, $0 - columns) }
        return inner
    }

    /// The lines of a text, all but the first indented; as it is where nothing is broken.
    public func lines(_ text: String, hanging: Int = 0) -> [String] {
        guard let width else { return [text] }
        let fits = width - hanging >= Self.leastRoom
        let indent = String(repeating: " ", count: fits ? hanging : min(hanging, 2))
        let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let lines = paragraphs.enumerated().flatMap { index, paragraph in
            broken(index == 0 || paragraph.isEmpty ? paragraph : indent + paragraph, width, indent)
        }
        return Self.repainted(lines)
    }

    /// The lines of a text behind a head; further lines stand under the text's first word.
    public func lines(_ head: String, _ text: String) -> [String] {
        let leading = text.prefix { $0 == " " }.count
        return lines(head + text, hanging: head.displayWidth + leading)
    }

    /// The lines of paragraphs, each under its own beginning.
    public func lines(ofEach text: String) -> [String] {
        guard width != nil else { return [text] }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { lines("", String($0)) }
    }

    private func broken(_ text: some StringProtocol, _ width: Int, _ indent: String) -> [String] {
        guard text.displayWidth > width else { return [String(text)] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in WrappedWord.words(of: text, room: width - indent.count, self) {
            if !line.isEmpty, used + word.gap + word.width > width {
                lines.append(line)
                line = indent + word.text
                used = indent.count + word.width
            } else {
                line += String(repeating: " ", count: word.gap) + word.text
                used += word.gap + word.width
            }
        }
        return lines + [line]
    }

    /// Ends colors at the end of each line and begins them again on the next.
    private static func repainted(_ lines: [String]) -> [String] {
        guard lines.count > 1 else { return lines }
        var open = ""
        return lines.map { line in
            let indent = line.prefix { $0 == " " }
            let begun = open
            for code in line.matches(of: /\u{1B}\[[0-9;]*m/).map({ String($0.output) }) {
                open = code == "\u{1B}[0m" ? "" : code
            }
            return indent + begun + line.dropFirst(indent.count) + (open.isEmpty ? "" : "\u{1B}[0m")
        }
    }
}
