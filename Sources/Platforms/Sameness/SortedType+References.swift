public import Documents

extension SortedType {
    /// A value whose ids and names in reference fields are put through a function; where that gives
    /// nil they stay.
    public func replacingReferences(
        in value: Value, _ name: (KindName, Plain, Value) -> Value?
    ) -> Value {
        switch (self, value) {
        case (.reference(let kind, let plain), .text), (.reference(let kind, let plain), .int):
            return name(kind, plain, value) ?? value
        case (.object, .object(let object)), (.map, .object(let object)):
            return .object(
                Object(
                    members: object.members.map { inner in
                        let type = member(inner.key).type
                        return Object.Member(
                            inner.key, type.replacingReferences(in: inner.value, name))
                    }))
        case (.list(let element, _), .list(let list)):
            return .list(list.map { element.replacingReferences(in: $0, name) })
        default: return value
        }
    }

    /// The type of what stands at a path.
    public func type(at path: ArraySlice<String>) -> SortedType {
        guard let part = path.first else { return self }
        let rest = path.dropFirst()
        if case .list(let element, _) = self { return element.type(at: rest) }
        return member(part).type.type(at: rest)
    }
}
