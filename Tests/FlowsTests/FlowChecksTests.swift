import Diagnostics
import Flows
import Testing

/// A flow from a few words: `start>a a>wait:Yes wait>end`, nodes by the first letter of their key.
func flow(_ text: String, delays: Set<String> = ["wait"], splits: Set<String> = []) -> FlowGraph {
    var graph = FlowGraph(nodes: [FlowNode(key: "start", role: .entry)])
    var keys: [String] = []
    for (place, word) in text.split(separator: " ").enumerated() {
        let parts = word.split(separator: ">")
        let target = (parts.last ?? "").split(separator: ":").map(String.init)
        let from = String(parts.first ?? "")
        if !keys.contains(from), from != "start" { keys.append(from) }
        guard parts.count > 1 else { continue }
        let span = SourceSpan(source: SourceID(0), start: place * 10, end: place * 10 + 5)
        graph.edges.append(
            FlowEdge(
                from: from, to: target[0], label: target.count > 1 ? target[1] : "", span: span))
    }
    for key in keys {
        let role: FlowNode.Role =
            delays.contains(key) ? .delay : splits.contains(key) ? .split : .action
        graph.nodes.append(FlowNode(key: key, role: role))
    }
    graph.nodes.append(FlowNode(key: "end", role: .exit))
    return graph
}

@Suite struct FlowChecksTests {
    private func problems(_ graph: FlowGraph) -> [Diagnostic] {
        var report = Report()
        FlowChecks.check(graph, into: &report)
        return report.diagnostics
    }

    @Test func `A flow that ends has no problem`() {
        #expect(problems(flow("start>a a>wait wait>b b>end")) == [])
        #expect(problems(flow("start>a a>b:Yes a>end:No b>wait wait>a")) == [])
        #expect(problems(FlowGraph()) == [])
    }

    @Test func `An unknown target has the nearest step as fix`() {
        let found = problems(flow("start>a a>sende send>end"))
        #expect(found.map(\.code) == ["flow/unknown-target"])
        #expect(found.first?.message == "`next` names a step that does not exist: `sende`")
        #expect(found.first?.help == "did you mean `send`?")
        #expect(found.first?.fix?.replacement == "send")
    }

    @Test func `An unknown target that is like no step is mended by the end`() {
        let found = problems(flow("start>alpha alpha>3"))
        #expect(found.map(\.code) == ["flow/unknown-target"])
        #expect(found.first?.fix?.replacement == "end")
    }

    @Test func `An unreachable step is reported once, not what follows it`() {
        let found = problems(flow("start>a a>end lost>behind behind>end"))
        #expect(found.map(\.code) == ["flow/unreachable-step"])
        #expect(found.first?.message == "no way leads to `lost`")
    }

    @Test func `An unreachable cycle is reported once`() {
        let found = problems(flow("start>a a>end x>wait wait>y y>x y>end"))
        #expect(found.map(\.code) == ["flow/unreachable-step"])
        #expect(found.first?.message == "no way leads to `x`")
    }

    @Test func `A step that leads nowhere is a dead end`() {
        let found = problems(flow("start>a a>b b"))
        #expect(found.map(\.code) == ["flow/dead-end"])
        #expect(found.first?.message == "`b` leads to no step and to no end")
        #expect(found.first?.help == "write `next: end` to let people leave here")
    }

    @Test func `Steps without a way out never end`() {
        let found = problems(flow("start>a a>b:Yes a>end:No b>wait wait>b"))
        #expect(found.map(\.code) == ["flow/never-ends"])
        #expect(found.first?.message == "people who come to `b` never leave the flow")
        #expect(found.first?.notes == ["there is no way out of `b`, `wait`"])
    }

    @Test func `A cycle without a delay is printed edge by edge`() {
        let found = problems(flow("start>a a>b:Yes b>c c>a c>end a>wait wait>a"))
        #expect(found.map(\.code) == ["flow/cycle-without-delay"])
        #expect(found.first?.message == "a cycle must contain a delay: `a` → `b` → `c` → `a`")
        #expect(
            found.first?.notes == [
                "`a` leads to `b` by `Yes`", "`b` leads to `c`", "`c` leads to `a`",
            ])
        #expect(
            found.first?.secondary.map(\.text) == ["leads to `b`", "leads to `c`", "leads to `a`"])
    }

    @Test func `A step that leads to itself is a cycle`() {
        let found = problems(flow("start>a a>a a>end"))
        #expect(found.map(\.message) == ["a cycle must contain a delay: `a` → `a`"])
    }

    @Test func `Codes begin with the given area`() {
        var report = Report()
        FlowChecks.check(flow("start>a a"), area: "sample", into: &report)
        #expect(report.diagnostics.map(\.code) == ["sample/dead-end"])
    }

    @Test func `A chain of fifty thousand steps is checked without recursion`() {
        let steps = (0..<50_000).map { "s\($0)>s\($0 + 1)" }.joined(separator: " ")
        var graph = FlowGraph(nodes: [FlowNode(key: "start", role: .entry)])
        graph.nodes += (0..<50_000).map { FlowNode(key: "s\($0)", role: .action) }
        graph.nodes.append(FlowNode(key: "s50000", role: .exit))
        graph.edges = [FlowEdge(from: "start", to: "s0")]
        graph.edges += steps.split(separator: " ").map { word in
            let ends = word.split(separator: ">").map(String.init)
            return FlowEdge(from: ends[0], to: ends[1])
        }
        #expect(problems(graph) == [])
        graph.edges.append(FlowEdge(from: "s49999", to: "s0"))
        #expect(problems(graph).map(\.code) == ["flow/cycle-without-delay"])
    }
}
