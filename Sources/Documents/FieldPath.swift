/// A path of names as plans, `ignore:` and `patch:` write it: `steps.send_welcome.delay`.
public struct FieldPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The names from the outside in; list elements by their key.
    public let parts: [String]

    /// Takes the names.
    public init(_ parts: [String] = []) { self.parts = parts }

    /// Reads a path; a name that is not a plain word stands in double quotes. Nil if malformed.
    public init?(parsing text: String) {
        var parts: [String] = []
        var rest = Substring(text)
        while true {
            guard let part = FieldPath.part(from: &rest) else { return nil }
            parts.append(part)
            if rest.isEmpty { break }
            guard rest.removeFirst() == "." else { return nil }
        }
        self.parts = parts
    }

    /// The path of something inside.
    public func appending(_ part: String) -> FieldPath { FieldPath(parts + [part]) }

    /// The path of something inside, some levels down.
    public func appending(_ path: FieldPath) -> FieldPath { FieldPath(parts + path.parts) }

    /// Whether the other path is this one or inside it.
    public func contains(_ other: FieldPath) -> Bool { other.parts.starts(with: parts) }

    /// The names joined by dots, quoted where a name is not a plain word.
    public var description: String { parts.map(FieldPath.written).joined(separator: ".") }

    /// Orders name by name.
    public static func < (left: FieldPath, right: FieldPath) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }

    private static func part(from rest: inout Substring) -> String? {
        guard rest.first == "\"" else {
            let word = rest.prefix { $0 != "." && $0 != "\"" }
            rest = rest.dropFirst(word.count)
            return word.isEmpty ? nil : String(word)
        }
        rest.removeFirst()
        var part = ""
        while let next = rest.popFirst() {
            if next == "\"" { return part }
            guard next != "\\" else {
                guard let escaped = rest.popFirst() else { return nil }
                part.append(escaped)
                continue
            }
            part.append(next)
        }
        return nil
    }

    private static func written(_ part: String) -> String {
        guard part.isEmpty || !part.utf8.allSatisfy(\.isNameByte) else { return part }
        var quoted = "\""
        for character in part {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
