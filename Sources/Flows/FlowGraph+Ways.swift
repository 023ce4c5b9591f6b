extension FlowGraph {
    /// How many nodes, entry and exit aside, the longest way leads through; nil with a cycle.
    public var longestWay: Int? {
        let index = FlowIndex(self)
        var waiting = nodes.indices.map { _ in 0 }
        for node in nodes.indices { for next in index.next(node) { waiting[next] += 1 } }
        var open = nodes.indices.filter { waiting[$0] == 0 }
        var longest = nodes.map { weight($0) }
        var seen = 0
        while let node = open.popLast() {
            seen += 1
            for next in index.next(node) {
                longest[next] = max(longest[next], longest[node] + weight(nodes[next]))
                waiting[next] -= 1
                if waiting[next] == 0 { open.append(next) }
            }
        }
        return seen == nodes.count ? longest.max() ?? 0 : nil
    }

    private func weight(_ node: FlowNode) -> Int {
        node.role == .entry || node.role == .exit ? 0 : 1
    }
}
