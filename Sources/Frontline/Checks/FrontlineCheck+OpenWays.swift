import Diagnostics
import Platforms

extension FrontlineCheck {
    static let noFail = open(
        FrontlineCode.noFail, .api, "fail",
        "Where a call fails, the conversation takes the `fail` way of the `API` node. Without an "
            + "edge there the flow just ends.",
        example: document(
            """
            next:
              type: API
              data: { url: "https://shop.example.com/orders", method: GET }
              edges: { success: say }
            say: { type: SAY_AI, data: { message: Found it } }
            """))

    static let noMatch = open(
        FrontlineCode.noMatch, .routing, "no-match",
        "Where no condition holds, the conversation takes the `no-match` way of the routing node. "
            + "Without an edge there the flow just ends.",
        example: document(
            """
            next:
              type: CONDITIONAL_ROUTING
              data: { conditions: [{ handleId: late, expression: The order is late }] }
              edges: { late: say }
            say: { type: SAY_AI, data: { message: Sorry } }
            """))

    private static func open(
        _ code: FrontlineCode, _ type: FrontlineNodeType, _ handle: String, _ text: String,
        example: String
    ) -> FrontlineCheck {
        .ways(text, example: example) { ways, report in
            guard !ways.lacksEdges else { return }
            for (index, node) in ways.nodes.enumerated() where node.type.value == type {
                let used = ways.leaving[index].map { ways.edges[$0].handle }
                // A way that the node does not have may be this one, mistyped.
                guard !used.contains(handle), Set(used).isSubset(of: node.handles) else { continue }
                report.add(
                    .warning(
                        code, "`\(node.id)` has no edge for `\(handle)`", at: node.span,
                        label: "a conversation that comes there just ends",
                        help: "write `edges: { \(handle): … }`"))
            }
        }
    }
}
