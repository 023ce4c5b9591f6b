public import Documents

/// Shows canonical values as people write them.
public enum ValueText {
    /// One line for a value of a type: `72h`, `${lytics/job/x}`, `‹secret NAME›`.
    ///
    /// Long texts, lists and maps are shortened; secrets never show more than their name.
    public static func show(_ value: Value, type: FieldType) -> String {
        shortened(text(value, type, depth: 0), to: 120)
    }

    private static func text(_ value: Value, _ type: FieldType, depth: Int) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .int(let int): type == .duration ? Nanoseconds(int).description : String(int)
        case .double(let double): "\(double)"
        case .text(let text): scalar(text, type)
        case .captured(let slot): reference(slot)
        case .secret(let name): "‹secret \(name)›"
        case .joined(let parts): "\"" + parts.map(part).joined() + "\""
        case .list(let values): list(values, type, depth)
        case .object(let object): map(object, type, depth)
        }
    }

    private static func reference(_ slot: Slot) -> String {
        slot.name == "id" ? "${\(slot.address)}" : "${\(slot.address).\(slot.name)}"
    }

    private static func part(_ value: Value) -> String {
        if case .text(let text) = value { escaped(text) } else { text(value, .any, depth: 1) }
    }

    private static func scalar(_ text: String, _ type: FieldType) -> String {
        switch type {
        case .bool, .word, .timestamp, .reference: return shortened(escaped(text), to: 60)
        default: return "\"\(shortened(escaped(text), to: 60))\""
        }
    }

    private static func list(_ values: [Value], _ type: FieldType, _ depth: Int) -> String {
        guard !values.isEmpty else { return "[]" }
        guard case .list(let element, let key) = type else {
            return depth > 1 ? "[…]" : items(values.map { text($0, .any, depth: depth + 1) })
        }
        if let key {
            return items(
                values.map { $0[key].map { text($0, .word([]), depth: depth + 1) } ?? "…" })
        }
        return depth > 1 ? "[…]" : items(values.map { text($0, element, depth: depth + 1) })
    }

    private static func items(_ texts: [String]) -> String {
        let shown = texts.prefix(8).joined(separator: ", ")
        return texts.count > 8 ? "[\(shown), … \(texts.count) in all]" : "[\(shown)]"
    }

    private static func map(_ object: Object, _ type: FieldType, _ depth: Int) -> String {
        guard !object.isEmpty else { return "{}" }
        guard depth < 2 else { return "{…}" }
        let members = object.members.prefix(8).map { member in
            "\(member.key): \(text(member.value, inner(type, member.key), depth: depth + 1))"
        }
        return "{\(members.joined(separator: ", "))\(object.count > 8 ? ", …" : "")}"
    }

    private static func inner(_ type: FieldType, _ key: String) -> FieldType {
        switch type {
        case .object(let shape): shape.field(key)?.type ?? .any
        case .map(let inner): inner
        default: .any
        }
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\n": escaped += "⏎"
            case "\"": escaped += "\\\""
            case "\t": escaped += "\\t"
            default:
                let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                escaped.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
            }
        }
    }

    private static func shortened(_ text: String, to width: Int) -> String {
        text.count > width ? text.prefix(width - 1) + "…" : text
    }
}
