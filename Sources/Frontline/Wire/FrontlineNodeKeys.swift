import Documents
import Platforms

/// Which node of the platform is which node of the file.
///
/// The ledger knows it; without it a node's `name` does, which every node made by Weir has; a node
/// made elsewhere is the only START, or the only one with its id, or its alias and type.
struct FrontlineNodeKeys {
    /// The node ids by key.
    private(set) var ids: [String: String] = [:]
    /// The keys by node id.
    private(set) var keys: [String: String] = [:]
    /// The wanted nodes by key.
    let wanted: [String: Value]

    init(_ nodes: [Value], given: Object, wanted: [Value]) {
        self.wanted = Dictionary(
            wanted.compactMap { node in node["key"]?.text.map { ($0, node) } }
        ) { first, _ in first }
        let live = nodes.compactMap { $0["nodeId"]?.text }
        for member in given {
            if let id = member.value.text, live.contains(id) { add(member.key, id) }
        }
        for node in nodes { recognise(node, as: node["name"]?.text) }
        for node in nodes { recognise(node, as: likely(node)) }
        for node in nodes { recognise(node, as: node["nodeId"]?.text) }
    }

    /// The ids by key as plain data.
    var object: Value { .object(Object(ids.map { ($0.key, .text($0.value)) })) }

    private mutating func add(_ key: String, _ id: String) {
        guard ids[key] == nil, keys[id] == nil else { return }
        ids[key] = id
        keys[id] = key
    }

    private mutating func recognise(_ node: Value, as key: String?) {
        guard let id = node["nodeId"]?.text, keys[id] == nil, let key, !key.isEmpty
        else { return }
        add(key, id)
    }

    /// The wanted node that one node could be, if there is exactly one.
    private func likely(_ node: Value) -> String? {
        let open = wanted.filter { ids[$0.key] == nil && $0.value["type"] == node["type"] }
        if node["type"] == "START" { return open.first?.key }
        let sameID = open.filter {
            FrontlineSpelling.sentNodeID(key: $0.key, nodeID: $0.value["nodeId"]?.text)
                == node["nodeId"]?.text
        }
        if sameID.count == 1 { return sameID.first?.key }
        guard let alias = node["alias"]?.text else { return nil }
        let sameAlias = open.filter { $0.value["alias"]?.text == alias }
        return sameAlias.count == 1 ? sameAlias.first?.key : nil
    }
}
