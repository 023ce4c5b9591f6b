import Documents

/// The ranks that the splits of a live flow have on the wire.
///
/// Where a file says the same order, they are sent as they are: an edit of a delay changes no rank.
struct LiveRanks {
    /// The lists of ways that have ranks, each with the member that names a way.
    private static let lists = [("split_conditions", "label"), ("split_affinities", "affinity")]

    /// The live steps by number.
    private let steps: [Int64: Value]

    /// Takes a flow as it was answered, in any form.
    init(_ raw: Object) {
        let flow = raw["nodes"] == nil ? raw : GraphReader(raw).flow(raw)
        steps = Dictionary(
            (flow["steps"]?.list ?? []).compactMap { step in step["id"]?.int.map { ($0, step) } }
        ) { first, _ in first }
    }

    /// A canonical flow with the live ranks wherever they say the same order.
    func kept(in flow: Value, numbers: Object) -> Value {
        guard var members = flow.object, let list = flow["steps"]?.list else { return flow }
        members["steps"] = .list(
            list.map { step in
                guard let number = numbers[step["slug"]?.text ?? ""]?.int,
                    let live = steps[number]
                else { return step }
                return kept(in: step, live)
            })
        return .object(members)
    }

    private func kept(in step: Value, _ live: Value) -> Value {
        guard var members = step.object else { return step }
        for (list, name) in LiveRanks.lists {
            guard let ways = step[list]?.list, let shown = live[list]?.list else { continue }
            members[list] = .list(ranked(ways, as: shown, by: name))
        }
        return .object(members)
    }

    /// Ways with the ranks of those of the same name, where those are all there, in one order.
    private func ranked(_ ways: [Value], as live: [Value], by name: String) -> [Value] {
        let ours = ways.map { (name: $0[name]?.text, rank: $0["priority"]?.int) }
        let ranks = Ranks(live.map { ($0[name]?.text, $0["priority"]?.int) }).agreeing(with: ours)
        guard ranks.count == ours.count(where: { $0.rank != nil }) else { return ways }
        var ways = ways
        for (place, rank) in ranks {
            guard var members = ways[place].object else { continue }
            members["priority"] = .int(rank)
            ways[place] = .object(members)
        }
        return ways
    }
}
