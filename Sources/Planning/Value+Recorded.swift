import Documents
import Platforms

extension Value {
    /// The value with the ids that the ledger has of what it refers to; nil where one is of
    /// something that is not recorded.
    func recorded(_ ids: (Address) -> Value?) -> Value? {
        switch self {
        case .captured(let slot): slot.name == "id" ? ids(Address(slot.address)) : nil
        case .list(let elements): Self.recorded(elements, ids).map(Value.list)
        case .joined(let parts): Self.joined(parts, ids)
        case .object(let object): Self.recorded(object, ids)
        default: self
        }
    }

    private static func recorded(_ values: [Value], _ ids: (Address) -> Value?) -> [Value]? {
        let filled = values.compactMap { $0.recorded(ids) }
        return filled.count == values.count ? filled : nil
    }

    private static func joined(_ parts: [Value], _ ids: (Address) -> Value?) -> Value? {
        let texts = recorded(parts, ids)?.compactMap(\.scalarText) ?? []
        return texts.count == parts.count ? .text(texts.joined()) : nil
    }

    private static func recorded(_ object: Object, _ ids: (Address) -> Value?) -> Value? {
        guard let values = recorded(object.members.map(\.value), ids) else { return nil }
        let members = zip(object.members, values).map { Object.Member($0.key, $1) }
        return .object(Object(members: members))
    }
}
