import Documents
import Platforms

extension SortedType {
    /// What a value of this type refers to, of some kinds, each once.
    func references(
        in value: Value, to kinds: Set<KindName>, _ account: String
    ) -> Set<LiveKey> {
        switch (self, value) {
        case (.reference(let kind, _), _):
            guard kinds.contains(kind), value.scalarText != nil else { return [] }
            return [LiveKey(account, kind, id: value)]
        case (_, .object(let object)):
            return object.members.reduce(into: []) { found, inner in
                found.formUnion(
                    member(inner.key).type.references(in: inner.value, to: kinds, account))
            }
        case (.list(let inner, _), .list(let elements)):
            return elements.reduce(into: []) {
                $0.formUnion(inner.references(in: $1, to: kinds, account))
            }
        default: return []
        }
    }
}
