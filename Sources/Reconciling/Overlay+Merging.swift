import Documents
import Platforms

extension Overlay {
    /// Our members over a read object: what we do not name survives.
    func merged(over read: Value, ours: Value) -> Value {
        guard let read = read.object, let ours = ours.object else { return ours }
        var result = Object(members: read.filter { sendsBack($0.key) })
        for list in renamed { result[list.sent] = list.list(of: read) }
        for member in ours {
            result[member.key] =
                if let keyed = lists[member.key] {
                    Overlay.merge(member.value, over: result[member.key], by: keyed)
                } else {
                    Overlay.merge(member.value, over: result[member.key])
                }
        }
        return omitsNull ? Value.object(result).withoutNulls : .object(result)
    }

    private static func merge(_ ours: Value, over read: Value?) -> Value {
        guard let ours = ours.object, var result = read?.object else { return ours }
        for member in ours {
            result[member.key] = merge(member.value, over: result[member.key])
        }
        return .object(result)
    }

    private static func merge(_ ours: Value, over read: Value?, by keyed: Keyed) -> Value {
        guard let elements = ours.list, let old = read?.list else { return ours }
        return .list(
            elements.map { element in
                merge(element, over: keyed.twin(of: element, in: old))
            })
    }
}
