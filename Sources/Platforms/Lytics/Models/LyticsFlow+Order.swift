extension LyticsFlow {
    /// Whether every way leads to a later step or to the end, and every step is led to.
    ///
    /// Most flows are written in the order in which people walk them. Nothing can be wrong with
    /// the shape of such a flow, and that is seen much faster than its graph is drawn. False says
    /// only that the graph must be looked at.
    var leadsForward: Bool {
        guard let steps = steps.value, let first = steps.first, steps.count < 64,
            rootStep.value?.text == first.name
        else { return false }
        let order = StepOrder(names: steps.map(\.name))
        var reached: UInt64 = 1
        let places = steps.span
        for index in places.indices {
            guard let next = order.next(places[index], index) else { return false }
            reached |= next
        }
        let all: UInt64 = (1 << UInt64(steps.count)) - 1
        return reached & all == all
    }
}

/// The names of steps in writing order.
private struct StepOrder {
    let names: [String]

    /// The places that a step leads to, one bit each; nil if one of them is not further on.
    func next(_ step: LyticsStep, _ index: Int) -> UInt64? {
        guard step.isSplit else { return place(step.next, after: index) }
        guard step.splitAffinities.isAbsent, step.splitProbabilities.isAbsent,
            let ways = step.splitConditions.value, !ways.isEmpty
        else { return nil }
        var places: UInt64 = 0
        for way in ways {
            guard let place = place(way.next, after: index) else { return nil }
            places |= place
        }
        return places
    }

    private func place(_ target: Written<StepTarget>, after index: Int) -> UInt64? {
        guard case .value(.slug(let slug)) = target.state else { return nil }
        if slug == "end" { return 1 << UInt64(names.count) }
        for later in (index + 1)..<max(names.count, index + 1) where names[later] == slug {
            return 1 << UInt64(later)
        }
        return nil
    }
}
