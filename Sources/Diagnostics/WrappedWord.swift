/// What stays on one line when a text is wrapped, with the spaces before it.
struct WrappedWord {
    /// The spaces between it and the word before.
    let gap: Int
    /// The word.
    let text: String
    /// The columns of the word.
    let width: Int

    private init(gap: Int, _ text: some StringProtocol) {
        self.gap = gap
        self.text = String(text)
        width = text.displayWidth
    }

    /// The words of a line; those wider than the room are broken or cut where they can be.
    static func words(
        of text: some StringProtocol, room: Int, _ wrapping: Wrapping
    ) -> [WrappedWord] {
        phrases(of: text).flatMap { phrase in
            phrase.width <= room ? [phrase] : phrase.words.flatMap { $0.parts(room, wrapping) }
        }
    }

    /// The fewest columns a text fits in, all words broken and cut as far as they can be.
    static func least(of text: String, _ wrapping: Wrapping) -> Int {
        let words = words(of: text, room: 0, wrapping)
        return (words.first?.gap ?? 0) + (words.map(\.width).max() ?? 0)
    }

    /// What stands between spaces outside backticks.
    private static func phrases(of text: some StringProtocol) -> [WrappedWord] {
        var phrases: [WrappedWord] = []
        var phrase = ""
        var gap = 0
        var isQuoted = false
        for character in text {
            if character == "`" { isQuoted.toggle() }
            if character != " " || isQuoted && !phrase.isEmpty {
                phrase.append(character)
                continue
            }
            if !phrase.isEmpty {
                phrases.append(WrappedWord(gap: gap, phrase))
                (phrase, gap) = ("", 0)
            }
            gap += 1
        }
        let last = phrase.isEmpty ? [] : [WrappedWord(gap: gap, phrase)]
        // A backtick that is never closed quotes nothing.
        return phrases + (isQuoted ? last.flatMap(\.words) : last)
    }

    /// What stands between its spaces.
    private var words: [WrappedWord] {
        var gap = gap
        var words: [WrappedWord] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !word.isEmpty {
                words.append(WrappedWord(gap: gap, word))
                gap = 0
            }
            gap += 1
        }
        return words
    }

    private func parts(_ room: Int, _ wrapping: Wrapping) -> [WrappedWord] {
        guard width > room else { return [self] }
        let text = wrapping.cutsLongIDs ? LongID.cut(in: text, to: room) : text
        var parts: [WrappedWord] = []
        var part = ""
        for character in text {
            if let last = part.last, wrapping.canBreak(between: last, character) {
                parts.append(WrappedWord(gap: parts.isEmpty ? gap : 0, part))
                part = ""
            }
            part.append(character)
        }
        return parts + [WrappedWord(gap: parts.isEmpty ? gap : 0, part)]
    }
}

extension Wrapping {
    /// Whether a word may be broken here: between wide letters, in paths after `/`.
    fileprivate func canBreak(between before: Character, _ after: Character) -> Bool {
        if before == "/" { return breaksPaths && after != "/" }
        guard before.displayWidth == 2 || after.displayWidth == 2 else { return false }
        return !before.isOpening && !after.isClosing
    }
}

extension Character {
    /// Whether a line must not end with it.
    fileprivate var isOpening: Bool { "([{「『（【《〈“‘\"'`".contains(self) }

    /// Whether a line must not begin with it.
    fileprivate var isClosing: Bool { ")]}」』）】》〉”’\"'`、。，．：；！？ー,.:;!?…".contains(self) }
}

/// Ids that nobody reads: runs of 16 hexadecimal digits and hyphens, or more.
enum LongID {
    /// The fewest columns that are left of a cut id, the `…` among them.
    static let least = 8

    /// The text with its long ids cut as far as it must be to fit some columns.
    static func cut(in text: String, to width: Int) -> String {
        var excess = text.displayWidth - width
        guard excess > 0 else { return text }
        var result = ""
        var run = ""
        for character in text + "\n" {
            if character.isHexDigit || character == "-" {
                run.append(character)
                continue
            }
            let cut = isID(run) ? run.cut(to: max(least, run.count - max(0, excess))) : run
            excess -= run.count - cut.count
            result += cut + String(character)
            run = ""
        }
        return String(result.dropLast())
    }

    private static func isID(_ run: String) -> Bool {
        run.count >= 16 && run.contains(where: \.isNumber)
    }
}
