import Documents
import Platforms

/// Rewrites `selectedRecordTypes`: the documents call the type `id`, the contract `recordTypeId`.
enum FrontlineWrittenRecords {
    /// The other name of an element's type.
    static let shortKey = "id"
    private static let (list, key) = ("selectedRecordTypes", "recordTypeId")

    /// The settings of an agent's document with the types under the contract's name.
    static func agent(_ node: Node) -> Node {
        node.changing("agentSetting") { $0.changing(list, types) }
    }

    /// The list with the types under the contract's name.
    static func entry(_ entry: Node.Entry) -> Node.Entry {
        guard entry.key == list else { return entry }
        var entry = entry
        entry.value = types(entry.value)
        return entry
    }

    /// Data that were given as the platform's own JSON.
    static func data(_ data: Object) -> Object {
        guard let types = data[list]?.list else { return data }
        var data = data
        data[list] = .list(
            types.map { type in
                guard var object = type.object, object[key] == nil, let id = object[shortKey]
                else { return type }
                object[shortKey] = nil
                object[key] = id
                return .object(object)
            })
        return data
    }

    private static func types(_ node: Node) -> Node {
        guard let elements = node.list else { return node }
        let types = elements.map { element -> Node in
            guard var entries = element.map, element[key] == nil,
                let index = entries.firstIndex(where: { $0.key == shortKey })
            else { return element }
            entries[index].key = key
            return Node(.map(entries), span: element.span, style: element.style)
        }
        return Node(.list(types), span: node.span, style: node.style)
    }
}

extension Node {
    /// A copy with one entry of a map changed.
    fileprivate func changing(_ key: String, _ change: (Node) -> Node) -> Node {
        guard var entries = map, let index = entries.firstIndex(where: { $0.key == key }) else {
            return self
        }
        entries[index].value = change(entries[index].value)
        return Node(.map(entries), span: span, style: style)
    }
}
