import Testing

/// Worlds that once broke a law, each as short as it can be.
@Suite struct `what went wrong once` {
    /// A script with what it is about.
    struct Known: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var steps: [Step]

        init(_ words: String, _ steps: [Step]) {
            testDescription = words
            self.steps = steps
        }
    }

    @Test(arguments: known)
    func `goes right`(_ known: Known) async throws {
        let history = try await Stage.play(Script(seed: 0, steps: known.steps))
        let breaches = Laws.breaches(history).map { "\($0.law): \($0.words)" }
        let runs = history.runs.map { "--- \($0.words)\n\($0.text)" }
        #expect(breaches == [], "\(runs.joined(separator: "\n"))")
    }

    private static let known: [Known] = recovery + lists + lifecycles + stops + names

    static func turned(_ lineage: Int, _ knob: Int, _ turns: Int) -> Step {
        .turn(lineage: lineage, knob: knob, turns: turns)
    }

    static func faulty(_ write: Int, _ kind: WriteFault.Kind) -> Step {
        var run = RunStep()
        run.writeFaults = [WriteFault(write: write, kind: kind)]
        return .run(run)
    }

    static func killed(_ write: Int, _ boundary: WriteFault.Boundary) -> Step {
        faulty(write, .kill(boundary))
    }

    static func refused(_ write: Int) -> Step { faulty(write, .refused(403)) }

    static func listing(_ species: Species, _ kind: ReadFault.Kind) -> RunStep {
        var run = RunStep()
        run.readFaults = [ReadFault(kind: kind, species: species)]
        return run
    }

    static func beside(_ other: RunStep.Other, _ faults: [WriteFault]) -> RunStep {
        var run = RunStep()
        run.other = other
        run.writeFaults = faults
        return run
    }

    static func adopting(_ lineage: Int) -> Step {
        var run = RunStep()
        run.verb = .adopt(lineage: lineage)
        return .run(run)
    }
}
