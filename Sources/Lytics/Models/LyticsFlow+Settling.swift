import Documents
import Platforms

extension LyticsFlow {
    /// Where a flow was read, which decides what a missing `next` means.
    enum Origin { case file, platform }

    /// Brings the flow into its canonical form: steps have slugs, ways out name one or `end`.
    ///
    /// A number that no step of a file has stays a number, so that checks can report it. `slugs`
    /// gives the slugs of steps that an answer shows without one.
    mutating func settle(_ origin: Origin, slugs: [Int64: String] = [:]) {
        guard case .value(var steps) = self.steps.state, !steps.isEmpty else { return }
        // Nobody else may hold the steps while they change, else they are copied.
        self.steps.state = .absent
        if origin == .platform {
            for index in steps.indices where steps[index].name.isEmpty { steps[index].name(slugs) }
        }
        let names = StepNames(steps)
        let hasSplits = steps.contains { $0.isSplit }
        for index in steps.indices {
            let isLast = index == steps.count - 1
            let following: StepTarget? =
                isLast || origin == .platform
                ? .end : hasSplits ? nil : .slug(steps[index + 1].name)
            steps[index].settle(names, origin, following: following)
        }
        rootStep.settle(names, origin, missing: .slug(steps[0].name))
        self.steps.state = .value(steps)
    }
}

/// The slugs of a flow's steps by their numbers.
struct StepNames {
    private var slugs: [Int64: String] = [:]
    private var known: Set<String> = []

    init(_ steps: [LyticsStep]) {
        for index in steps.indices {
            guard let id = steps[index].id.value else { continue }
            if slugs.isEmpty { slugs.reserveCapacity(steps.count) }
            slugs[id] = steps[index].name
        }
        // Without numbers a slug can only be itself.
        if !slugs.isEmpty { known = Set(steps.lazy.map { $0.name }) }
    }

    /// The target as a slug; a number that no step of a file has stays as it is.
    func settled(_ target: StepTarget, _ origin: LyticsFlow.Origin) -> StepTarget {
        switch target {
        case .number(let number):
            if let slug = slugs[number] { return .slug(slug) }
            if origin == .file { return target }
            return number <= 0 ? .end : .slug("step_\(number)")
        case .slug(let text):
            if slugs.isEmpty || known.contains(text) || target == .end { return target }
            return Int64(text).flatMap { slugs[$0] }.map { .slug($0) } ?? target
        }
    }
}

extension Written<StepTarget> {
    /// Brings a target into its canonical form; `missing` stands for one that was not written.
    fileprivate mutating func settle(
        _ names: StepNames, _ origin: LyticsFlow.Origin, missing: StepTarget?
    ) {
        switch state {
        case .value(let target):
            let settled = names.settled(target, origin)
            let isNothing = origin == .platform && target == .number(0)
            state = .value(isNothing ? missing ?? settled : settled)
        case .absent: if span == nil, let missing { state = .value(missing) }
        case .null: if let missing { state = .value(missing) }
        case .later: break
        }
    }
}

extension LyticsStep {
    /// Gives a step without a slug one by its number.
    fileprivate mutating func name(_ slugs: [Int64: String]) {
        let number = id.value ?? 0
        slug.state = .value(slugs[number] ?? "step_\(number)")
    }

    fileprivate mutating func settle(
        _ names: StepNames, _ origin: LyticsFlow.Origin, following: StepTarget?
    ) {
        if isSplit {
            if origin == .platform { next = Written() }
        } else {
            next.settle(names, origin, missing: following)
        }
        if !workExitStep.isAbsent { workExitStep.settle(names, origin, missing: nil) }
        settleSplits(names, origin)
    }

    private mutating func settleSplits(_ names: StepNames, _ origin: LyticsFlow.Origin) {
        let end: StepTarget? = origin == .platform ? .end : nil
        if var ways = splitConditions.value {
            for index in ways.indices {
                ways[index].next.settle(names, origin, missing: end)
                ways[index].settle(position: index + 1)
            }
            splitConditions.state = .value(ways)
        }
        if var ways = splitAffinities.value {
            for index in ways.indices {
                ways[index].next.settle(names, origin, missing: end)
                ways[index].priority.fill(Int64(index + 1))
            }
            splitAffinities.state = .value(ways)
        }
        if var ways = splitProbabilities.value {
            for index in ways.indices {
                ways[index].next.settle(names, origin, missing: end)
            }
            splitProbabilities.state = .value(ways.joined())
        }
    }
}

extension [LyticsSplitProbability] {
    /// Shares that lead to one place as the one share that they are for people.
    fileprivate func joined() -> [LyticsSplitProbability] {
        var ways: [LyticsSplitProbability] = []
        for way in self {
            let twin = ways.firstIndex { way.next.value != nil && $0.next.value == way.next.value }
            guard let twin, let share = way.share.value, let other = ways[twin].share.value else {
                ways.append(way)
                continue
            }
            // Sums of shares are told apart to a millionth of a percent.
            ways[twin].share.state = .value(((other + share) * 1e8).rounded() / 1e8)
        }
        return ways
    }
}

extension LyticsSplitCondition {
    /// Writes the place in the order; the way for everybody else is outside of it.
    fileprivate mutating func settle(position: Int) {
        if isFallback {
            conditions.state = .value("")
            priority.state = .absent
        } else {
            priority.fill(Int64(position))
        }
    }
}

extension Written<Int64> {
    fileprivate mutating func fill(_ number: Int64) {
        if !isPresent { state = .value(number) }
    }
}
