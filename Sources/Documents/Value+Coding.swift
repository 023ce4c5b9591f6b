extension Value {
    /// The value as plain JSON: what is known only later becomes an object with one `$` key.
    public var encoded: Value {
        switch self {
        case .captured(let slot):
            .object(Object([("$captured", .list([.text(slot.address), .text(slot.name)]))]))
        case .joined(let parts): .object(Object([("$joined", .list(parts.map(\.encoded)))]))
        case .secret(let name): .object(Object([("$secret", .text(name))]))
        case .list(let items): .list(items.map(\.encoded))
        case .object(let object): .object(object.encoded)
        default: self
        }
    }

    /// Reads what `encoded` wrote.
    public init(encoded: Value) {
        switch encoded {
        case .list(let items): self = .list(items.map { Value(encoded: $0) })
        case .object(let object): self = Value(encodedObject: object)
        default: self = encoded
        }
    }

    private init(encodedObject object: Object) {
        guard object.count == 1, let member = object.members.first, member.key.hasPrefix("$") else {
            self = .object(object.mapped { Value(encoded: $0) })
            return
        }
        switch (member.key, member.value) {
        case ("$captured", .list(let names)) where names.count == 2:
            self = .captured(Slot(names[0].text ?? "", names[1].text ?? ""))
        case ("$joined", .list(let parts)): self = .joined(parts.map { Value(encoded: $0) })
        case ("$secret", .text(let name)): self = .secret(name)
        default:
            let key = member.key.hasPrefix("$$") ? String(member.key.dropFirst()) : member.key
            self = .object(Object([(key, Value(encoded: member.value))]))
        }
    }
}

extension Object {
    /// The object with every value changed.
    fileprivate func mapped(_ change: (Value) -> Value) -> Object {
        Object(members: members.map { Member($0.key, change($0.value)) })
    }

    /// The object with its values encoded, and its only key marked if it begins like ours.
    fileprivate var encoded: Object {
        guard count == 1, let member = members.first, member.key.hasPrefix("$") else {
            return mapped(\.encoded)
        }
        return Object([("$" + member.key, member.value.encoded)])
    }
}
