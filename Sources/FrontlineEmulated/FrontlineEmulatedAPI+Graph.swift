import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// An edge in the words of a write.
    struct Edge: Hashable, Sendable {
        let source: String
        let sourceHandle: String
        let target: String
        let targetHandle: String

        init(_ object: Object) {
            source = object["source"]?.text ?? ""
            sourceHandle = object["sourceHandle"]?.text ?? ""
            target = object["target"]?.text ?? ""
            targetHandle = object["targetHandle"]?.text ?? ""
        }

        private init(_ source: String, _ handle: String, _ target: String, _ way: String) {
            self.source = source
            sourceHandle = handle
            self.target = target
            targetHandle = way
        }

        /// The edge with the id that a client gave to a node replaced by the one that it got.
        func renaming(_ sent: String, _ id: String) -> Edge {
            guard !sent.isEmpty else { return self }
            return Edge(
                source == sent ? id : source, sourceHandle, target == sent ? id : target,
                targetHandle)
        }

        /// The edge in the words of a write.
        var value: Value {
            [
                "source": .text(source), "sourceHandle": .text(sourceHandle),
                "target": .text(target), "targetHandle": .text(targetHandle),
            ]
        }

        /// The edge in the words of a read, as it stands on both of its nodes.
        var inline: Value {
            [
                "from": .text(source), "fromHandleId": .text(sourceHandle),
                "to": .text(target), "toHandleId": .text(targetHandle),
            ]
        }
    }

    /// A snapshot of a flow: nodes without their edges, and the edges once.
    struct Graph: Sendable {
        var header: Object
        var nodes: [Object]
        var edges: [Edge]

        init(_ header: Object, nodes: [Object] = [], edges: [Edge] = []) {
            self.header = header
            self.nodes = nodes
            self.edges = edges
        }

        /// Reads a row.
        init?(_ value: Value?) {
            guard var header = value?.object else { return nil }
            nodes = (header["nodes"]?.list ?? []).compactMap(\.object)
            edges = (header["edges"]?.list ?? []).compactMap(\.object).map { Edge($0) }
            header["nodes"] = nil
            header["edges"] = nil
            self.header = header
        }

        /// The graph as a row.
        var value: Value {
            .object(
                header.merging([
                    "nodes": .list(nodes.map { .object($0) }),
                    "edges": .list(edges.map(\.value)),
                ]))
        }

        /// The place of a node.
        func index(_ nodeID: String) -> Int? { nodes.firstIndex { $0.nodeID == nodeID } }

        /// A node by its id.
        func node(_ nodeID: String) -> Object? { index(nodeID).map { nodes[$0] } }

        /// Takes out the edges whose node or handle is gone.
        mutating func dropDangling() {
            let handles = Dictionary(
                nodes.map { ($0.nodeID, $0.handles) }, uniquingKeysWith: { first, _ in first })
            edges.removeAll { edge in
                handles[edge.target] == nil
                    || handles[edge.source]?.contains(edge.sourceHandle) != true
            }
        }
    }
}

extension Object {
    /// A node's id.
    var nodeID: String { self["nodeId"]?.text ?? "" }

    /// The names of a node's outgoing handles.
    var handles: [String] {
        let conditions = self["data"]?["conditions"]?.list ?? []
        let named = conditions.compactMap { $0["handleId"]?.text }
        return switch self["type"]?.text {
        case "API": ["success", "fail"]
        case "CONDITIONAL_ROUTING": named + ["no-match"]
        case "TOOLS_AI": named + ["default"]
        default: ["default"]
        }
    }

    /// Whether a node is where a flow begins.
    var isInitial: Bool { ["START", "TRIGGER_INTENT"].contains(self["type"]?.text) }
}
