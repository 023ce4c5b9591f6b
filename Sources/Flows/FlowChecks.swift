public import Diagnostics

/// Checks the shape of a flow, the same for all platforms.
public struct FlowChecks {
    private let graph: FlowGraph
    private let index: FlowIndex
    private let area: String
    /// The nodes by which people leave.
    private let exits: [Int]

    /// Reports what is wrong with the shape of a flow; `area` is the first part of the codes.
    ///
    /// `unknown-target`, `unreachable-step`, `dead-end`, `never-ends` and `cycle-without-delay`.
    /// What follows from an unknown target is not reported again.
    public static func check(
        _ graph: FlowGraph, area: String = "flow", into report: inout Report
    ) {
        guard !graph.nodes.isEmpty else { return }
        let checks = FlowChecks(
            graph: graph, index: FlowIndex(graph), area: area,
            exits: graph.nodes.indices.filter { graph.nodes[$0].role == .exit })
        let unknown = checks.checkTargets(into: &report)
        let isReached = checks.index.reached(from: FlowIndex.entries(graph))
        if unknown.isEmpty { checks.checkReached(isReached, into: &report) }
        checks.checkEnds(isReached, unknown, into: &report)
        checks.checkCycles(into: &report)
    }

    private func name(_ node: Int) -> String { "`\(graph.nodes[node].key)`" }

    /// Reports edges that lead to no node; the nodes they leave.
    private func checkTargets(into report: inout Report) -> Set<Int> {
        var nodes: Set<Int> = []
        for (number, edge) in graph.edges.enumerated() where index.target[number] == nil {
            if let from = index.number[edge.from] { nodes.insert(from) }
            report.add(unknownTarget(edge, &report))
        }
        return nodes
    }

    private func unknownTarget(_ edge: FlowEdge, _ report: inout Report) -> Diagnostic {
        let nearest = report.nearest(
            to: edge.to,
            among: graph.nodes.filter { $0.role != .entry && $0.key != edge.from }.map(\.key))
        let end = exits.count == 1 ? graph.nodes[exits[0]].key : nil
        let help =
            nearest.map { "did you mean `\($0)`?" }
            ?? end.map { "write `\($0)` to let people leave here" }
        let replacement = nearest ?? end
        return .error(
            FlowCode.unknownTarget.of(area),
            "`\(edge.field)` names a step that does not exist: `\(edge.to)`", at: edge.span,
            label: "no step is called so", help: help,
            fix: edge.span.flatMap { span in replacement.map { .init(span, replacement: $0) } })
    }

    /// Reports nodes nobody can come to; what follows them is only counted.
    private func checkReached(_ isReached: [Bool], into report: inout Report) {
        var lost = graph.nodes.indices.filter { !isReached[$0] && graph.nodes[$0].role != .exit }
        guard !lost.isEmpty else { return }
        let followers = Set(lost.flatMap { node in index.next(node).filter { $0 != node } })
        let heads = lost.filter { !followers.contains($0) }
        for head in heads { report.add(unreachable(head)) }
        let isBehind = index.reached(from: heads)
        lost.removeAll { isBehind[$0] }
        while let first = lost.first {
            report.add(unreachable(first))
            let isNext = index.reached(from: [first])
            lost.removeAll { isNext[$0] }
        }
    }

    private func unreachable(_ node: Int) -> Diagnostic {
        .error(
            FlowCode.unreachableStep.of(area), "no way leads to \(name(node))",
            at: graph.nodes[node].span,
            help: "name it in the `next` of an earlier step, or remove it")
    }

    /// Reports nodes that lead nowhere and cycles without a way out.
    private func checkEnds(
        _ isReached: [Bool], _ unknown: Set<Int>, into report: inout Report
    ) {
        var ends: [Int] = []
        for (number, node) in graph.nodes.enumerated() {
            if node.role == .exit || unknown.contains(number) {
                ends.append(number)
            } else if index.leaving[number].isEmpty {
                ends.append(number)
                report.add(deadEnd(number))
            }
        }
        let isEnding = index.reaching(ends)
        let isTrapped = graph.nodes.indices.map { isReached[$0] && !isEnding[$0] }
        guard isTrapped.contains(true) else { return }
        for group in FlowCycles.groups(index, among: isTrapped) where isFinal(group) {
            report.add(neverEnds(group))
        }
    }

    private func deadEnd(_ node: Int) -> Diagnostic {
        .error(
            FlowCode.deadEnd.of(area), "\(name(node)) leads to no step and to no end",
            at: graph.nodes[node].span,
            help: exitKey.map { "write `next: \($0)` to let people leave here" })
    }

    private var exitKey: String? { exits.first.map { graph.nodes[$0].key } }

    private func isFinal(_ group: [Int]) -> Bool {
        let members = Set(group)
        return group.allSatisfy { index.next($0).allSatisfy(members.contains) }
    }

    private func neverEnds(_ group: [Int]) -> Diagnostic {
        let edges = FlowCycles.cycle(in: group, index)
        return .error(
            FlowCode.neverEnds.of(area),
            "people who come to \(name(group[0])) never leave the flow",
            at: graph.nodes[group[0]].span, secondary: labels(edges),
            notes: ["there is no way out of \(group.map(name).joined(separator: ", "))"],
            help: exitKey.map { "let one of these steps lead to `\($0)`" })
    }

    /// Reports cycles that a person could run through without ever waiting.
    private func checkCycles(into report: inout Report) {
        let isOpen = graph.nodes.map { $0.role != .delay }
        for group in FlowCycles.groups(index, among: isOpen) {
            report.add(withoutDelay(FlowCycles.cycle(in: group, index)))
        }
    }

    private func withoutDelay(_ edges: [Int]) -> Diagnostic {
        let first = edges.first.flatMap { index.number[graph.edges[$0].from] } ?? 0
        return .error(
            FlowCode.cycleWithoutDelay.of(area),
            "a cycle must contain a delay: \(path(edges))", at: graph.nodes[first].span,
            secondary: labels(edges), notes: edges.map(sentence),
            help: "put a delay between two of these steps")
    }

    private func path(_ edges: [Int]) -> String {
        let keys = edges.map { graph.edges[$0].from } + edges.suffix(1).map { graph.edges[$0].to }
        return keys.map { "`\($0)`" }.joined(separator: " → ")
    }

    private func sentence(_ edge: Int) -> String {
        let edge = graph.edges[edge]
        let label = edge.label.isEmpty ? "" : " by `\(edge.label)`"
        return "`\(edge.from)` leads to `\(edge.to)`\(label)"
    }

    private func labels(_ edges: [Int]) -> [Diagnostic.Label] {
        edges.compactMap { edge in
            graph.edges[edge].span.map { .init($0, "leads to `\(graph.edges[edge].to)`") }
        }
    }
}
