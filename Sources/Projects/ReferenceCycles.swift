public import Diagnostics
public import Platforms

/// Finds references that lead back to where they started.
public enum ReferenceCycles {
    /// Reports each cycle once, edge by edge, each with the line it is written on.
    public static func check(_ resources: [Resource], into report: inout Report) {
        var search = CycleSearch(resources)
        for index in resources.indices { search.visit(from: index) }
        for cycle in search.cycles { report.add(diagnostic(cycle, resources)) }
    }

    private static func diagnostic(
        _ cycle: [CycleSearch.Edge], _ resources: [Resource]
    ) -> Diagnostic {
        let names = cycle.map { resources[$0.from].address.text }
        let way = (names + [names[0]]).map { "`\($0)`" }.joined(separator: " → ")
        let labels = cycle.map { edge in
            Diagnostic.Label(
                edge.span,
                "`\(resources[edge.from].address)` needs `\(resources[edge.to].address)`")
        }
        return .error(
            ProjectCode.cycle, "references lead back to where they start: \(way)",
            at: labels[0].span, label: labels[0].text, secondary: Array(labels.dropFirst()),
            help: "remove one of these references; nothing in a circle can be created first")
    }
}

/// A depth-first search without recursion, so that long chains do no harm.
private struct CycleSearch {
    struct Edge {
        let from: Int, to: Int
        let span: SourceSpan
    }

    private enum Colour { case new, open, done }

    private(set) var cycles: [[Edge]] = []
    private let edges: [[Edge]]
    private var colours: [Colour]
    private var next: [Int]

    init(_ resources: [Resource]) {
        let places = Dictionary(resources.indices.map { (resources[$0].address, $0) }) {
            first, _ in first
        }
        edges = resources.indices.map { from in
            let after = resources[from].options.after
            let needs = resources[from].needs
            return (after.isEmpty ? needs : needs + after).compactMap { need in
                places[need.address].map { Edge(from: from, to: $0, span: need.span) }
            }
        }
        colours = Array(repeating: .new, count: resources.count)
        next = Array(repeating: 0, count: resources.count)
    }

    mutating func visit(from start: Int) {
        guard colours[start] == .new else { return }
        var path: [Edge] = []
        var current = start
        colours[start] = .open
        while true {
            guard next[current] < edges[current].count else {
                colours[current] = .done
                guard let back = path.popLast() else { return }
                current = back.from
                continue
            }
            let edge = edges[current][next[current]]
            next[current] += 1
            switch colours[edge.to] {
            case .done: break
            case .open: close(edge, path)
            case .new:
                path.append(edge)
                current = edge.to
                colours[current] = .open
            }
        }
    }

    private mutating func close(_ edge: Edge, _ path: [Edge]) {
        let start = path.firstIndex { $0.from == edge.to } ?? path.endIndex
        cycles.append(path[start...] + [edge])
    }
}
