extension Character {
    /// The columns a terminal shows it in: 2 for wide letters and emoji, 0 for what is not seen.
    public var displayWidth: Int {
        if isASCII { return unicodeScalars.allSatisfy { $0.value < 0x20 } ? 0 : 1 }
        guard let scalar = unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation { return 2 }
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension StringProtocol {
    /// The columns a terminal shows it in; codes of colors take none.
    public var displayWidth: Int {
        var width = 0
        var isCode = false
        for character in self {
            if isCode {
                isCode = !character.isLetter
            } else if character == "\u{1B}" {
                isCode = true
            } else {
                width += character.displayWidth
            }
        }
        return width
    }

    /// The beginning that fits some columns, with `…` where something is missing.
    public func cut(to width: Int) -> String {
        guard displayWidth > width else { return String(self) }
        var room = Swift.max(0, width - 1)
        let kept = prefix { character in
            room -= character.displayWidth
            return room >= 0
        }
        return kept + "…"
    }

    /// The text with spaces up to some columns.
    public func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
    }
}
