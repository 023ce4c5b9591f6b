public import Documents
import Platforms

/// A path into a JSON answer, as API nodes capture by: `data.items[0].id`.
///
/// Simple property access, not JSONPath: dots and indices, `[0]` equal to `.0`, a leading dot
/// optional; the empty path is the whole body.
public struct CapturePath: Sendable, Equatable {
    /// Why a text is no path.
    public struct Mistake: Error, Sendable, Equatable {
        /// A rule, such as ``a path has no `$` ``.
        public let rule: String
    }

    /// The names and indices from the outside in; empty for the whole body.
    public let steps: [String]

    /// Reads a path.
    public init(parsing text: String) throws(Mistake) {
        guard !text.isEmpty else {
            steps = []
            return
        }
        var reader = CapturePathReader(text)
        steps = try reader.steps()
    }

    /// What the variable becomes: a text, or nil where the path leads to nothing.
    public func capture(from body: Value) -> String? {
        var value = body
        for step in steps {
            guard let inner = CapturePath.member(step, of: value) else { return nil }
            value = inner
        }
        return CapturePath.text(of: value)
    }

    private static func member(_ step: String, of value: Value) -> Value? {
        switch value {
        case .object(let object): return object[step]
        case .list(let list):
            guard let index = Int(step), list.indices.contains(index) else { return nil }
            return list[index]
        default: return nil
        }
    }

    /// A primitive as its text, an object or a list as JSON; nil for null.
    private static func text(of value: Value) -> String? {
        switch value {
        case .null: nil
        case .text(let text): text
        default: value.canonicalJSON
        }
    }
}

/// Takes a path apart, one step after the other.
private struct CapturePathReader {
    private var rest: Substring
    private var found: [String] = []

    init(_ text: String) { rest = Substring(text) }

    mutating func steps() throws(CapturePath.Mistake) -> [String] {
        if rest.first == "$" { throw mistake("a path has no `$`: it begins with a name") }
        if rest.first == "." { rest.removeFirst() }
        try step()
        while !rest.isEmpty {
            if rest.first == "." { rest.removeFirst() }
            try step()
        }
        return found
    }

    private mutating func step() throws(CapturePath.Mistake) {
        if rest.first == "[" {
            found.append(try bracket())
        } else {
            found.append(try name())
        }
        guard let next = rest.first else { return }
        if next != ".", next != "[" { throw mistake("a `.` or `[` must follow `]`") }
    }

    private mutating func name() throws(CapturePath.Mistake) -> String {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(name.count)
        if name.isEmpty { throw mistake("a name must stand before and after each `.`") }
        if name.contains("*") { throw mistake("a path has no wildcards") }
        if name.contains("$") { throw mistake("a path has no `$`") }
        if name.contains("]") { throw mistake("a `]` must close a `[`") }
        return String(name)
    }

    private mutating func bracket() throws(CapturePath.Mistake) -> String {
        guard let end = rest.firstIndex(of: "]") else { throw mistake("a `[` must be closed") }
        let inner = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if inner.contains("*") { throw mistake("a path has no wildcards") }
        if inner.first == "?" || inner.contains("@") { throw mistake("a path has no filters") }
        let isWord = inner.utf8.allSatisfy { byte in
            byte.isLetterOrDigit || byte == UInt8(ascii: "_")
        }
        guard isWord, !inner.isEmpty else {
            throw mistake("an index such as `[0]` must stand in brackets")
        }
        return String(inner)
    }

    private func mistake(_ rule: String) -> CapturePath.Mistake { CapturePath.Mistake(rule: rule) }
}
