public import Documents

extension SortedType {
    /// Whether a list at a path has an element of a name.
    public func has(_ name: String, in list: FieldPath, of value: Value) -> Bool {
        self.value(at: (list.parts + [name])[...], in: value) != nil
    }

    /// A value in which an element is called as it is now, and so is whatever names it.
    public func renaming(_ rename: Rename, in value: Value) -> Value {
        let renamed = renaming(rename, at: rename.list.parts[...], in: value)
        guard rename.list.parts.count == 1 else { return renamed }
        return leading(rename, in: renamed, .none)
    }

    private func renaming(
        _ rename: Rename, at path: ArraySlice<String>, in value: Value
    ) -> Value {
        guard let part = path.first else { return renamingElement(rename, in: value) }
        let rest = path.dropFirst()
        switch value {
        case .object(var object):
            guard let inner = object[part] else { return value }
            object[part] = member(part).type.renaming(rename, at: rest, in: inner)
            return .object(object)
        case .list(let list):
            let (type, key) = element
            return .list(
                list.map { element in
                    guard let key, element[key]?.scalarText == part else { return element }
                    return type.renaming(rename, at: rest, in: element)
                })
        default: return value
        }
    }

    private func renamingElement(_ rename: Rename, in value: Value) -> Value {
        guard let key = element.key, let list = value.list else { return value }
        return .list(
            list.map { element in
                guard var members = element.object, members[key]?.scalarText == rename.old else {
                    return element
                }
                members[key] = .text(rename.new)
                return .object(members)
            })
    }

    /// A value in which every field that names elements of the list names the new one.
    private func leading(_ rename: Rename, in value: Value, _ rules: Rules) -> Value {
        if rules.elementOf == rename.list.parts.first { return value.naming(rename) }
        switch value {
        case .object(let object):
            return .object(
                Object(
                    members: object.members.map { inner in
                        let known = member(inner.key)
                        return Object.Member(
                            inner.key, known.type.leading(rename, in: inner.value, known.rules))
                    }))
        case .list(let list):
            let type = element.type
            return .list(list.map { type.leading(rename, in: $0, .none) })
        default: return value
        }
    }
}

extension Value {
    /// A field that names elements: a text, a list of texts, or a map that leads from some to others.
    fileprivate func naming(_ rename: Rename) -> Value {
        guard case .object(let object) = self else { return namingLeaves(rename) }
        return .object(
            Object(
                members: object.members.map { member in
                    let key = member.key == rename.old ? rename.new : member.key
                    return Object.Member(key, member.value.namingLeaves(rename))
                }))
    }

    private func namingLeaves(_ rename: Rename) -> Value {
        switch self {
        case .text(rename.old): .text(rename.new)
        case .list(let list): .list(list.map { $0.namingLeaves(rename) })
        case .object(let object):
            .object(
                Object(
                    members: object.members.map {
                        Object.Member($0.key, $0.value.namingLeaves(rename))
                    }))
        default: self
        }
    }
}
