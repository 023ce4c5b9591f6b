import Documents
import Platforms

extension Overlay {
    /// Our members over a read object: what we do not name survives.
    func merged(over read: Value, ours: Value) -> Value {
        guard var result = read.object, let ours = ours.object else { return ours }
        for name in dropping { result[name] = nil }
        for member in ours {
            result[member.key] =
                if let keyed = lists[member.key] {
                    Overlay.merge(member.value, over: result[member.key], by: keyed)
                } else {
                    Overlay.merge(member.value, over: result[member.key])
                }
        }
        return .object(result)
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
                let twin = old.first { keyed.tellsSame(element, $0) }
                return merge(element, over: twin)
            })
    }
}

extension Overlay.Keyed {
    /// Whether two elements are the same one: equal key, and equal tag where there is one.
    fileprivate func tellsSame(_ left: Value, _ right: Value) -> Bool {
        guard let name = left[key], name == right[key] else { return false }
        return tag.map { left[$0] == right[$0] } ?? true
    }
}
