import Documents
import Platforms

/// A kind's fields sorted by name, so that they are compared with an object in one walk.
struct SortedShape: Sendable {
    /// One field; a class, because fields are handed around far more often than made.
    final class Member: Sendable {
        let name: String
        let type: SortedType
        let rules: Rules

        init(name: String, type: SortedType, rules: Rules) {
            self.name = name
            self.type = type
            self.rules = rules
        }

        /// What a field is that the shape does not name.
        static let free = Member(name: "", type: .any, rules: .none)
    }

    /// The fields in the order of their names.
    let members: [Member]

    init(_ shape: Shape) {
        members = shape.fields
            .map { Member(name: $0.name, type: SortedType($0.type), rules: $0.rules) }
            .sorted { $0.name < $1.name }
    }

    /// The field of a name.
    func member(_ name: String) -> Member? {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low < members.count && members[low].name == name ? members[low] : nil
    }

    /// The kinds that its fields refer to.
    var referred: Set<KindName> {
        members.reduce(into: []) { $0.formUnion($1.type.referred) }
    }

    /// Whether changing some field of a running object makes a new version of it.
    var hasVersions: Bool { members.contains { $0.rules.onRunning == .newVersion } }
}

/// A field's type with its nested fields sorted.
indirect enum SortedType: Sendable {
    case scalar
    case reference(KindName, Plain)
    case any
    case object(SortedShape)
    case list(SortedType, key: String?)
    case map(SortedShape.Member)

    init(_ type: FieldType) {
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
    func member(_ name: String) -> SortedShape.Member {
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
    var isReference: Bool {
        if case .reference = self { true } else { false }
    }

    /// The type of an element of a list of this type, and the member that names it.
    var element: (type: SortedType, key: String?) {
        if case .list(let type, let key) = self { (type, key) } else { (.any, nil) }
    }
}

extension SortedType {
    /// The value at a path, walking keyed lists by their key.
    func value(at path: ArraySlice<String>, in value: Value) -> Value? {
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
    func written(
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
    func rules(along path: ArraySlice<String>) -> [Rules] {
        guard let part = path.first else { return [] }
        let rest = path.dropFirst()
        if case .list = self { return element.type.rules(along: rest) }
        let member = member(part)
        return [member.rules] + member.type.rules(along: rest)
    }
}

extension [Value] {
    /// The element whose key member holds a name, or the one at that position.
    func named(_ name: String, key: String?) -> Value? {
        if let key { return first { $0[key]?.scalarText == name } }
        return Int(name).flatMap { indices.contains($0) ? self[$0] : nil }
    }
}

extension Value {
    /// A text or a whole number as text.
    var scalarText: String? {
        switch self {
        case .text(let text): text
        case .int(let int): String(int)
        default: nil
        }
    }

    /// Whether a secret is part of it.
    var holdsSecret: Bool {
        switch self {
        case .secret: true
        case .joined(let parts), .list(let parts): parts.contains(where: \.holdsSecret)
        case .object(let object): object.members.contains { $0.value.holdsSecret }
        default: false
        }
    }

    /// Whether it is a text or value that is secret as a whole.
    var isSecretLeaf: Bool {
        switch self {
        case .secret: true
        case .joined: holdsSecret
        default: false
        }
    }
}
