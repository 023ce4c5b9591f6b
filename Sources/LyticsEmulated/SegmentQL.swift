import EmulatedKit

/// The parts of a segment's FilterQL that decide where it belongs: what it asks, of which table,
/// and the name it gives itself.
///
/// It reads clauses and checks quotes and parentheses; whether a condition makes sense it does not
/// know, so a text that it takes may be refused by the platform.
struct SegmentQL {
    /// The table behind `FROM`; nil where the text names none.
    private(set) var table: String?
    /// The name behind `ALIAS`; nil where the text gives none.
    private(set) var alias: String?
    /// What is wrong with the text; nil where nothing is seen.
    private(set) var fault: String?
    private var condition = ""

    /// Reads a text.
    init(_ text: String) {
        let words = Self.words(text)
        fault = Self.fault(text, words)
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word.uppercased() {
            case "FROM": table = rest.popFirst()?.lowercased()
            case "ALIAS": alias = rest.popFirst()?.lowercased()
            default: condition += word + " "
            }
        }
    }

    /// How many people it reaches: a number that depends on the condition alone (an assumption).
    var size: Int64 { (Int64(condition.identifierDigits.prefix(4), radix: 16) ?? 0) % 20_000 + 1 }

    /// Whether a person is among those whom it reaches, which depends on both alone (an assumption).
    func reaches(_ person: String) -> Bool {
        let digit = (condition + person).identifierDigits.first?.hexDigitValue ?? 0
        return digit.isMultiple(of: 2)
    }

    /// The words outside quotes; what is in quotes or parentheses stays one word.
    private static func words(_ text: String) -> [String] {
        var words = [""]
        var depth = 0
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, "()".contains(character) { depth += character == "(" ? 1 : -1 }
            if character.isWhitespace, depth <= 0, !isQuoted {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    private static func fault(_ text: String, _ words: [String]) -> String? {
        guard ["FILTER", "SELECT"].contains(words.first?.uppercased()), words.count > 1 else {
            return "Unrecognized Filter Statement"
        }
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        guard !pieces.count.isMultiple(of: 2) else { return "a string is not closed" }
        let plain = pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        var depth = 0
        for character in plain.joined() where "()".contains(character) {
            depth += character == "(" ? 1 : -1
            guard depth >= 0 else { return "`)` without `(`" }
        }
        return depth == 0 ? nil : "`(` is not closed"
    }
}
