import Documents
import Platforms

/// What differs between two values that look alike, in words: spaces, line ends, the form of
/// letters, a number and its digits as a text.
struct UnseenDifference {
    /// `only the line ends differ: \r\n before, \n after`; nil where the eye sees a difference.
    static func words(from before: Value?, to after: Value?) -> String? {
        guard let before, let after, !before.isIdentical(to: after) else { return nil }
        if case .text(let one) = before, case .text(let other) = after {
            return texts(one, other)
        }
        if let one = scalar(before), let other = scalar(after), one.text == other.text {
            return "\(one.sort) before, \(other.sort) after"
        }
        return inner(before, after)
    }

    /// The first pair of members that differs and looks alike; nil where another pair differs too.
    private static func inner(_ before: Value, _ after: Value) -> String? {
        var found: String?
        for (name, one, other) in pairs(before, after) where !one.isIdentical(to: other) {
            guard let words = words(from: one, to: other) else { return nil }
            if found == nil { found = "in `\(name)` \(words)" }
        }
        return found
    }

    private static func pairs(_ before: Value, _ after: Value) -> [(String, Value, Value)] {
        switch (before, after) {
        case (.list(let one), .list(let other)) where one.count == other.count:
            one.indices.map { ("\($0 + 1)", one[$0], other[$0]) }
        case (.object(let one), .object(let other)) where one.count == other.count:
            zip(one.members, other.members).compactMap { pair in
                pair.0.key == pair.1.key ? (pair.0.key, pair.0.value, pair.1.value) : nil
            }
        default: []
        }
    }

    private static func scalar(_ value: Value) -> (text: String, sort: String)? {
        switch value {
        case .text(let text): (text, "a text")
        case .int, .double: (value.canonicalJSON, "a number")
        case .bool: (value.canonicalJSON, "`true` or `false`")
        case .null: ("null", "nothing")
        default: nil
        }
    }
}

/// Texts.
extension UnseenDifference {
    private static func texts(_ before: String, _ after: String) -> String? {
        let one = Array(before.unicodeScalars)
        let other = Array(after.unicodeScalars)
        if before == after {
            let isComposed = one.count < other.count
            return "only the Unicode form of letters differs: \(form(isComposed)) before, "
                + "\(form(!isComposed)) after"
        }
        if withoutReturns(one) == withoutReturns(other) {
            return "only the line ends differ: \(lineEnds(one)) before, \(lineEnds(other)) after"
        }
        if trimmed(one) == trimmed(other) { return ends(one, other) }
        if one.filter({ !isSpace($0) }) == other.filter({ !isSpace($0) }) {
            return first(one, other, "only white space differs")
        }
        guard one.filter(isSeen) == other.filter(isSeen) else { return nil }
        return first(one, other, "only characters that are not seen differ")
    }

    private static func form(_ isComposed: Bool) -> String {
        isComposed ? "composed" : "decomposed"
    }

    private static func withoutReturns(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var lines: [Unicode.Scalar] = []
        for (index, scalar) in text.enumerated() {
            let isPair = scalar == "\r" && index + 1 < text.count && text[index + 1] == "\n"
            if !isPair { lines.append(scalar == "\r" ? "\n" : scalar) }
        }
        return lines
    }

    private static func lineEnds(_ text: [Unicode.Scalar]) -> String {
        text.contains("\r") ? text.contains("\n") ? "`\\r\\n`" : "`\\r`" : "`\\n`"
    }

    private static func trimmed(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        let rest = text.drop(while: isSpace)
        return rest.prefix(rest.lastIndex { !isSpace($0) }.map { $0 - rest.startIndex + 1 } ?? 0)
    }

    /// How the beginnings or ends of two texts differ; of both, the end is told.
    private static func ends(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> String {
        let (before, after) = (end(of: one), end(of: other))
        if before != after {
            return
                "only white space at the end differs: \(name(before)) before, \(name(after)) after"
        }
        let (first, then) = (one.prefix(while: isSpace), other.prefix(while: isSpace))
        return
            "only white space at the beginning differs: \(name(first)) before, \(name(then)) after"
    }

    private static func end(of text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.reversed().prefix(while: isSpace).reversed()
    }

    /// Where two texts differ first, by the characters there.
    private static func first(
        _ one: [Unicode.Scalar], _ other: [Unicode.Scalar], _ words: String
    ) -> String {
        let same = zip(one, other).prefix { $0 == $1 }.count
        let before = one[same...].prefix { isSpace($0) || !isSeen($0) }
        let after = other[same...].prefix { isSpace($0) || !isSeen($0) }
        return "\(words): \(name(before)) before, \(name(after)) after, behind "
            + "\(same) character\(same == 1 ? "" : "s")"
    }

    /// White space and unseen characters by what JSON calls them: `"\n"`, two spaces.
    private static func name(_ text: some Collection<Unicode.Scalar>) -> String {
        guard let first = text.first else { return "none" }
        if text.allSatisfy({ $0 == " " }) {
            return text.count == 1 ? "a space" : "\(text.count) spaces"
        }
        guard text.count == 1 else {
            return text.prefix(4).map(sign).joined(separator: " ") + (text.count > 4 ? " …" : "")
        }
        return sign(first)
    }

    private static func sign(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "`\\n`"
        case "\r": return "`\\r`"
        case "\t": return "`\\t`"
        case " ": return "a space"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
