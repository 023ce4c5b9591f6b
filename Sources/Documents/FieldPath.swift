/// A way to one field, `steps.send_welcome.delay`: keyed by slug, key or name.
public struct FieldPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The names from the outside in.
    public let parts: [String]

    /// Takes the names.
    public init(_ parts: [String]) { self.parts = parts }

    /// Reads a path as written, `steps.send_welcome."a b"`.
    public init(parsing text: String) {
        var parts: [String] = []
        var part = ""
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "." where !isQuoted:
                parts.append(part)
                part = ""
            default: part.append(character)
            }
        }
        self.parts = parts + [part]
    }

    /// The path one step further in.
    public func appending(_ part: String) -> FieldPath { FieldPath(parts + [part]) }

    /// The path as written; a part that is not a plain word is quoted.
    public var description: String {
        parts.map { part in
            let isPlain = !part.isEmpty && !part.contains(".") && !part.contains(" ")
            return isPlain ? part : "\"\(part)\""
        }.joined(separator: ".")
    }

    /// Orders part by part.
    public static func < (left: FieldPath, right: FieldPath) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
