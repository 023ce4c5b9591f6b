import Documents

/// Reads `NAME=value` lines as shells and their many imitations write them.
enum DotenvFile {
    /// The values by name; lines that are something else are passed over.
    static func values(in text: String) -> [String: String] {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            var line = trimmed(line)
            if line.hasPrefix("export ") { line = trimmed(line.dropFirst(7)) }
            guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { continue }
            let name = trimmed(line[..<equals])
            guard String(name).isName else { continue }
            values[String(name)] = value(trimmed(line[line.index(after: equals)...]))
        }
        return values
    }

    private static func value(_ text: Substring) -> String {
        switch text.first {
        case "'": return String(text.dropFirst().prefix { $0 != "'" })
        case "\"": return unescaped(text.dropFirst())
        default:
            let comment = text.firstRange(of: " #")
            return String(trimmed(text[..<(comment?.lowerBound ?? text.endIndex)]))
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        var value = ""
        var isEscaped = false
        for character in text {
            switch (isEscaped, character) {
            case (true, "n"): value.append("\n")
            case (true, "t"): value.append("\t")
            case (true, _): value.append(character)
            case (false, "\""): return value
            case (false, "\\"): break
            case (false, _): value.append(character)
            }
            isEscaped = !isEscaped && character == "\\"
        }
        return value
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
