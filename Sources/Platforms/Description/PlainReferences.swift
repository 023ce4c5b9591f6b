public import Documents

/// Finds the kinds of what is referred to by a plain id or name, without `${…}`.
public struct PlainReferences {
    /// The kinds found so far.
    public private(set) var kinds: Set<KindName> = []
    private let sought: Set<KindName>

    /// Looks for references to some kinds only.
    public init(to sought: Set<KindName>) { self.sought = sought }

    /// Looks through a value of some shape, unless everything was found already.
    public mutating func look(in value: Value, _ shape: Shape) {
        guard kinds.count < sought.count else { return }
        look(in: value, .object(shape))
    }

    private mutating func look(in value: Value, _ type: FieldType) {
        switch (type, value) {
        case (.reference(let kind, _), .text(let text)):
            if !text.isEmpty, sought.contains(kind) { kinds.insert(kind) }
        case (.object(let shape), .object(let object)):
            for field in shape.fields where field.type.mayRefer {
                if let value = object[field.name] { look(in: value, field.type) }
            }
        case (.list(let type, _), .list(let list)):
            guard type.mayRefer else { return }
            for element in list { look(in: element, type) }
        case (.map(let type), .object(let object)):
            guard type.mayRefer else { return }
            for member in object { look(in: member.value, type) }
        default: break
        }
    }
}

extension FieldType {
    /// Whether a reference may be in a value of this type.
    fileprivate var mayRefer: Bool {
        switch self {
        case .reference, .object: true
        case .list(let inner, _), .map(let inner): inner.mayRefer
        default: false
        }
    }
}
