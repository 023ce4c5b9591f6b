public import Documents

extension SortedType {
    /// The value at a path, walking keyed lists by their key.
    public func value(at path: ArraySlice<String>, in value: Value) -> Value? {
        guard let part = path.first else { return value }
        let rest = path.dropFirst()
        switch value {
        case .object(let object):
            return object[part].flatMap { member(part).type.value(at: rest, in: $0) }
        case .list(let list):
            let (type, key) = element
            guard let found = list.named(part, key: key) else { return nil }
            return type.value(at: rest, in: found)
        default: return nil
        }
    }

    /// A path in words, where elements are told apart by what they refer to.
    ///
    /// An element that is written is called as there, any other one by the name of its id.
    public func written(
        _ path: FieldPath, as written: Value, resolved: Value,
        name: (KindName, String) -> String?
    ) -> FieldPath {
        var parts: [String] = []
        var type = self
        var (names, ids): (Value?, Value?) = (written, resolved)
        for part in path.parts {
            guard case .list(let inner, let key?) = type else {
                (ids, names, type) = (ids?[part], names?[part], type.member(part).type)
                parts.append(part)
                continue
            }
            let place = ids?.list?.firstIndex { $0[key]?.scalarText == part }
            let elements = names?.list ?? []
            ids = place.flatMap { ids?.list?[$0] }
            names = place.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            var known: String?
            if case .reference(let kind, _) = inner.member(key).type { known = name(kind, part) }
            parts.append(names?[key]?.scalarText ?? known ?? part)
            type = inner
        }
        return FieldPath(parts)
    }

    /// All rules on the way to a path, from the outside in.
    public func rules(along path: ArraySlice<String>) -> [Rules] {
        guard let part = path.first else { return [] }
        let rest = path.dropFirst()
        if case .list = self { return element.type.rules(along: rest) }
        let member = member(part)
        return [member.rules] + member.type.rules(along: rest)
    }
}
