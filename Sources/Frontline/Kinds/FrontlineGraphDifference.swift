import Documents
import Platforms

/// What a wanted graph has otherwise than the draft of a flow; each part is found once.
struct FrontlineGraphDifference {
    /// The wanted nodes by key, and their keys in the order of the file.
    let wanted: [String: Value]
    let order: [String]
    /// The live nodes by key.
    let live: [String: Value]
    let wantedEdges: [FrontlineEdge]
    let liveEdges: [FrontlineEdge]
    /// Nodes that only a new node can be: another type, or another id where ids are written.
    let remade: [String]
    /// Nodes that are to be made, remade ones among them; a START is there already.
    let made: [String]
    /// Live nodes that nobody wants.
    let removed: [String]
    /// Nodes that stay and differ, by what a plan names.
    let changed: [String]

    init(wanted: Value, live: Value?, paths: [FieldPath]) {
        let nodes = wanted["nodes"]?.list ?? []
        let (mine, there) = (nodes.byKey, (live?["nodes"]?.list ?? []).byKey)
        let keys = nodes.compactMap { $0["key"]?.text }
        self.wanted = mine
        self.live = there
        order = keys
        wantedEdges = FrontlineEdges(lenient: wanted["edges"] ?? [:])?.all ?? []
        liveEdges = FrontlineEdges(lenient: live?["edges"] ?? [:])?.all ?? []
        remade = keys.filter { Self.isRemade(mine[$0] ?? [:], there[$0]) }
        let again = Set(remade)
        made = keys.filter {
            (there[$0] == nil || again.contains($0)) && mine[$0]?["type"] != "START"
        }
        removed = there.keys.filter { mine[$0] == nil }.sorted()
        let named = Self.nodes(in: paths).subtracting(made)
        changed = keys.filter { named.contains($0) }
    }

    /// Live nodes that go before any is made, since a flow has one node that it begins with.
    var removedEarly: [String] { removed.filter { live[$0]?["type"] == "TRIGGER_INTENT" } }
    /// Live nodes that go once nothing leads to them.
    var removedLate: [String] { removed.filter { live[$0]?["type"] != "TRIGGER_INTENT" } }

    private static func isRemade(_ wanted: Value, _ live: Value?) -> Bool {
        guard let live else { return false }
        let wantsID = wanted["nodeId"].map { !$0.isNull && $0 != live["nodeId"] } ?? false
        return wanted["type"] != live["type"] || wantsID
    }

    /// The keys of the nodes that paths lead into.
    private static func nodes(in paths: [FieldPath]) -> Set<String> {
        Set(paths.map(\.parts).filter { $0.first == "nodes" && $0.count > 2 }.map { $0[1] })
    }
}

extension FrontlineGraphDifference {
    /// Edges that are to go. One that is to lead elsewhere is replaced by its new edge, so that an
    /// apply that is cut off leaves no way open; it goes first where both could make a loop.
    var cut: [FrontlineEdge] {
        let (kept, exits) = (Set(wantedEdges.map(\.way)), Set(wantedEdges.map(\.exit)))
        let gone = liveEdges.filter { !kept.contains($0.way) }
        let withoutReplaced = gone.filter { !exits.contains($0.exit) }
        let left = Set(withoutReplaced.map(\.way))
        let meanwhile = liveEdges.filter { !left.contains($0.way) } + wantedEdges
        return meanwhile.hasLoop ? gone : withoutReplaced
    }

    /// Edges that are not there yet, or went with a node that is made anew.
    var joined: [FrontlineEdge] {
        let (there, new) = (Set(liveEdges.map(\.way)), Set(made))
        return wantedEdges.filter {
            !there.contains($0.way) || new.contains($0.source) || new.contains($0.target)
        }
    }
}

extension FrontlineEdge {
    /// The edge without its places.
    fileprivate var way: [String] { [source, handle, target] }
    /// Where the edge leaves; no two edges leave there.
    fileprivate var exit: [String] { [source, handle] }
}

extension [FrontlineEdge] {
    /// Whether some of them lead back to where they began.
    fileprivate var hasLoop: Bool {
        var left = self
        while !left.isEmpty {
            let targets = Set(left.map(\.target))
            let inner = left.filter { targets.contains($0.source) }
            if inner.count == left.count { return true }
            left = inner
        }
        return false
    }
}

extension [Value] {
    /// Nodes by their key.
    fileprivate var byKey: [String: Value] {
        Dictionary(
            compactMap { node in node["key"]?.text.map { ($0, node) } }
        ) { first, _ in first }
    }
}
