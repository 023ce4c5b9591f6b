/// A graph as numbers: each node's edges, found without looking at keys again.
struct FlowIndex {
    /// The number of a node by its key; the first of equal keys.
    private(set) var number: [String: Int]
    /// The edges of each node, by number, in the order in which people try them.
    private(set) var leaving: [[Int]]
    /// The target's number of each edge; nil where there is no such node.
    private(set) var target: [Int?]

    init(_ graph: FlowGraph) {
        number = Dictionary(minimumCapacity: graph.nodes.count)
        for (index, node) in graph.nodes.enumerated() where number[node.key] == nil {
            number[node.key] = index
        }
        leaving = Array(repeating: [], count: graph.nodes.count)
        target = []
        target.reserveCapacity(graph.edges.count)
        for (index, edge) in graph.edges.enumerated() {
            target.append(number[edge.to])
            if let from = number[edge.from] { leaving[from].append(index) }
        }
        sortByPriority(graph)
    }

    private mutating func sortByPriority(_ graph: FlowGraph) {
        for index in leaving.indices where leaving[index].count > 1 {
            let hasPriority = leaving[index].contains { graph.edges[$0].priority != nil }
            guard hasPriority else { continue }
            leaving[index].sort { left, right in
                let first = graph.edges[left].priority ?? .max
                let second = graph.edges[right].priority ?? .max
                return (first, left) < (second, right)
            }
        }
    }

    /// The nodes that the edges of a node lead to.
    func next(_ node: Int) -> [Int] { leaving[node].compactMap { target[$0] } }

    /// Marks all nodes that can be reached from some, these included.
    func reached(from starts: [Int]) -> [Bool] {
        var isReached = Array(repeating: false, count: leaving.count)
        var open = starts
        for start in starts { isReached[start] = true }
        while let node = open.popLast() {
            for edge in leaving[node] {
                guard let next = target[edge], !isReached[next] else { continue }
                isReached[next] = true
                open.append(next)
            }
        }
        return isReached
    }

    /// Marks all nodes from which some can be reached, these included.
    func reaching(_ ends: [Int]) -> [Bool] {
        var before: [[Int]] = Array(repeating: [], count: leaving.count)
        for node in leaving.indices {
            for edge in leaving[node] {
                if let next = target[edge] { before[next].append(node) }
            }
        }
        var isReaching = Array(repeating: false, count: leaving.count)
        var open = ends
        for end in ends { isReaching[end] = true }
        while let node = open.popLast() {
            for previous in before[node] where !isReaching[previous] {
                isReaching[previous] = true
                open.append(previous)
            }
        }
        return isReaching
    }

    /// The nodes where people enter; the first node where none is said to.
    static func entries(_ graph: FlowGraph) -> [Int] {
        let entries = graph.nodes.indices.filter { graph.nodes[$0].role == .entry }
        return entries.isEmpty && !graph.nodes.isEmpty ? [0] : entries
    }
}
