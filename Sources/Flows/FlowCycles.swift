/// Finds groups of nodes from each of which every other can be reached: cycles and what joins them.
struct FlowCycles {
    private let index: FlowIndex
    private let isIncluded: [Bool]
    private var order: [Int]
    private var low: [Int]
    private var isOnPath: [Bool]
    private var path: [Int] = []
    private var counter = 0
    private var groups: [[Int]] = []

    private init(_ index: FlowIndex, _ isIncluded: [Bool]) {
        self.index = index
        self.isIncluded = isIncluded
        order = Array(repeating: -1, count: isIncluded.count)
        low = order
        isOnPath = Array(repeating: false, count: isIncluded.count)
    }

    /// The groups that hold a cycle, each in the order of the document, among some nodes only.
    static func groups(_ index: FlowIndex, among isIncluded: [Bool]) -> [[Int]] {
        guard mayHaveCycle(index, isIncluded) else { return [] }
        var search = FlowCycles(index, isIncluded)
        for node in isIncluded.indices where isIncluded[node] && search.order[node] < 0 {
            search.visit(node)
        }
        return search.groups.sorted { $0[0] < $1[0] }
    }

    /// Whether any edge leads back in the order of the document; most flows have none.
    private static func mayHaveCycle(_ index: FlowIndex, _ isIncluded: [Bool]) -> Bool {
        isIncluded.indices.contains { node in
            isIncluded[node]
                && index.leaving[node].contains { edge in
                    index.target[edge].map { $0 <= node && isIncluded[$0] } ?? false
                }
        }
    }

    private mutating func visit(_ start: Int) {
        var frames: [(node: Int, edge: Int)] = [(start, 0)]
        enter(start)
        while let (node, edge) = frames.last {
            guard edge < index.leaving[node].count else {
                frames.removeLast()
                if let parent = frames.last { low[parent.node] = min(low[parent.node], low[node]) }
                close(node)
                continue
            }
            frames[frames.count - 1].edge += 1
            guard let next = index.target[index.leaving[node][edge]], isIncluded[next]
            else { continue }
            if order[next] < 0 {
                enter(next)
                frames.append((next, 0))
            } else if isOnPath[next] {
                low[node] = min(low[node], order[next])
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = counter
        low[node] = counter
        counter += 1
        path.append(node)
        isOnPath[node] = true
    }

    private mutating func close(_ node: Int) {
        guard low[node] == order[node] else { return }
        var group: [Int] = []
        while let last = path.popLast() {
            isOnPath[last] = false
            group.append(last)
            if last == node { break }
        }
        if group.count > 1 || index.next(node).contains(node) { groups.append(group.sorted()) }
    }

    /// One shortest cycle through the first node of a group, as edges.
    static func cycle(in group: [Int], _ index: FlowIndex) -> [Int] {
        let members = Set(group)
        var arrival: [Int: Int] = [:]
        var origin: [Int: Int] = [:]
        var open = [group[0]]
        var at = 0
        while at < open.count {
            let node = open[at]
            at += 1
            for edge in index.leaving[node] {
                guard let next = index.target[edge], members.contains(next), arrival[next] == nil
                else { continue }
                arrival[next] = edge
                origin[next] = node
                if next == group[0] { return walk(back: next, arrival, origin) }
                open.append(next)
            }
        }
        return []
    }

    private static func walk(
        back start: Int, _ arrival: [Int: Int], _ origin: [Int: Int]
    ) -> [Int] {
        var edges: [Int] = []
        var node = start
        repeat {
            guard let edge = arrival[node], let previous = origin[node] else { break }
            edges.append(edge)
            node = previous
        } while node != start
        return edges.reversed()
    }
}
