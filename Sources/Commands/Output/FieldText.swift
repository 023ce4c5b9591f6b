import Documents
import Platforms

/// One field's value in a few words: `72h`, `"Welcome series"`, `3: send_welcome, wait, offer`.
struct FieldText {
    /// The fields of the kind whose values are shown, where they are known.
    let shape: Shape?

    /// What ids in them stand for.
    private let names: ReferenceNames
    /// The fields as names are put into them; free where there are none.
    private let type: SortedType

    /// Shows fields of a kind, ids that have a name by that.
    init(shape: Shape? = nil, names: ReferenceNames = ReferenceNames()) {
        self.shape = shape
        self.names = names
        type = names.isEmpty ? .any : shape.map { .object(SortedShape($0)) } ?? .any
    }

    /// Shows the fields of a row.
    init(_ row: PlanRow) { self.init(shape: Catalog.kind(row.kind)?.shape, names: row.names) }

    /// A change with names in place of ids.
    func named(_ change: FieldChange) -> FieldChange {
        guard !names.isEmpty else { return change }
        var named = change
        let type = type.type(at: change.path.parts[...])
        (named.before, named.after) = names.naming(
            before: change.before, after: change.after, type)
        named.recorded = change.recorded.map { names.naming($0, type) }
        named.kept = change.kept.map { names.naming($0, type) }
        return named
    }

    /// What was kept otherwise, with names in place of ids.
    func named(_ field: KeptField) -> KeptField {
        guard !names.isEmpty else { return field }
        var named = field
        (named.returned, named.written) = names.naming(
            before: field.returned, after: field.written,
            type.type(at: field.path.parts[...]))
        return named
    }

    /// A value on one line; `not set` where there is none.
    func show(_ value: Value?, at path: FieldPath) -> String {
        guard let value else { return "not set" }
        if case .list(let list) = value, let names = Self.summary(list) { return names }
        if let type = shape?.type(at: path.parts[...]) { return ValueText.show(value, type: type) }
        switch value {
        case .int(let int) where isDuration(path): return Self.duration(int)
        case .text(let text): return Self.isPlain(text) ? text : JSONText.compact(value)
        case .captured, .joined, .secret: return JSONText.later(value)
        default: return JSONText.compact(value)
        }
    }

    /// The text to compare line by line, where a value is too long for one line.
    static func long(_ value: Value?) -> String? {
        switch value {
        case .text(let text): text.contains(where: \.isNewline) || text.count > 60 ? text : nil
        case .list(let list) where !list.isEmpty:
            JSONText.lines(.list(list)).joined(separator: "\n")
        case .object(let object) where !object.isEmpty:
            JSONText.lines(.object(object)).joined(separator: "\n")
        default: nil
        }
    }

    /// Nanoseconds as people write them: `72h`, `1h30m`, `1500ms`.
    static func duration(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "0s" }
        guard nanoseconds > 0 else { return "\(nanoseconds)ns" }
        var rest = nanoseconds
        var text = ""
        for (unit, size) in units where rest >= size {
            text += "\(rest / size)\(unit)"
            rest %= size
        }
        return text
    }

    private static let units: [(String, Int64)] = [
        ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000),
        ("us", 1_000), ("ns", 1),
    ]

    /// A keyed list by what its elements are called; nil where they have no names.
    private static func summary(_ list: [Value]) -> String? {
        guard !list.isEmpty else { return nil }
        let names = list.compactMap { element in
            ["slug", "key", "label", "name", "id"].lazy.compactMap { element[$0]?.text }.first
        }
        guard names.count == list.count else { return nil }
        return "\(list.count): \(names.joined(separator: ", "))"
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && !["null", "true", "false"].contains(text)
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "_-./:+@".unicodeScalars.contains(scalar)
            }
    }

    private func isDuration(_ path: FieldPath) -> Bool {
        path.parts.last == "delay" || path.parts.last == "reentry_delay"
    }
}

extension Shape {
    /// The type of the field at a path; nil where the shape does not say.
    func type(at path: ArraySlice<String>) -> FieldType? {
        guard let name = path.first, let field = field(name) else { return nil }
        return field.type.type(at: path.dropFirst())
    }
}

extension FieldType {
    fileprivate func type(at path: ArraySlice<String>) -> FieldType? {
        guard !path.isEmpty else { return self }
        return switch self {
        case .object(let shape): shape.type(at: path)
        case .list(let element, _), .map(let element): element.type(at: path.dropFirst())
        default: nil
        }
    }
}
