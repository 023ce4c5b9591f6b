import Platforms

/// Ranks order the ways out of a split and mean nothing as numbers: those that Lytics' editor gives
/// start at 2, beside a 1 for everybody else.
extension LyticsFlow {
    /// Gives the ways of a live flow the ranks of a file that says the same order.
    mutating func rank(as file: LyticsFlow) {
        guard case .value(var steps) = self.steps.state, steps.contains(where: \.isSplit) else {
            return
        }
        let written = Dictionary(
            (file.steps.value ?? []).filter(\.isSplit).map { ($0.name, $0) }
        ) { first, _ in first }
        // Nobody else may hold the steps while they change, else they are copied.
        self.steps.state = .absent
        for index in steps.indices where steps[index].isSplit {
            if let twin = written[steps[index].name] { steps[index].rank(as: twin) }
        }
        self.steps.state = .value(steps)
    }
}

extension LyticsStep {
    fileprivate mutating func rank(as file: LyticsStep) {
        if var ways = splitConditions.value, let others = file.splitConditions.value {
            let ranks = Ranks(others.map { ($0.label.value, $0.priority.value) })
                .agreeing(with: ways.map { ($0.label.value, $0.priority.value) })
            for (place, rank) in ranks { ways[place].priority.state = .value(rank) }
            splitConditions.state = .value(ways)
        }
        if var ways = splitAffinities.value, let others = file.splitAffinities.value {
            let ranks = Ranks(others.map { ($0.affinity.value, $0.priority.value) })
                .agreeing(with: ways.map { ($0.affinity.value, $0.priority.value) })
            for (place, rank) in ranks { ways[place].priority.state = .value(rank) }
            splitAffinities.state = .value(ways)
        }
    }
}

/// The ranks of the ways of one split, by the names of the ways.
struct Ranks {
    private let ranks: [String: Int64]

    /// Takes ways with their names and ranks; the one for everybody else has no rank.
    init(_ ways: [(name: String?, rank: Int64?)]) {
        let known = ways.compactMap { way in
            way.name.flatMap { name in way.rank.map { (name, $0) } }
        }
        ranks = Dictionary(known) { first, _ in first }
    }

    /// The ranks that other ways with these names get, by their places, where both say one order;
    /// none where they do not.
    func agreeing(with ways: [(name: String?, rank: Int64?)]) -> [(place: Int, rank: Int64)] {
        let pairs = ways.enumerated().compactMap { place, way in
            way.name.flatMap { ranks[$0] }.flatMap { ours in
                way.rank.map { (place: place, rank: $0, ours: ours) }
            }
        }.sorted { $0.rank < $1.rank }
        let isOneOrder = zip(pairs, pairs.dropFirst()).allSatisfy {
            $0.rank < $1.rank && $0.ours < $1.ours
        }
        return isOneOrder ? pairs.map { ($0.place, $0.ours) } : []
    }
}
