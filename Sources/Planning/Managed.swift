import Documents
import Platforms

/// The part of a value that is ours: without the paths that are left to the platform.
struct Managed {
    /// Paths left to the platform.
    let ignored: Set<FieldPath>

    /// The value without them.
    func part(of value: Value, _ type: SortedType) -> Value {
        ignored.isEmpty ? value : part(of: value, type, at: FieldPath()) ?? .object([:])
    }

    private func part(of value: Value, _ type: SortedType, at path: FieldPath) -> Value? {
        guard !ignored.contains(path) else { return nil }
        switch value {
        case .object(let object):
            return .object(
                Object(
                    members: object.members.compactMap { member in
                        let inner = type.member(member.key).type
                        return part(of: member.value, inner, at: path.appending(member.key))
                            .map { Object.Member(member.key, $0) }
                    }))
        case .list(let elements):
            guard case .list(let inner, let key?) = type else { return value }
            return .list(
                elements.enumerated().compactMap { place, element in
                    let name = element[key]?.scalarText ?? String(place)
                    return part(of: element, inner, at: path.appending(name))
                })
        default: return value
        }
    }
}
