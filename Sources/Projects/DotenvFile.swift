import Documents

/// Reads `NAME=value` lines as shells and their many imitations write them.
///
/// Where these differ the file says what it means, or is refused: a value that is cut or has a
/// quote too many would be sent as a credential.
struct DotenvFile {
    /// Why a file cannot be read, and where.
    struct Mistake: Error {
        let line: Int
        let reason: String
    }

    private let text: [Unicode.Scalar]
    private var place = 0
    private var line = 1

    /// The values by name; lines that are something else are passed over.
    static func values(in bytes: [UInt8]) throws(Mistake) -> [String: String] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let good = String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix {
                $0 != "\u{FFFD}"
            }
            let line = good.count { $0 == "\n" } + 1
            throw Mistake(line: line, reason: "it is not UTF-8")
        }
        var file = DotenvFile(text)
        return try file.values()
    }

    private init(_ text: String) {
        let ends = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let scalars = Array(ends.unicodeScalars)
        self.text = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
    }

    private mutating func values() throws(Mistake) -> [String: String] {
        var values: [String: String] = [:]
        while place < text.count {
            if let name = name() { values[name] = try value() }
            skipLine()
        }
        return values
    }

    /// The name in front of `=`; nil where the line has none.
    private mutating func name() -> String? {
        var rest = text[place...].prefix { $0 != "\n" }
        while rest.first.map(Self.isBlank) == true { rest.removeFirst() }
        if String(rest.prefix(7)) == "export " { rest.removeFirst(7) }
        guard rest.first != "#", let equals = rest.firstIndex(of: "=") else { return nil }
        let name = String(rest[..<equals]).trimmingBlanks
        guard name.isName else { return nil }
        place = equals + 1
        return name
    }

    private mutating func value() throws(Mistake) -> String {
        while place < text.count, Self.isBlank(text[place]) { place += 1 }
        guard place < text.count, text[place] == "\"" || text[place] == "'" else { return plain() }
        return try quoted(by: text[place])
    }

    /// A value without quotes: to the end of the line, or to a `#` behind a blank.
    private mutating func plain() -> String {
        var end = place
        while end < text.count, text[end] != "\n" {
            if text[end] == "#", end > place, Self.isBlank(text[end - 1]) { break }
            end += 1
        }
        defer { place = end }
        return String(text[place..<end]).trimmingBlanks
    }

    /// A value in quotes, which may have several lines; double ones know escapes.
    private mutating func quoted(by quote: Unicode.Scalar) throws(Mistake) -> String {
        let first = line
        var value = String.UnicodeScalarView()
        place += 1
        while place < text.count, text[place] != quote {
            var scalar = text[place]
            if scalar == "\\", quote == "\"", place + 1 < text.count {
                place += 1
                scalar = Self.escapes[text[place]] ?? text[place]
            }
            if text[place] == "\n" { line += 1 }
            value.append(scalar)
            place += 1
        }
        guard place < text.count else {
            throw Mistake(line: first, reason: "the quote that begins here is not closed")
        }
        place += 1
        let rest = String(text[place...].prefix { $0 != "\n" }).trimmingBlanks
        guard rest.isEmpty || rest.hasPrefix("#") else {
            throw Mistake(
                line: line,
                reason: "something stands behind the closing quote; a quote within a text is "
                    + "written `\\\"` in double quotes")
        }
        return String(value)
    }

    private mutating func skipLine() {
        while place < text.count, text[place] != "\n" { place += 1 }
        place += 1
        line += 1
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "n": "\n", "t": "\t", "r": "\r",
    ]
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t"
    }
}

extension String {
    fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self = String(view)
    }

    /// The text without blanks at its ends.
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
