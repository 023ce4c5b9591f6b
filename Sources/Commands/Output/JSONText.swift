import Documents

/// JSON for people: what is known only later stands in it as `‹id of lytics/job/x›`.
struct JSONText {
    /// Indented JSON, line by line.
    static func lines(_ value: Value) -> [String] {
        switch value {
        case .object(let object) where !object.isEmpty:
            let members = object.map { member in
                (prefix: "\(quoted(member.key)): ", value: member.value)
            }
            return block("{", members, "}")
        case .list(let list) where !list.isEmpty:
            return block("[", list.map { (prefix: "", value: $0) }, "]")
        default:
            return [compact(value)]
        }
    }

    /// JSON on one line.
    static func compact(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .int(let int): String(int)
        case .double(let double): String(double)
        case .text(let text): quoted(text)
        case .list(let list): "[\(list.map(compact).joined(separator: ", "))]"
        case .object(let object):
            "{\(object.map { "\(quoted($0.key)): \(compact($0.value))" }.joined(separator: ", "))}"
        case .captured, .secret: later(value)
        case .joined(let parts): "\"\(parts.map(later).joined())\""
        }
    }

    /// A value known later in words; a text as it is.
    static func later(_ value: Value) -> String {
        switch value {
        case .captured(let slot):
            slot.name == "id"
                ? "‹id of \(slot.address)›" : "‹\(slot.name) of \(slot.address)›"
        case .secret(let name): "‹secret \(name)›"
        case .joined(let parts): parts.map(later).joined()
        case .text(let text): text
        default: compact(value)
        }
    }

    private static func block(
        _ open: String, _ members: [(prefix: String, value: Value)], _ close: String
    ) -> [String] {
        var lines = [open]
        for (index, member) in members.enumerated() {
            var inner = JSONText.lines(member.value)
            inner[0] = member.prefix + inner[0]
            if index < members.count - 1 { inner[inner.count - 1] += "," }
            lines += inner.map { "  " + $0 }
        }
        return lines + [close]
    }

    private static func quoted(_ text: String) -> String { Value.text(text).canonicalJSON }
}
