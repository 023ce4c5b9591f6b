extension Shape {
    /// The kinds and lookups that its fields refer to.
    public var referred: Set<KindName> {
        fields.reduce(into: []) { $0.formUnion($1.type.referred) }
    }
}

extension FieldType {
    /// The kinds and lookups that a value of this type may refer to.
    var referred: Set<KindName> {
        switch self {
        case .reference(let kind, _): [kind]
        case .object(let shape): shape.referred
        case .list(let element, _), .map(let element): element.referred
        default: []
        }
    }
}
