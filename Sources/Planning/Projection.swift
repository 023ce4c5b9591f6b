import Documents
import Platforms

/// The authored fields of an object as the platform has them.
struct Projection {
    /// Whether what the platform never returns is taken as it is wanted.
    var keepsUnseen = false

    /// What is wanted, with the platform's values.
    func of(_ wanted: Value, on observed: Value, _ type: SortedType) -> Value {
        switch (wanted, observed) {
        case (.object(let wanted), .object(let live)):
            return .object(Object(members: members(wanted, live, type)))
        case (.list(let wanted), .list(let live)):
            let (inner, key) = type.element
            if case .object = inner { return .list(elements(wanted, live, inner, key)) }
        default: break
        }
        return wanted.holdsSecret ? wanted : observed
    }

    private func members(
        _ wanted: Object, _ live: Object, _ type: SortedType
    ) -> [Object.Member] {
        wanted.members.compactMap { member in
            let field = type.member(member.key)
            if field.rules.isWriteOnly { return keepsUnseen ? member : nil }
            guard let value = live[member.key] else {
                return keepsUnseen && member.value.holdsSecret ? member : nil
            }
            return Object.Member(member.key, of(member.value, on: value, field.type))
        }
    }

    /// The elements in the wanted order; what nobody wants comes last, as it is.
    private func elements(
        _ wanted: [Value], _ live: [Value], _ type: SortedType, _ key: String?
    ) -> [Value] {
        guard let key else {
            return zip(wanted, live).map { of($0, on: $1, type) } + live.dropFirst(wanted.count)
        }
        var twins = KeyedElements(live, key: key)
        let kept = wanted.enumerated().compactMap { position, element in
            twins.take(element[key]?.scalarText, near: position).map { of(element, on: $0, type) }
        }
        return kept + twins.untaken.map(\.value)
    }
}
