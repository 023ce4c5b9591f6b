import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// What stands in a body under `node` or `edge`, and the path to it.
    struct Inner {
        let object: Object
        let path: [Value]
        let rest: Object

        init(_ key: String, _ exchange: Exchange) throws(Refusal) {
            rest = try exchange.body()
            if let inner = rest[key]?.object {
                object = inner
                path = [.text(key)]
            } else if exchange.store.isOn(.bareBodies), rest[key] == nil, !rest.isEmpty {
                object = rest
                path = []
            } else {
                throw .invalid([Issue([.text(key)], "Required", "invalid_type")])
            }
        }
    }

    /// The id the server gives to a node.
    static func nodeID(_ number: Int64, _ exchange: Exchange) -> String {
        "node_" + uuid("node", "\(exchange.account.aid)", "\(number)")
    }

    /// Checks a `nodeId` that a client chose: `[a-zA-Z0-9_-]+_\d+`.
    static func checkSentID(_ id: Value?, at path: [Value], _ checker: inout Checker) {
        guard let text = id?.text else { return }
        let digits = text.utf8.reversed().prefix(while: \.isDigit)
        let front = text.utf8.dropLast(digits.count)
        let isGood =
            !digits.isEmpty && front.count > 1 && front.last == 95
            && front.allSatisfy(\.isNameByte)
        if !isGood { checker.note(path + ["nodeId"], "Invalid", "invalid_string") }
    }

    /// Checks that a node's id is free and that a flow has one node to begin with.
    static func checkPlace(
        of node: Object, in graph: Graph, at path: [Value], _ store: EmulatedStore
    ) throws(Refusal) {
        if let id = node["nodeId"]?.text, graph.node(id) != nil {
            throw .conflict("A node with the id \(id) already exists")
        }
        if node.isInitial, graph.nodes.contains(where: \.isInitial) {
            let message = "a flow has exactly one initial node"
            throw .structural([Issue(path + ["type"], message, "custom")], store)
        }
    }

    /// The id of a new node: the one that was sent, or one that the server makes.
    static func freeNodeID(_ sent: String?, in graph: Graph, _ exchange: inout Exchange) -> String {
        if let sent { return sent }
        guard exchange.store.isOn(.clientNodeIDs) else {
            return nodeID(count("node", &exchange), exchange)
        }
        var number = graph.nodes.count + 1
        while graph.node("node_\(number)") != nil { number += 1 }
        return "node_\(number)"
    }
}
