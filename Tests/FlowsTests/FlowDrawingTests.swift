import Flows
import Testing

@Suite struct FlowDrawingTests {
    private let graph = FlowGraph(
        nodes: [
            FlowNode(key: "start", label: "New sign-ups", role: .entry, detail: "once"),
            FlowNode(key: "send", label: "Send \"it\"", role: .action, detail: "job/mail"),
            FlowNode(key: "wait", label: "Wait", role: .delay, detail: "72h"),
            FlowNode(key: "opened", label: "Opened it?", role: .split),
            FlowNode(key: "test", role: .split),
            FlowNode(key: "end", role: .exit),
        ],
        edges: [
            FlowEdge(from: "start", to: "send"), FlowEdge(from: "send", to: "wait"),
            FlowEdge(from: "wait", to: "opened"),
            FlowEdge(from: "opened", to: "end", label: "No", priority: 2),
            FlowEdge(
                from: "opened", to: "test", label: "Yes", condition: "FILTER opened\n  FROM user",
                priority: 1),
            FlowEdge(from: "test", to: "send", label: "A", share: 0.125),
            FlowEdge(from: "test", to: "gone", label: "B", share: 0.875),
        ])

    @Test func `A flow is a tree of lines that refers to what was drawn before`() {
        #expect(
            FlowDrawing.text(graph) == """
                ○ New sign-ups  once
                ■ Send "it" (send)  job/mail
                ◷ Wait (wait)  72h
                ◇ Opened it? (opened)
                ├─ Yes  if FILTER opened FROM user
                │  ◇ test
                │  ├─ A  12.5%
                │  │  ↑ Send "it" (send) see above
                │  └─ B  87.5%
                │     ✗ gone, which does not exist
                └─ No  otherwise
                   ● end

                """)
    }

    @Test func `Lines are cut at the width, and lost steps are drawn too`() {
        var graph = graph
        graph.nodes.append(FlowNode(key: "lost", label: "Nobody comes", role: .action))
        graph.edges.append(FlowEdge(from: "lost", to: "end"))
        let lines = FlowDrawing.text(graph, width: 24).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 24 })
        #expect(lines.contains("├─ Yes  if FILTER opene…"))
        #expect(lines.suffix(3) == ["not reached:", "■ Nobody comes (lost)", "● end"])
    }

    @Test func `Mermaid gets numbers as names and no quotes in labels`() {
        let lines = FlowDrawing.mermaid(graph).split(separator: "\n").map(String.init)
        #expect(lines.first == "flowchart TD")
        #expect(lines.contains("    n0([\"New sign-ups<br>once\"])"))
        #expect(lines.contains("    n1[\"Send #quot;it#quot;<br>job/mail\"]"))
        #expect(lines.contains("    n2[/\"Wait<br>72h\"/]"))
        #expect(lines.contains("    n3 -->|\"Yes if FILTER opened FROM user\"| n4"))
        #expect(lines.contains("    n4 -->|\"A 12.5%\"| n1"))
        #expect(lines.contains("    missing6>\"gone does not exist\"]"))
    }

    @Test func `Graphviz gets keys as names, escaped`() {
        let lines = FlowDrawing.dot(graph).split(separator: "\n").map(String.init)
        #expect(lines.first == "digraph flow {" && lines.last == "}")
        #expect(
            lines.contains("    \"send\" [shape=box, label=\"Send \\\"it\\\"\\njob/mail\"];"))
        #expect(lines.contains("    \"opened\" -> \"end\" [label=\"No otherwise\"];"))
        #expect(lines.contains("    \"start\" -> \"send\";"))
    }

    @Test func `A flow of twenty thousand nested splits is drawn without recursion`() {
        var graph = FlowGraph(nodes: [FlowNode(key: "s0", role: .entry)])
        for number in 1...20_000 {
            graph.nodes.append(FlowNode(key: "s\(number)", role: .split))
            graph.edges.append(FlowEdge(from: "s\(number - 1)", to: "s\(number)"))
        }
        let lines = FlowDrawing.text(graph).split(separator: "\n")
        #expect(lines.count == 20_001)
    }

    @Test func `An empty flow draws nothing`() {
        #expect(FlowDrawing.text(FlowGraph()) == "")
    }
}
