import Documents
import Platforms

/// A flow's graph as numbers: each node's edges, found without looking at keys again.
struct FrontlineWays {
    /// The nodes in writing order.
    let nodes: [FrontlineNode]
    /// The edges in writing order.
    let edges: [FrontlineEdge]
    /// The number of a node by its key; the first of equal keys.
    private(set) var number: [String: Int] = [:]
    /// The edges that leave each node, by number.
    private(set) var leaving: [[Int]]
    /// The number of the node that each edge leads to; nil where there is none.
    private(set) var target: [Int?] = []
    /// Whether edges may be missing because of mistakes that were reported.
    var lacksEdges = false

    init(_ flow: FrontlineFlow) {
        nodes = flow.nodes.value ?? []
        edges = flow.edges.value?.all ?? []
        leaving = Array(repeating: [], count: nodes.count)
        for (index, node) in nodes.enumerated() where number[node.id] == nil {
            number[node.id] = index
        }
        target.reserveCapacity(edges.count)
        for (index, edge) in edges.enumerated() {
            target.append(number[edge.target])
            if let source = number[edge.source] { leaving[source].append(index) }
        }
    }

    /// Whether every edge that was meant is there and leads to a node.
    var isClear: Bool { !lacksEdges && !target.contains { $0 == nil } }

    /// The nodes where conversations enter.
    var entries: [Int] { nodes.indices.filter { nodes[$0].type.value?.isInitial == true } }

    /// The nodes that follow a node at once.
    func next(_ node: Int) -> [Int] { leaving[node].compactMap { target[$0] } }

    /// Walks from some nodes on, nearest first, through nodes and along edges that let one pass.
    ///
    /// The first node that `isFound` holds for ends the walk; the result is the way to it.
    func way(
        from starts: [Int], through isOpen: (Int) -> Bool = { _ in true },
        along isTaken: (FrontlineEdge) -> Bool = { _ in true }, to isFound: (Int) -> Bool
    ) -> [Int]? {
        var before: [Int?] = Array(repeating: nil, count: nodes.count)
        var isSeen = Array(repeating: false, count: nodes.count)
        for start in starts { isSeen[start] = true }
        var open = starts
        var at = 0
        while at < open.count {
            let node = open[at]
            at += 1
            if isFound(node) { return walk(back: node, before) }
            guard isOpen(node) else { continue }
            for edge in leaving[node] where isTaken(edges[edge]) {
                guard let following = target[edge], !isSeen[following] else { continue }
                isSeen[following] = true
                before[following] = node
                open.append(following)
            }
        }
        return nil
    }

    private func walk(back node: Int, _ before: [Int?]) -> [Int] {
        var way = [node]
        while let last = way.last, let previous = before[last] { way.append(previous) }
        return way.reversed()
    }

    /// Marks all nodes that can be reached from some, these included.
    func reached(from starts: [Int]) -> [Bool] {
        var isReached = Array(repeating: false, count: nodes.count)
        var open = starts
        for start in starts { isReached[start] = true }
        while let node = open.popLast() {
            for following in next(node) where !isReached[following] {
                isReached[following] = true
                open.append(following)
            }
        }
        return isReached
    }

    /// Nodes as messages show them: `` `start` → `ask` ``.
    func words(_ way: [Int]) -> String {
        way.map { "`\(nodes[$0].id)`" }.joined(separator: " → ")
    }
}
