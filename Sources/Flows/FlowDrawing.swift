/// Draws flows for people: as text, and for Mermaid and Graphviz.
public enum FlowDrawing {
    /// Draws a flow as a tree of lines; a node drawn before is referred to.
    public static func text(_ graph: FlowGraph, width: Int = 80) -> String {
        var drawing = TextDrawing(graph, width: width)
        return drawing.draw()
    }

    /// The order of a flow for people: its nodes and what leaves each of them.
    static func edges(_ graph: FlowGraph, _ index: FlowIndex, of node: Int) -> [FlowEdge] {
        index.leaving[node].map { graph.edges[$0] }
    }

    /// What an edge says: its label, its share, its condition.
    static func caption(_ edge: FlowEdge, isOneOfSeveral: Bool) -> [String] {
        var parts: [String] = []
        if !edge.label.isEmpty { parts.append(edge.label) }
        if let share = edge.share { parts.append(percent(share)) }
        if !edge.condition.isEmpty { parts.append("if \(oneLine(edge.condition))") }
        if isOneOfSeveral, edge.condition.isEmpty, edge.share == nil {
            parts.append(edge.isAlways ? "always" : "otherwise")
        }
        return parts
    }

    /// A share as people read it: `40%`, `33.3%`.
    static func percent(_ share: Double) -> String {
        guard share.isFinite, abs(share) < 1_000_000 else { return "\(share)" }
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(abs(tenths % 10))%"
    }

    /// A text without line breaks and repeated spaces.
    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Draws one flow as lines, without recursion.
private struct TextDrawing {
    /// What is still to be drawn, the last first.
    private enum Step {
        case node(Int, indent: String)
        case edge(FlowEdge, Int?, indent: String, isLast: Bool, isOneOfSeveral: Bool)
    }

    private let graph: FlowGraph
    private let index: FlowIndex
    private let width: Int
    private var isDrawn: [Bool]
    private var lines: [String] = []
    private var open: [Step] = []

    init(_ graph: FlowGraph, width: Int) {
        self.graph = graph
        self.width = max(width, 20)
        index = FlowIndex(graph)
        isDrawn = Array(repeating: false, count: graph.nodes.count)
    }

    mutating func draw() -> String {
        for entry in FlowIndex.entries(graph) where !isDrawn[entry] { draw(from: entry) }
        let lost = graph.nodes.indices.filter { !isDrawn[$0] && graph.nodes[$0].role != .exit }
        if !lost.isEmpty { lines.append("not reached:") }
        for node in lost where !isDrawn[node] { draw(from: node) }
        return lines.map { $0 + "\n" }.joined()
    }

    private mutating func draw(from node: Int) {
        open = [.node(node, indent: "")]
        while let step = open.popLast() {
            switch step {
            case .node(let node, let indent): draw(node, indent)
            case .edge(let edge, let target, let indent, let isLast, let isOneOfSeveral):
                draw(edge, target, indent, isLast: isLast, isOneOfSeveral: isOneOfSeveral)
            }
        }
    }

    private mutating func draw(_ node: Int, _ indent: String) {
        let isRepeated = isDrawn[node] && graph.nodes[node].role != .exit
        add(indent + (isRepeated ? "↑ " : symbol(node)) + words(node, isRepeated: isRepeated))
        guard !isDrawn[node] else { return }
        isDrawn[node] = true
        let edges = index.leaving[node]
        guard let first = edges.first else { return }
        if edges.count == 1, isPlain(graph.edges[first]) {
            follow(graph.edges[first], index.target[first], indent)
            return
        }
        for (place, edge) in edges.enumerated().reversed() {
            open.append(
                .edge(
                    graph.edges[edge], index.target[edge], indent: indent,
                    isLast: place == edges.count - 1, isOneOfSeveral: edges.count > 1))
        }
    }

    private mutating func draw(
        _ edge: FlowEdge, _ target: Int?, _ indent: String, isLast: Bool, isOneOfSeveral: Bool
    ) {
        let caption = FlowDrawing.caption(edge, isOneOfSeveral: isOneOfSeveral)
        add(indent + (isLast ? "└─ " : "├─ ") + caption.joined(separator: "  "))
        follow(edge, target, indent + (isLast ? "   " : "│  "))
    }

    private mutating func follow(_ edge: FlowEdge, _ target: Int?, _ indent: String) {
        if let target {
            open.append(.node(target, indent: indent))
        } else {
            add("\(indent)✗ \(edge.to), which does not exist")
        }
    }

    private func isPlain(_ edge: FlowEdge) -> Bool {
        edge.label.isEmpty && edge.condition.isEmpty && edge.share == nil
    }

    private func symbol(_ node: Int) -> String {
        switch graph.nodes[node].role {
        case .entry: "○ "
        case .action: "■ "
        case .delay: "◷ "
        case .split: "◇ "
        case .exit: "● "
        }
    }

    private func words(_ number: Int, isRepeated: Bool) -> String {
        let node = graph.nodes[number]
        let label = FlowDrawing.oneLine(node.label)
        let isNamed = !label.isEmpty && label != node.key
        var parts =
            !isNamed ? [node.key] : node.role == .entry ? [label] : [label, "(\(node.key))"]
        if isRepeated {
            parts.append("see above")
        } else if !node.detail.isEmpty {
            parts.append(" " + FlowDrawing.oneLine(node.detail))
        }
        return parts.joined(separator: " ")
    }

    private mutating func add(_ line: String) {
        let isLong = line.count > width
        lines.append(isLong ? line.prefix(width - 1) + "…" : line)
    }
}
