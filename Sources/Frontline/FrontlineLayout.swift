import Documents
import Platforms

/// Places for nodes that have none: layers from left to right, rows in writing order.
enum FrontlineLayout {
    /// How far layers are apart.
    static let width = 320.0
    /// How far rows are apart.
    static let height = 160.0

    /// Where each node without a position goes, by key; the same for the same flow.
    static func positions(of flow: FrontlineFlow) -> [String: FrontlinePosition] {
        let ways = FrontlineWays(flow)
        let layers = layers(of: ways)
        var rows: [Int: Int] = [:]
        var positions: [String: FrontlinePosition] = [:]
        for (index, node) in ways.nodes.enumerated() {
            let row = rows[layers[index], default: 0]
            rows[layers[index]] = row + 1
            guard !node.position.isPresent else { continue }
            var position = FrontlinePosition()
            position.x = Written(.value(Double(layers[index]) * width))
            position.y = Written(.value(Double(row) * height))
            positions[node.id] = position
        }
        return positions
    }

    /// The longest way to each node, in steps; what is in a cycle stays where it was come to.
    private static func layers(of ways: FrontlineWays) -> [Int] {
        var waiting = Array(repeating: 0, count: ways.nodes.count)
        for node in ways.nodes.indices { for next in ways.next(node) { waiting[next] += 1 } }
        var layers = Array(repeating: 0, count: ways.nodes.count)
        var open = ways.nodes.indices.filter { waiting[$0] == 0 }
        while let node = open.popLast() {
            for next in ways.next(node) {
                layers[next] = max(layers[next], layers[node] + 1)
                waiting[next] -= 1
                if waiting[next] == 0 { open.append(next) }
            }
        }
        return layers
    }
}
