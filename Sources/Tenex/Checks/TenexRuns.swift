import Platforms

/// What has run before each step of a workflow, on every way that a run may take.
struct TenexRuns {
    private let ways: TenexWays
    private let start: Int
    /// The steps that have run before each step, as bits; nil for steps that are never reached.
    private let before: [[UInt64]?]

    init(_ ways: TenexWays, from start: Int) {
        self.ways = ways
        self.start = start
        before = TenexRuns.before(ways, start)
    }

    /// Whether any run comes to a step.
    func reaches(_ step: Int) -> Bool { before[step] != nil }

    /// Whether a step has ended well on every way to another.
    func hasRun(_ step: Int, before other: Int) -> Bool {
        before[other].map { $0[step / 64] & (1 << UInt64(step % 64)) != 0 } ?? true
    }

    /// What is common to all ways to each step; a step that failed has no output.
    private static func before(_ ways: TenexWays, _ start: Int) -> [[UInt64]?] {
        var before: [[UInt64]?] = Array(repeating: nil, count: ways.steps.count)
        before[start] = Array(repeating: 0, count: ways.steps.count / 64 + 1)
        var open = [start]
        var at = 0
        while at < open.count {
            let step = open[at]
            at += 1
            guard let known = before[step] else { continue }
            for way in ways.leaving[step] {
                guard let to = way.to else { continue }
                var after = known
                if !way.isFallback { after[step / 64] |= 1 << UInt64(step % 64) }
                if let old = before[to] {
                    for index in after.indices { after[index] &= old[index] }
                    if after == old { continue }
                }
                before[to] = after
                open.append(to)
            }
        }
        return before
    }

    /// A way of a run to a step in which another does not end well; nil where there is none.
    ///
    /// A run takes all that follow a step, and one way out of a branch. So where two ways are taken
    /// side by side, a step on either of them runs, though not always first.
    func way(to step: Int, without other: Int) -> [Int]? {
        let mayLack = mayLack(other)
        var previous: [Int: Int] = [:]
        var open = [start]
        var isSeen: Set<Int> = [start]
        var at = 0
        while at < open.count {
            let place = open[at]
            at += 1
            if place == step { return walk(back: place, previous) }
            for to in continuations(of: place, without: other, mayLack)
            where isSeen.insert(to).inserted {
                previous[to] = place
                open.append(to)
            }
        }
        return nil
    }

    /// The steps that may follow one while another does not end well.
    private func continuations(
        of place: Int, without other: Int, _ mayLack: [Bool]
    ) -> [Int] {
        let leaving = ways.leaving[place]
        let fallbacks = leaving.filter(\.isFallback).compactMap(\.to)
        guard place != other else { return fallbacks }
        let next = leaving.filter { !$0.isFallback }.compactMap(\.to)
        guard ways.isParallel(place) else { return next + fallbacks }
        // All are taken, so each of the others must be able to lack it as well.
        let needing = next.filter { !mayLack[$0] }
        return next.filter { to in needing.allSatisfy { $0 == to } } + fallbacks
    }

    /// From which steps a run may go on to its end while one step does not end well.
    private func mayLack(_ other: Int) -> [Bool] {
        var mayLack = Array(repeating: true, count: ways.steps.count)
        var isChanged = true
        while isChanged {
            isChanged = false
            for step in ways.steps.indices.reversed() where mayLack[step] {
                if !holds(step, other, mayLack) {
                    mayLack[step] = false
                    isChanged = true
                }
            }
        }
        return mayLack
    }

    private func holds(_ step: Int, _ other: Int, _ mayLack: [Bool]) -> Bool {
        let leaving = ways.leaving[step]
        let canFail = leaving.contains { $0.isFallback && $0.to.map { mayLack[$0] } ?? true }
        if canFail || step == other { return canFail }
        let next = leaving.filter { !$0.isFallback }.map { $0.to.map { mayLack[$0] } ?? true }
        if ways.isParallel(step) { return next.allSatisfy(\.self) }
        return next.isEmpty || next.contains(true)
    }

    private func walk(back step: Int, _ previous: [Int: Int]) -> [Int] {
        var way = [step]
        while let last = way.last, let before = previous[last] { way.append(before) }
        return way.reversed()
    }
}
