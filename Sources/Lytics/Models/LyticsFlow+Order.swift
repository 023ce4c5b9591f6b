import Platforms

extension LyticsFlow {
    /// Whether every way leads to a later step or to the end, and every step is led to.
    ///
    /// Most flows are written in the order in which people walk them. Nothing can be wrong with
    /// where the steps of such a flow lead, and that is seen much faster than its graph is drawn.
    /// False says only that the graph must be looked at.
    var leadsForward: Bool {
        guard case .value(let steps) = steps.state, !steps.isEmpty, steps.count < 64 else {
            return false
        }
        var order = StepOrder()
        order.names.reserveCapacity(steps.count)
        for index in steps.indices {
            let name = steps[index].slug.value ?? ""
            guard !order.names.contains(name) else { return false }
            order.names.append(name)
        }
        guard rootStep.value?.text == order.names[0] else { return false }
        var reached: UInt64 = 1
        for index in steps.indices {
            guard steps[index].workExitStep.isAbsent,
                let next = steps[index].isSplit
                    ? order.ways(of: steps[index], index)
                    : order.place(steps[index].next, after: index)
            else { return false }
            reached |= next
        }
        let all: UInt64 = (1 << UInt64(steps.count)) - 1
        return reached & all == all
    }
}

/// The names of steps in writing order.
private struct StepOrder {
    var names: [String] = []

    /// The places that a split leads to, one bit each; nil if one of them is not further on.
    func ways(of step: LyticsStep, _ index: Int) -> UInt64? {
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

    /// The place of a target as a bit, the end behind the last step; nil if it is not further on.
    func place(_ target: Written<StepTarget>, after index: Int) -> UInt64? {
        guard case .value(.slug(let slug)) = target.state else { return nil }
        if slug == "end" { return 1 << UInt64(names.count) }
        for later in (index + 1)..<max(names.count, index + 1) where names[later] == slug {
            return 1 << UInt64(later)
        }
        return nil
    }
}
