import Documents
import Frontline
import Platforms

/// The columns of node lists.
enum FrontlineNodeColumns {
    /// A node with the keys of what follows it.
    struct Row: Sendable {
        let node: FrontlineLiveNode
        let ways: [(handle: String, target: String)]
    }

    /// The nodes of a draft.
    static func rows(of place: FrontlineFlowPlace) -> [Row] {
        place.nodes.map { node in
            Row(node: node, ways: node.edges.map { ($0.sourceHandle, place.key(of: $0.target)) })
        }
    }

    static let all: [Column<Row>] = [
        Column("key", "key", "What files and commands call it.") { .text($0.node.key) },
        Column("type", "type", "What it does.") { .text($0.node.type) },
        Column("alias", "alias", "The label that people see.") { $0.node.raw["alias"] ?? .null },
        Column("leads to", "ways", type: "array", "Where its ways lead, by handle.") { row in
            .list(row.ways.map { .text($0 == "default" ? $1 : "\($0): \($1)") })
        },
        Column("node id", "nodeId", "The platform's id of it.") { .text($0.node.id) },
        Column(nil, "position", type: "object", "Where the canvas shows it.") {
            $0.node.raw["position"] ?? .null
        },
        Column(nil, "data", type: "object", "What it works with.") {
            $0.node.raw["data"] ?? .null
        },
    ]
}
