import Platforms

/// Makes a script that breaks a law as short as it can be.
struct Shrinker {
    /// How many scripts may be tried.
    var budget = 150
    /// Whether a script still breaks the law.
    let isBroken: (Script) async throws -> Bool

    /// Drops steps, then faults and references, while the law stays broken.
    func shrink(_ script: Script) async throws -> Script {
        var left = budget
        var script = script
        var size = max(1, script.steps.count / 2)
        while size >= 1 {
            var start = 0
            while start < script.steps.count, left > 0 {
                left -= 1
                var shorter = script
                shorter.steps.removeSubrange(start..<min(start + size, script.steps.count))
                if try await isBroken(shorter) { script = shorter } else { start += size }
            }
            size /= 2
        }
        return try await simplify(script, &left)
    }

    private func simplify(_ script: Script, _ left: inout Int) async throws -> Script {
        var script = script
        var index = 0
        while index < script.steps.count {
            let simpler = try await simpler(script, at: index, &left)
            if let simpler { script = simpler } else { index += 1 }
        }
        return script
    }

    /// The script with one step made simpler, if the law stays broken.
    private func simpler(
        _ script: Script, at index: Int, _ left: inout Int
    ) async throws -> Script? {
        for step in script.steps[index].simpler where left > 0 {
            left -= 1
            var candidate = script
            candidate.steps[index] = step
            if try await isBroken(candidate) { return candidate }
        }
        return nil
    }
}

extension Step {
    /// The same step with less in it.
    fileprivate var simpler: [Step] {
        switch self {
        case .add(let lineage, let species, let needs) where !needs.isEmpty:
            return [.add(lineage: lineage, species, needs: [])]
        case .run(let run):
            var simpler: [RunStep] = []
            if run.verb != .apply {
                simpler.append(run.with { $0.verb = .apply })
            }
            if !run.readFaults.isEmpty { simpler.append(run.with { $0.readFaults = [] }) }
            if run.other != nil { simpler.append(run.with { $0.other = nil }) }
            for index in run.writeFaults.indices {
                simpler.append(run.with { $0.writeFaults.remove(at: index) })
            }
            return simpler.map { .run($0) }
        default: return []
        }
    }
}

extension RunStep {
    /// A copy with a change.
    fileprivate func with(_ change: (inout RunStep) -> Void) -> RunStep {
        var copy = self
        change(&copy)
        return copy
    }
}
