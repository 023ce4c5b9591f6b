import Diagnostics
import Platforms

extension FrontlineCheck {
    static let unreachable = FrontlineCheck.ways(
        "Every node can be reached from the initial one. The service takes one that cannot, as it "
            + "is while a flow is being drawn, so it is only warned about.",
        example: document(
            """
            next: { type: SAY_AI, data: { message: Hello } }
            lost: { type: SAY_AI, data: { message: Lost } }
            """)
    ) { ways, report in
        guard ways.isClear, !ways.entries.isEmpty else { return }
        let isReached = ways.reached(from: ways.entries)
        var isFollowed = Array(repeating: false, count: ways.nodes.count)
        for node in ways.nodes.indices where !isReached[node] {
            for next in ways.next(node) { isFollowed[next] = true }
        }
        for (index, node) in ways.nodes.enumerated() where !isReached[index] && !isFollowed[index] {
            report.add(
                .warning(
                    FrontlineCode.unreachableNode, "no way leads to `\(node.id)`", at: node.span,
                    help: "name it in the `next` of another node, or remove it"))
        }
    }
}
