import TestSupport

/// Draws the steps of a world from a seed.
struct ScriptWriter {
    private var random: Randomness
    private var steps: [Step] = []
    private var species: [Int: Species] = [:]
    private var next = 1

    init(seed: UInt64) { random = Randomness(seed: seed) }

    private var lineages: [Int] { species.keys.sorted() }

    mutating func write() -> [Step] {
        let platforms = ["lytics", "lytics", "frontline", "tenex"]
        let platform = random.pick(platforms)
        for _ in 0...random.below(4) { add(platform) }
        if random.chance(12) { add(random.pick(platforms)) }
        if random.chance(25) { steps.append(.normalize(random.pick(Normalization.allCases))) }
        for _ in 0...random.below(3) {
            run()
            for _ in 0..<random.below(3) { edit() }
            for _ in 0..<random.below(2) { meddle() }
        }
        return steps
    }

    private mutating func add(_ platform: String) {
        var species = random.pick(Species.written[platform] ?? [.lyticsJob])
        if species == .frontlineFlow, !self.species.values.contains(.frontlineAgent) {
            species = .frontlineAgent
        }
        let needs = lineages.filter { isNeeded(self.species[$0], by: species) }
        let chosen =
            species == .frontlineFlow
            ? [random.pick(needs)] : needs.filter { _ in random.chance(60) }
        self.species[next] = species
        steps.append(.add(lineage: next, species, needs: chosen))
        let lifecycle = species.knobs.firstIndex(where: \.isLifecycle)
        if let lifecycle, random.chance(60) {
            steps.append(.turn(lineage: next, knob: lifecycle, turns: 0))
        }
        for knob in species.knobs.indices where knob != lifecycle && random.chance(40) {
            steps.append(.turn(lineage: next, knob: knob, turns: random.below(6)))
        }
        next += 1
    }

    private func isNeeded(_ needed: Species?, by species: Species) -> Bool {
        switch (species, needed) {
        case (.lyticsConnection, .lyticsAuth), (.lyticsJob, .lyticsAuth),
            (.lyticsFlow, .lyticsJob), (.frontlineFlow, .frontlineAgent):
            true
        default: false
        }
    }

    private mutating func edit() {
        let lineage = random.pick(lineages)
        let knobs = species[lineage]?.knobs.count ?? 1
        switch random.below(20) {
        case 0..<11:
            steps.append(
                .turn(lineage: lineage, knob: random.below(knobs), turns: random.below(6)))
        case 11..<14: add(species[lineage]?.platform ?? "lytics")
        case 14..<16: steps.append(.remove(lineage: lineage))
        case 16: steps.append(.rename(lineage: lineage, saysWas: true))
        case 17: steps.append(.rename(lineage: lineage, saysWas: false))
        case 18: steps.append(.relabel(lineage: lineage))
        default: steps.append(.leave(lineage: lineage))
        }
    }

    private mutating func meddle() {
        switch random.below(20) {
        case 0..<14:
            steps.append(
                .people(random.pick(PeopleEdit.allCases), object: random.below(8)))
        case 14..<18:
            let lineage = random.pick(lineages)
            let like = random.chance(50) ? lineage : nil
            steps.append(.foreign(species[lineage] ?? .lyticsJob, like: like))
        case 18: steps.append(.loseLedger)
        default: steps.append(.normalize(random.pick(Normalization.allCases)))
        }
    }

    private mutating func run() {
        var run = RunStep()
        switch random.below(20) {
        case 0: run.verb = .plan
        case 1: run.verb = .restart(lineage: random.pick(lineages))
        case 2: run.verb = .adopt(lineage: random.pick(lineages))
        default: break
        }
        switch random.below(10) {
        case 0..<5:
            run.writeFaults = [WriteFault(write: early(10), kind: fault())]
            if random.chance(20) {
                run.writeFaults.append(WriteFault(write: early(10), kind: fault()))
            }
        case 5..<7:
            let lineage = random.pick(lineages)
            run.readFaults = [
                ReadFault(
                    kind: random.pick([.lags] + ReadFault.Kind.allCases),
                    species: random.pick(listed(species[lineage] ?? .lyticsJob)),
                    index: random.below(4))
            ]
        case 7:
            run.other = random.pick(RunStep.Other.allCases)
            run.otherAt = early(5)
            if random.chance(40) {
                run.writeFaults = [
                    WriteFault(write: run.otherAt, kind: .kill(.afterCommit))
                ]
            }
        default: break
        }
        steps.append(.run(run))
    }

    /// The lists in which a document and what it holds are.
    private func listed(_ species: Species) -> [Species] {
        switch species {
        case .frontlineAgent: [species, .frontlineVariable, .frontlineIntent]
        case .tenexWorkflow: [species, .tenexTrigger]
        default: [species]
        }
    }

    /// A place among the first of so many, since few runs send many writes.
    private mutating func early(_ bound: Int) -> Int { random.below(1 + random.below(bound)) }

    private mutating func fault() -> WriteFault.Kind {
        switch random.below(14) {
        case 0: .refused(random.pick([403, 409, 500]))
        case 1: .refused(random.pick([403, 422]))
        case 2: .tooMany(times: 1 + random.below(3), retryAfter: random.pick([nil, 1, 7]))
        case 3: .failsAfter(500)
        case 4: .failsAfter(random.pick([408, 409, 499]))
        case 5: .cutBefore
        case 6, 7: .cutAfter
        case 8: .late(seconds: 1)
        case 9: .late(seconds: 5)
        default: .kill(random.pick(WriteFault.Boundary.allCases))
        }
    }
}
