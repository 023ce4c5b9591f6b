public import Documents

extension [Value] {
    /// The element whose key member holds a name, or the one at that position.
    func named(_ name: String, key: String?) -> Value? {
        if let key { return first { $0[key]?.scalarText == name } }
        return Int(name).flatMap { indices.contains($0) ? self[$0] : nil }
    }
}

extension Value {
    /// A text or a whole number as text.
    public var scalarText: String? {
        switch self {
        case .text(let text): text
        case .int(let int): String(int)
        default: nil
        }
    }

    /// Whether a secret is part of it.
    public var holdsSecret: Bool {
        switch self {
        case .secret: true
        case .joined(let parts), .list(let parts): parts.contains(where: \.holdsSecret)
        case .object(let object): object.members.contains { $0.value.holdsSecret }
        default: false
        }
    }

    /// The names of the secrets in it.
    public var secretNames: Set<String> {
        switch self {
        case .secret(let name): [name]
        case .joined(let parts), .list(let parts):
            parts.reduce(into: []) { $0.formUnion($1.secretNames) }
        case .object(let object): object.reduce(into: []) { $0.formUnion($1.value.secretNames) }
        default: []
        }
    }

    /// Whether it is a text or value that is secret as a whole.
    public var isSecretLeaf: Bool {
        switch self {
        case .secret: true
        case .joined: holdsSecret
        default: false
        }
    }
}

extension Value {
    /// Whether it is known only when the plan is applied.
    public var isLater: Bool {
        switch self {
        case .captured, .joined, .secret: true
        default: false
        }
    }
}

extension [Object.Member] {
    /// The value of a key, walking on from a cursor; keys must be asked for in their order.
    public func next(_ key: String, _ cursor: inout Int) -> Value? {
        place(of: key, &cursor).map { self[$0].value }
    }

    /// The place of a key, found in the same way.
    public func place(of key: String, _ cursor: inout Int) -> Int? {
        while cursor < count {
            if self[cursor].key == key { return cursor }
            if key < self[cursor].key { return nil }
            cursor += 1
        }
        return nil
    }
}
