extension Value {
    /// A copy with a value set at a path of member names, list positions and element names.
    public func setting(_ path: some Collection<String>, to new: Value) -> Value {
        guard let first = path.first else { return new }
        let rest = path.dropFirst()
        if case .list(var list) = self {
            guard let index = list.firstIndex(named: first) else { return self }
            list[index] = list[index].setting(rest, to: new)
            return .list(list)
        }
        var object = object ?? Object()
        object[first] = (object[first] ?? .null).setting(rest, to: new)
        return .object(object)
    }
}

extension [Value] {
    /// The place of the element that a part of a path names.
    fileprivate func firstIndex(named name: String) -> Int? {
        for key in ["slug", "id", "sequence_id", "key", "name", "label"] {
            let index = firstIndex {
                $0[key] == .text(name) || $0[key].map(\.canonicalJSON) == name
            }
            if let index { return index }
        }
        guard let position = Int(name), indices.contains(position) else { return nil }
        return position
    }
}
