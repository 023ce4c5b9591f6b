import Documents
import Platforms

/// A workflow's graph as numbers: each step's ways out, found without looking at keys again.
struct TenexWays {
    /// One way from a step to another.
    struct Way {
        /// The step it leads to; nil for the end of a run, and for what is no step.
        let to: Int?
        /// Whether it is taken only where the step failed.
        let isFallback: Bool
    }

    /// The workflow.
    let workflow: TenexWorkflow
    /// The steps in writing order.
    let steps: [TenexStep]
    /// The number of a step by its key; the first of equal keys.
    let number: [String: Int]
    /// The ways out of each step.
    let leaving: [[Way]]
    /// What each step reads.
    let mentions: [[TenexMention]]
    /// The canonical tree of each step.
    let trees: [Node]
    /// Whether every way that is written leads to a step or to the end.
    let isClear: Bool

    init(_ workflow: TenexWorkflow, _ node: Node) {
        self.workflow = workflow
        let steps = workflow.steps.value ?? []
        let number = Dictionary(steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
        self.steps = steps
        self.number = number
        let targets = steps.map(\.targets)
        leaving = targets.map { targets in
            targets.map { Way(to: number[$0.key], isFallback: $0.isFallback) }
        }
        isClear = targets.joined().allSatisfy {
            number[$0.key] != nil || $0.key == TenexWords.end
        }
        let trees = Dictionary(
            (node["steps"]?.list ?? []).map { ($0["key"]?.scalarText ?? "", $0) }
        ) { first, _ in first }
        mentions = steps.map { step in trees[step.id].map { TenexMentions.of(step: $0) } ?? [] }
        self.trees = steps.compactMap { trees[$0.id] }
    }

    /// The steps that nothing else leads to.
    var starts: [Int] {
        var isLedTo = Array(repeating: false, count: steps.count)
        for (step, ways) in leaving.enumerated() {
            for to in ways.compactMap(\.to) where to != step { isLedTo[to] = true }
        }
        return steps.indices.filter { !isLedTo[$0] }
    }

    /// Whether all that leave a step by `next` are taken, and not only one.
    func isParallel(_ step: Int) -> Bool { steps[step].knownType != .branch }

    /// Marks all steps that can be reached from one, itself only where a cycle leads back.
    func reached(from start: Int) -> [Bool] {
        var isReached = Array(repeating: false, count: steps.count)
        var open = [start]
        while let step = open.popLast() {
            for to in leaving[step].compactMap(\.to) where !isReached[to] {
                isReached[to] = true
                open.append(to)
            }
        }
        return isReached
    }

    /// Steps as messages show them: `` `enrich` → `score` ``.
    func words(_ way: [Int]) -> String {
        way.map { "`\(steps[$0].id)`" }.joined(separator: " → ")
    }
}

extension TenexStep {
    /// The keys that ways out of the step name; a way that is mistaken has an empty one.
    fileprivate var targets: [(key: String, isFallback: Bool)] {
        var targets: [(key: String, isFallback: Bool)] = []
        switch next.state {
        case .value(let keys): targets += keys.map { ($0.key, false) }
        case .absent: if next.span != nil { targets.append(("", false)) }
        case .later: targets.append(("", false))
        case .null: break
        }
        targets += (branches.value ?? []).map { ($0.next.value ?? "", false) }
        if fallback.isPresent { targets.append((fallback.value ?? "", true)) }
        return targets
    }
}
