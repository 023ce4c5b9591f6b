import Diagnostics
import Platforms

extension FrontlineCheck {
    /// What `unknown-handle` asks for.
    static let unknownHandle = Meaning(
        "Each type of node has its own ways out: `success` and `fail` of an `API` "
            + "node, the `handleId` of each condition and `no-match` of a routing node, "
            + "the conditions and `default` of a `TOOLS_AI` node, else `default`.",
        example: document(
            """
            next:
              type: SAY_AI
              data: { message: Hello }
              edges: { success: more }
            more: { type: SAY_AI, data: { message: More } }
            """))

    static let edges = FrontlineCheck(
        "`next` and `edges` name nodes of the flow, by key or `nodeId`.",
        example: document(
            "next: { type: SAY_AI, data: { message: Hello }, next: sya_more }"),
        .ways { ways, report in
            for (index, edge) in ways.edges.enumerated() {
                guard let source = ways.number[edge.source] else {
                    report.add(unknown(edge.source, "`edges`", edge.sourceSpan, ways, &report))
                    continue
                }
                if ways.target[index] == nil {
                    let field = edge.handle == "default" ? "`next`" : "`\(edge.handle)`"
                    report.add(
                        unknown(edge.target, field, edge.span, ways, but: edge.source, &report))
                }
                checkHandle(edge, ways.nodes[source], into: &report)
            }
        })

    private static func unknown(
        _ name: String, _ field: String, _ span: SourceSpan?, _ ways: FrontlineWays,
        but own: String = "", _ report: inout Report
    ) -> Diagnostic {
        let nearest = report.nearest(
            to: name, among: ways.nodes.map(\.id).filter { $0 != own })
        return .error(
            FrontlineCode.unknownNode, "\(field) names a node that does not exist: `\(name)`",
            at: span, label: "no node has this key", help: nearest.map { "did you mean `\($0)`?" },
            fix: span.flatMap { span in nearest.map { .init(span, replacement: $0) } })
    }

    private static func checkHandle(
        _ edge: FrontlineEdge, _ node: FrontlineNode, into report: inout Report
    ) {
        guard let type = node.type.value, node.data.value != nil || type == .start else { return }
        let handles = node.handles
        guard !handles.contains(edge.handle) else { return }
        let words = handles.map { "`\($0)`" }.joined(separator: ", ")
        let place = edge.handleSpan ?? edge.span
        report.add(
            .error(
                FrontlineCode.unknownHandle,
                "a node of type `\(type.rawValue)` has no way out called `\(edge.handle)`",
                at: place, notes: ["its ways out: \(words)"],
                help: Suggestion.nearest(to: edge.handle, among: handles)
                    .map { "did you mean `\($0)`?" }))
    }
}
