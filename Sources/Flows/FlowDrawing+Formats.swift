extension FlowDrawing {
    /// Draws a flow as a Mermaid flowchart.
    public static func mermaid(_ graph: FlowGraph) -> String {
        let index = FlowIndex(graph)
        var lines = ["flowchart TD"]
        for (number, node) in graph.nodes.enumerated() {
            let (left, right) = brackets(node.role)
            lines.append("    n\(number)\(left)\"\(mermaidText(title(node)))\"\(right)")
        }
        for number in graph.nodes.indices {
            for edge in index.leaving[number] {
                let target = index.target[edge].map { "n\($0)" } ?? "missing\(edge)"
                if index.target[edge] == nil {
                    let words = mermaidText(["\(graph.edges[edge].to) does not exist"])
                    lines.append("    \(target)>\"\(words)\"]")
                }
                let words = words(edge, graph, index, number)
                let label = words.isEmpty ? "" : "|\"\(mermaidText([words]))\"|"
                lines.append("    n\(number) -->\(label) \(target)")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Draws a flow in the language of Graphviz.
    public static func dot(_ graph: FlowGraph) -> String {
        let index = FlowIndex(graph)
        var lines = ["digraph flow {", "    rankdir=TB;"]
        for node in graph.nodes {
            let text = title(node).map(escaped).joined(separator: "\\n")
            lines.append("    \(quoted(node.key)) [shape=\(shape(node.role)), label=\"\(text)\"];")
        }
        for (number, node) in graph.nodes.enumerated() {
            for edge in index.leaving[number] {
                let words = words(edge, graph, index, number)
                let label = words.isEmpty ? "" : " [label=\(quoted(words))]"
                lines.append(
                    "    \(quoted(node.key)) -> \(quoted(graph.edges[edge].to))\(label);")
            }
        }
        return (lines + ["}"]).map { $0 + "\n" }.joined()
    }

    private static func words(
        _ edge: Int, _ graph: FlowGraph, _ index: FlowIndex, _ node: Int
    ) -> String {
        caption(graph.edges[edge], isOneOfSeveral: index.leaving[node].count > 1)
            .joined(separator: " ")
    }

    private static func title(_ node: FlowNode) -> [String] {
        [node.label.isEmpty ? node.key : node.label, node.detail].map(oneLine)
            .filter { !$0.isEmpty }
    }

    private static func brackets(_ role: FlowNode.Role) -> (String, String) {
        switch role {
        case .entry, .exit: ("([", "])")
        case .action: ("[", "]")
        case .delay: ("[/", "/]")
        case .split: ("{", "}")
        }
    }

    private static func shape(_ role: FlowNode.Role) -> String {
        switch role {
        case .entry: "oval"
        case .exit: "doublecircle"
        case .action: "box"
        case .delay: "parallelogram"
        case .split: "diamond"
        }
    }

    private static func mermaidText(_ lines: [String]) -> String {
        lines.map { line in
            line.reduce(into: "") { text, character in
                switch character {
                case "\"": text += "#quot;"
                case "#": text += "#35;"
                case "<": text += "#lt;"
                case ">": text += "#gt;"
                default: text.append(character)
                }
            }
        }.joined(separator: "<br>")
    }

    private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n", "\r", "\r\n": escaped += " "
            default: escaped.append(character)
            }
        }
    }
}
