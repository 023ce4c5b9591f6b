import Documents

extension LyticsFlow {
    /// Where a flow was read, which decides what a missing `next` means.
    enum Origin { case file, platform }

    /// The flow in its canonical form: every step has a slug, every way out names a slug or `end`.
    ///
    /// A number that no step of a file has stays a number, so that checks can report it. `slugs`
    /// gives the slugs of steps that an answer shows without one.
    func settled(_ origin: Origin, slugs: [Int64: String] = [:]) -> LyticsFlow {
        var flow = self
        flow.settle(origin, slugs: slugs)
        return flow
    }

    /// Brings the flow into its canonical form, in place.
    mutating func settle(_ origin: Origin, slugs: [Int64: String] = [:]) {
        guard case .value(var steps) = self.steps.state, !steps.isEmpty else { return }
        // Nobody else may hold the steps while they change, else they are copied.
        self.steps.state = .absent
        if origin == .platform { steps = steps.map { $0.named(slugs) } }
        let names = StepNames(steps)
        let hasSplits = steps.contains(where: \.isSplit)
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
        for step in steps {
            if let id = step.id.value { slugs[id] = step.name }
        }
        // Without numbers a slug can only be itself.
        if !slugs.isEmpty { known = Set(steps.map(\.name)) }
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
    /// The step with a slug, its own or one by its number.
    fileprivate func named(_ slugs: [Int64: String]) -> LyticsStep {
        guard name.isEmpty else { return self }
        var step = self
        let number = id.value ?? 0
        step.slug.state = .value(slugs[number] ?? "step_\(number)")
        return step
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
            splitProbabilities.state = .value(ways)
        }
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
