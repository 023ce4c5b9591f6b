public import Documents

extension Shape {
    /// A field or a member that names something looked up.
    public struct Name: Sendable, Hashable {
        /// Where it stands.
        public let path: FieldPath
        /// What it names one of.
        public let kind: KindName
        /// The name.
        public let text: String
        /// Whether it can be nothing else than a name.
        public var isCertain = true
    }

    /// The names in a value that it did not have before.
    public func names(in value: Value, before: Value?) -> [Name] {
        names(in: value, before, at: [])
    }

    fileprivate func names(in value: Value, _ before: Value?, at path: [String]) -> [Name] {
        fields.flatMap { field -> [Name] in
            guard let inner = value[field.name], !inner.isNull else { return [] }
            return field.names(in: inner, before?[field.name], at: path + [field.name])
        }
    }

    /// Whether a field of its own names something.
    fileprivate var hasNames: Bool {
        fields.contains { $0.rules.named != nil || !$0.rules.namedMembers.isEmpty }
    }
}

extension Field {
    fileprivate func names(
        in value: Value, _ before: Value?, at path: [String]
    ) -> [Shape.Name] {
        if let kind = rules.named {
            return [name(value, before, of: kind, at: path)].compactMap(\.self)
        }
        let members = rules.namedMembers.compactMap { member in
            name(
                value[member.key] ?? .null, before?[member.key], of: member.kind,
                at: path + [member.key], isCertain: member.isCertain)
        }
        guard case .list(.object(let shape), let key) = type, shape.hasNames else { return members }
        return members + elements(value.list ?? [], before?.list ?? [], shape, key, at: path)
    }

    private func elements(
        _ list: [Value], _ before: [Value], _ shape: Shape, _ key: String?, at path: [String]
    ) -> [Shape.Name] {
        list.enumerated().flatMap { place, element in
            let name = key.flatMap { element[$0]?.scalarText }
            let old =
                name.map { name in before.first { $0[key ?? ""]?.scalarText == name } }
                ?? before.dropFirst(place).first
            return shape.names(in: element, old, at: path + [name ?? String(place)])
        }
    }

    private func name(
        _ value: Value, _ before: Value?, of kind: KindName, at path: [String],
        isCertain: Bool = true
    ) -> Shape.Name? {
        guard let text = value.text, !text.isEmpty, before?.text != text else { return nil }
        return Shape.Name(path: FieldPath(path), kind: kind, text: text, isCertain: isCertain)
    }
}
