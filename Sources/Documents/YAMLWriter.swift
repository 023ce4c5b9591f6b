/// Writes values as YAML that readers of 1.1 and 1.2 agree on: blocks, two spaces, quotes where
/// a text could be taken for something else.
public enum YAMLWriter {
    /// Writes a document; the members of objects in the order of their keys.
    public static func write(_ value: Value) -> String {
        var writer = Writer()
        writer.document(value)
        return writer.text
    }

    /// Writes a document whose top members keep the given order.
    public static func write(_ pairs: [(String, Value)]) -> String {
        guard !pairs.isEmpty else { return "{}\n" }
        var writer = Writer()
        for (key, value) in pairs { writer.entry(key, value, depth: 0) }
        return writer.text
    }

    private struct Writer {
        var text = ""

        mutating func document(_ value: Value) {
            switch plain(value) {
            case .object(let object) where !object.isEmpty: entries(object, depth: 0)
            case .list(let items) where !items.isEmpty: self.items(items, depth: 0)
            case .text(let long) where isBlock(long): block(long, depth: 1)
            case let scalar: text += inline(scalar) + "\n"
            }
        }

        private func plain(_ value: Value) -> Value {
            switch value {
            case .captured, .joined, .secret: value.encoded
            default: value
            }
        }

        private mutating func entries(_ object: Object, depth: Int) {
            for member in object { entry(member.key, member.value, depth: depth) }
        }

        mutating func entry(_ key: String, _ value: Value, depth: Int) {
            indent(depth)
            text += scalar(key) + ":"
            switch plain(value) {
            case .object(let object) where !object.isEmpty:
                text += "\n"
                entries(object, depth: depth + 1)
            case .list(let items) where !items.isEmpty:
                text += "\n"
                self.items(items, depth: depth + 1)
            case .text(let long) where isBlock(long):
                text += " "
                block(long, depth: depth + 1)
            case let scalar: text += " " + inline(scalar) + "\n"
            }
        }

        private mutating func items(_ items: [Value], depth: Int) {
            for item in items {
                indent(depth)
                text += "- "
                switch plain(item) {
                case .object(let object) where !object.isEmpty:
                    behindDash { $0.entries(object, depth: depth + 1) }
                case .list(let inner) where !inner.isEmpty:
                    behindDash { $0.items(inner, depth: depth + 1) }
                case .text(let long) where isBlock(long): block(long, depth: depth + 1)
                case let scalar: text += inline(scalar) + "\n"
                }
            }
        }

        /// Writes lines whose first one follows the dash instead of its indentation.
        private mutating func behindDash(_ write: (inout Writer) -> Void) {
            var inner = Writer()
            write(&inner)
            text += inner.text.drop { $0 == " " }
        }

        private mutating func indent(_ depth: Int) {
            text += String(repeating: " ", count: depth * 2)
        }

        private func inline(_ value: Value) -> String {
            switch value {
            case .text(let text): scalar(text)
            case .double(let double): number(double)
            case .list: "[]"
            case .object: "{}"
            default: value.canonicalJSON
            }
        }

        private func number(_ double: Double) -> String {
            if double.isNaN { return ".nan" }
            if double.isInfinite { return double < 0 ? "-.inf" : ".inf" }
            let text = Value.double(double).canonicalJSON
            guard let exponent = text.firstIndex(of: "e") else { return text }
            let hasPoint = text[..<exponent].contains(".")
            return hasPoint ? text : text[..<exponent] + ".0" + text[exponent...]
        }

        private func scalar(_ text: String) -> String {
            YAMLQuoting.isPlain(text) ? text : YAMLQuoting.quoted(text)
        }

        /// Whether a text reads better, and exactly the same, as a literal block.
        private func isBlock(_ text: String) -> Bool {
            let scalars = text.unicodeScalars
            guard scalars.contains("\n"), let first = scalars.first, first != " ", first != "\n",
                scalars.allSatisfy({ $0 == "\n" || YAMLQuoting.isPrintable($0) })
            else { return false }
            return text.split(separator: "\n", omittingEmptySubsequences: false)
                .allSatisfy { $0.last != " " }
        }

        private mutating func block(_ long: String, depth: Int) {
            var lines = long.split(separator: "\n", omittingEmptySubsequences: false)
            let trailing = lines.reversed().prefix { $0.isEmpty }.count
            text += trailing == 0 ? "|-\n" : trailing == 1 ? "|\n" : "|+\n"
            if trailing > 0 { lines.removeLast() }
            for line in lines {
                if !line.isEmpty { indent(depth) }
                text += line + "\n"
            }
        }
    }
}
