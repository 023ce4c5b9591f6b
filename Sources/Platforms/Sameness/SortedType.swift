import Documents

/// A field's type with its nested fields sorted.
public indirect enum SortedType: Sendable {
    case scalar
    case reference(KindName, Plain)
    case any
    case object(SortedShape)
    case list(SortedType, key: String?)
    case map(SortedShape.Member)

    /// Sorts the fields of a type.
    public init(_ type: FieldType) {
        switch type {
        case .text, .bool, .int, .double, .duration, .timestamp, .word: self = .scalar
        case .reference(let kind, let plain): self = .reference(kind, plain)
        case .any: self = .any
        case .object(let shape): self = .object(SortedShape(shape))
        case .list(let element, let key): self = .list(SortedType(element), key: key)
        case .map(let element):
            let type = SortedType(element)
            self = .map(SortedShape.Member(name: "", type: type, rules: .none))
        }
    }

    /// A member of an object of this type.
    public func member(_ name: String) -> SortedShape.Member {
        switch self {
        case .object(let shape): shape.member(name) ?? .free
        case .map(let element): element
        default: .free
        }
    }

    /// The kinds that it refers to.
    var referred: Set<KindName> {
        switch self {
        case .scalar, .any: []
        case .reference(let kind, _): [kind]
        case .object(let shape): shape.referred
        case .list(let element, _): element.referred
        case .map(let element): element.type.referred
        }
    }

    /// Whether it is a reference, whose plain texts mean something.
    public var isReference: Bool {
        if case .reference = self { true } else { false }
    }

    /// The type of an element of a list of this type, and the member that names it.
    public var element: (type: SortedType, key: String?) {
        if case .list(let type, let key) = self { (type, key) } else { (.any, nil) }
    }
}
