/// How characters that nobody sees are written out.
public enum UnseenNotation: Sendable {
    /// For people: `\u{202E}`; their own colors stay where `keepsColors` says so.
    case text(keepsColors: Bool)
    /// Within JSON that is written already: `\u202e`.
    case json

    /// Writes a character by its number.
    fileprivate func written(_ scalar: Unicode.Scalar) -> String {
        switch self {
        case .text: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        case .json:
            String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }
    }

    fileprivate var keepsColors: Bool { if case .text(let keeps) = self { keeps } else { false } }
}

extension String {
    /// The text with everything written out that would steer a terminal or hide from its reader:
    /// control characters but tabs and line ends, bidirectional and zero-width ones, and what a
    /// log takes for a command (`::error`, `##[group]`).
    public func visible(_ notation: UnseenNotation) -> String {
        guard !VisibleWriter.isPlain(self) else { return self }
        var writer = VisibleWriter(notation)
        return writer.write(Array(unicodeScalars))
    }
}

extension Unicode.Scalar {
    /// Whether a reader cannot see it, or a terminal obeys it.
    public var isUnseen: Bool {
        switch value {
        case 0x09, 0x0A, 0x20...0x7E: return false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: return true
        // Variation selectors choose the look of the character before them.
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false
        case ..<0xAD: return false
        default:
            return properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether a joiner beside it joins something: letters of other scripts, and emoji.
    fileprivate var takesJoiner: Bool {
        guard !isASCII else { return false }
        return properties.isAlphabetic || properties.isEmoji || properties.isVariationSelector
            || properties.generalCategory == .nonspacingMark
    }
}

/// Writes one text with what nobody sees written out.
private struct VisibleWriter {
    private let notation: UnseenNotation
    private var out = String.UnicodeScalarView()
    /// Whether only white space was written since the line began.
    private var isAtBegin = true

    init(_ notation: UnseenNotation) { self.notation = notation }

    /// Whether a text has nothing that would be written out, as far as its bytes tell.
    static func isPlain(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            let isSeen = (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x09
            let isMark = byte == before && (byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#"))
            guard isSeen, !isMark else { return false }
            before = byte
        }
        return true
    }

    mutating func write(_ scalars: [Unicode.Scalar]) -> String {
        var index = 0
        while index < scalars.count {
            index += step(scalars, at: index)
        }
        return String(out)
    }

    /// Writes what stands at an index; returns how many characters that were.
    private mutating func step(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
        let scalar = scalars[index]
        if let length = color(scalars, at: index) {
            out.append(contentsOf: scalars[index..<(index + length)])
            return length
        }
        if isUnseen(scalars, at: index) || isCommand(scalars, at: index) {
            out.append(contentsOf: notation.written(scalar).unicodeScalars)
        } else {
            out.append(scalar)
        }
        if scalar == "\n" {
            isAtBegin = true
        } else if !scalar.properties.isWhitespace {
            isAtBegin = false
        }
        return 1
    }

    private func isUnseen(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let scalar = scalars[index]
        guard scalar == "\u{200D}" || scalar == "\u{200C}" else { return scalar.isUnseen }
        guard index > 0, index + 1 < scalars.count else { return true }
        return !scalars[index - 1].takesJoiner || !scalars[index + 1].takesJoiner
    }

    /// The length of a color of ours; nil for everything else that begins with ESC.
    private func color(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
        guard notation.keepsColors, scalars[index] == "\u{1B}" else { return nil }
        let rest = scalars[(index + 1)...].prefix(6)
        guard rest.first == "[", let end = rest.firstIndex(of: "m") else { return nil }
        let codes = rest[(index + 2)..<end].split(separator: ";", omittingEmptySubsequences: false)
        let isOurs = codes.allSatisfy { code in
            Int(String(String.UnicodeScalarView(code))).map { 0...2 ~= $0 || 31...36 ~= $0 }
                ?? false
        }
        return isOurs ? end - index + 1 : nil
    }

    /// Whether a log would take what begins here for a command.
    ///
    /// GitHub looks for `::` at the beginning of a line, and for `##[` anywhere; Azure and
    /// TeamCity for `##vso[` and `##teamcity[`.
    private func isCommand(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 2 < scalars.count, scalars[index] == scalars[index + 1] else { return false }
        switch scalars[index] {
        case ":":
            // `::: file:1:1` is the second place of a message, and a command of no log.
            let isPlace =
                scalars[index + 2] == ":"
                && index + 3 < scalars.count && scalars[index + 3] == " "
            return isAtBegin && !isPlace
        case "#":
            let rest = scalars[(index + 2)...].prefix(10)
            return ["[", "vso[", "teamcity["].contains { rest.starts(with: $0.unicodeScalars) }
        default: return false
        }
    }
}
