public import Documents

extension Overlay {
    /// Our members as they are sent.
    public var sent: Value { omitsNull ? ours.withoutNulls : ours }

    /// The same, naming what it leaves of an object as it is; nothing is named of no object.
    public func keeping(_ object: Value?) -> Overlay {
        var overlay = self
        overlay.kept = object.map(remainder)
        return overlay
    }

    /// The paths at which a read object survives; what is null there is not worth a word.
    private func remainder(of object: Value) -> [String] {
        let members = object.object?.filter { sendsBack($0.key) } ?? []
        let lists = renamed.filter { ours[$0.sent] == nil && object[$0.read]?.list != nil }
        return members.flatMap { member in
            Overlay.remainder(
                of: member.value, under: ours[member.key], at: member.key, self.lists[member.key])
        } + lists.map(\.sent)
    }

    private static func remainder(
        of read: Value, under ours: Value?, at path: String, _ keyed: Keyed? = nil
    ) -> [String] {
        guard let ours else { return read.isNull ? [] : [path] }
        if let keyed {
            return (ours.list ?? []).flatMap { element -> [String] in
                guard let twin = keyed.twin(of: element, in: read.list ?? []) else { return [] }
                let name = element[keyed.key].map { $0.text ?? $0.canonicalJSON } ?? ""
                return remainder(of: twin, under: element, at: "\(path).\(name)")
            }
        }
        guard let ours = ours.object, let read = read.object else { return [] }
        return read.flatMap {
            remainder(of: $0.value, under: ours[$0.key], at: "\(path).\($0.key)")
        }
    }
}

extension Value {
    /// The same without members that are null, at any depth.
    public var withoutNulls: Value {
        switch self {
        case .list(let elements): .list(elements.map(\.withoutNulls))
        case .object(let object):
            .object(
                Object(
                    members: object.filter { !$0.value.isNull }.map {
                        Object.Member($0.key, $0.value.withoutNulls)
                    }))
        default: self
        }
    }
}

extension Overlay.Keyed {
    /// The read element that is the same one: equal key, and equal tag where there is one.
    public func twin(of element: Value, in read: [Value]) -> Value? {
        guard let name = element[key] else { return nil }
        return read.first { other in
            name == other[key] && (tag.map { element[$0] == other[$0] } ?? true)
        }
    }
}
