import Diagnostics
import Platforms

extension FrontlineCheck {
    static let readBeforeCapture = FrontlineCheck.ways(
        "A variable that a flow captures is read after that, on every way. Where it is read "
            + "before, its braces hold nothing, or what an earlier conversation left. An `API` "
            + "node captures when its call is answered: not before it sends its own texts, and "
            + "not on the way of `fail`.",
        example: document(
            """
            next: { type: SAY_AI, data: { message: "Looking for {order_number}" }, next: ask }
            ask:
              type: RESPONSE_AI
              data:
                aiModelId: "1"
                instructions: Ask for the order number
                exitNodeWhen: ALL_VARIABLES
                captureVariables: [{ name: order_number }]
              next: thanks
            thanks: { type: SAY_AI, data: { message: "Thanks, {order_number} it is" } }
            """)
    ) { ways, report in
        let uses = FrontlineUses(ways)
        for name in uses.order {
            guard let capturing = uses.capturing[name], let reading = uses.reading[name]
            else { continue }
            let way = ways.way(
                from: ways.entries,
                along: { !uses.isCaptured(name, by: $0, ways) },
                to: { node in
                    guard reading[node] != nil else { return false }
                    return !capturing.contains(node) || ways.nodes[node].type.value == .api
                })
            guard let way, let last = way.last else { continue }
            report.add(
                .warning(
                    FrontlineCode.readBeforeCapture,
                    "`{\(name)}` is read before any node captures it: \(ways.words(way))",
                    at: reading[last] ?? ways.nodes[last].span,
                    notes: capturing.min().map { ["`\(ways.nodes[$0].id)` captures it"] } ?? []))
        }
    }
}

/// Which nodes read and capture each variable.
private struct FrontlineUses {
    /// The variables that are captured, in the order in which they first are.
    private(set) var order: [String] = []
    /// The nodes that capture each.
    private(set) var capturing: [String: Set<Int>] = [:]
    /// The nodes that read each, with the first place in each.
    private(set) var reading: [String: [Int: SourceSpan?]] = [:]

    /// Whether a conversation that takes an edge has a variable from the node that it leaves.
    func isCaptured(_ name: String, by edge: FrontlineEdge, _ ways: FrontlineWays) -> Bool {
        guard let node = ways.number[edge.source], capturing[name]?.contains(node) == true else {
            return false
        }
        return ways.nodes[node].type.value != .api || edge.handle == "success"
    }

    init(_ ways: FrontlineWays) {
        for (index, node) in ways.nodes.enumerated() {
            for captured in node.captured {
                if capturing[captured.name] == nil { order.append(captured.name) }
                capturing[captured.name, default: []].insert(index)
            }
        }
        order.removeAll { FrontlineDefaults.variables.contains($0) }
        for (index, node) in ways.nodes.enumerated() {
            for mention in node.mentions
            where capturing[mention.name] != nil && reading[mention.name]?[index] == nil {
                reading[mention.name, default: [:]][index] = .some(mention.span)
            }
        }
    }
}
