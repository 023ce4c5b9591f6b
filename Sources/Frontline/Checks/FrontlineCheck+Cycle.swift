import Diagnostics
import Platforms

extension FrontlineCheck {
    static let cycle = FrontlineCheck.ways(
        "A conversation never comes to the same node twice: the service takes no edge that closes "
            + "a cycle, nor one from a node to itself.",
        example: document(
            """
            next: { type: SAY_AI, data: { message: Hello }, next: more }
            more: { type: SAY_AI, data: { message: More }, next: next }
            """)
    ) { ways, report in
        var search = FrontlineCycles(ways)
        while let cycle = search.next() {
            // The edge that leads back in the order of the file is the one to look at.
            let edge = cycle.last.flatMap { last in
                ways.leaving[last].first { ways.target[$0] == cycle[0] }
            }
            report.add(
                .error(
                    FrontlineCode.cycle,
                    "a flow must not lead back: \(ways.words(cycle + [cycle[0]]))",
                    at: edge.flatMap { ways.edges[$0].span }, label: "closes the cycle"))
        }
    }
}

/// Finds cycles that share no node, in time that grows with the edges only.
private struct FrontlineCycles {
    private let ways: FrontlineWays
    private var before: [[Int]]
    private var waiting: [Int]
    private var leading: [Int]
    private var isLeft: [Bool]
    private var path: [Int] = []
    private var place: [Int: Int] = [:]
    private var cursor = 0

    init(_ ways: FrontlineWays) {
        self.ways = ways
        before = Array(repeating: [], count: ways.nodes.count)
        for node in ways.nodes.indices {
            for next in ways.next(node) { before[next].append(node) }
        }
        waiting = before.map(\.count)
        leading = ways.nodes.indices.map { ways.next($0).count }
        isLeft = Array(repeating: true, count: ways.nodes.count)
        let ends = ways.nodes.indices.filter { waiting[$0] == 0 || leading[$0] == 0 }
        remove(ends)
    }

    /// The nodes of one more cycle, the first of the file in front; nil where none is left.
    mutating func next() -> [Int]? {
        while true {
            while let last = path.last, !isLeft[last] {
                path.removeLast()
                place[last] = nil
            }
            guard let node = path.last ?? start() else { return nil }
            if path.isEmpty { push(node) }
            guard let following = ways.next(node).first(where: { isLeft[$0] }) else {
                remove([node])
                continue
            }
            guard let first = place[following] else {
                push(following)
                continue
            }
            let cycle = Array(path[first...])
            remove(cycle)
            return turned(cycle)
        }
    }

    private mutating func push(_ node: Int) {
        place[node] = path.count
        path.append(node)
    }

    private mutating func start() -> Int? {
        while cursor < isLeft.count, !isLeft[cursor] { cursor += 1 }
        return cursor < isLeft.count ? cursor : nil
    }

    /// Takes nodes out, and after them all that can be in no cycle any more.
    private mutating func remove(_ nodes: [Int]) {
        var open = nodes
        while let node = open.popLast() {
            guard isLeft[node] else { continue }
            isLeft[node] = false
            for next in ways.next(node) {
                waiting[next] -= 1
                if waiting[next] == 0 { open.append(next) }
            }
            for previous in before[node] {
                leading[previous] -= 1
                if leading[previous] == 0 { open.append(previous) }
            }
        }
    }

    private func turned(_ cycle: [Int]) -> [Int] {
        guard let first = cycle.min(), let place = cycle.firstIndex(of: first) else { return cycle }
        return Array(cycle[place...] + cycle[..<place])
    }
}
