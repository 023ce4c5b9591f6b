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

    private static let known: [Known] = recovery + lists + lifecycles + names

    private static let recovery = [
        Known(
            "a step's work between its creation and its publication",
            [.add(lineage: 1, .lyticsFlow, needs: []), turned(1, 3, 0), killed(2, .afterEnd)]
        ),
        Known(
            "a step's work between the draft and its creation",
            [.add(lineage: 1, .lyticsFlow, needs: []), turned(1, 3, 0), refused(1)]),
        Known(
            "a recovered object whose document has another id",
            [
                .add(lineage: 1, .frontlineAgent, needs: []), killed(0, .afterCommit),
                .rename(lineage: 1, saysWas: false),
            ]),
        Known(
            "a recovered object whose document has another name",
            [
                .add(lineage: 1, .tenexWorkflow, needs: []), killed(0, .afterCommit),
                .relabel(lineage: 1),
            ]),
        Known(
            "a recovered object whose document is gone",
            [
                .add(lineage: 1, .frontlineAgent, needs: []),
                .add(lineage: 2, .frontlineAgent, needs: []), killed(0, .afterCommit),
                .remove(lineage: 1),
            ]),
        Known(
            "a recovered object that was the only one of its account",
            [
                .add(lineage: 1, .lyticsConnection, needs: []), killed(0, .afterCommit),
                .remove(lineage: 1),
            ]),
        Known(
            "a plan beside an apply that is killed",
            [
                .add(lineage: 1, .tenexWorkflow, needs: []),
                .run(beside(.plans, [WriteFault(write: 0, kind: .kill(.afterCommit))])),
            ]),
        Known(
            "an apply beside an apply that is killed",
            [
                .add(lineage: 1, .tenexWorkflow, needs: []),
                .run(beside(.applies, [WriteFault(write: 0, kind: .kill(.afterCommit))])),
            ]),
        Known(
            "a create that is carried out five seconds later",
            [.add(lineage: 1, .lyticsConnection, needs: []), faulty(0, .late(seconds: 5))]),
        Known(
            "a create that is carried out and answered with 409",
            [.add(lineage: 1, .lyticsAuth, needs: []), faulty(0, .failsAfter(409))]),
        Known(
            "somebody else's namesake beside a replacement that is cut",
            [
                .add(lineage: 1, .lyticsConnection, needs: []), .run(RunStep()),
                turned(1, 1, 0), .foreign(.lyticsConnection, like: 1), killed(1, .beforeSending),
            ]),
    ]

    private static let lists =
        Species.allCases.compactMap { species -> Known? in
            guard let steps = made[species] else { return nil }
            return Known(
                "a list of \(species.rawValue) that lacks one",
                steps + [.run(RunStep()), .run(listing(species, .lags))])
        }
        + ReadFault.Kind.allCases.map { kind in
            Known(
                "a list of jobs that \(kind.rawValue)",
                [
                    .add(lineage: 1, .lyticsJob, needs: []), turned(1, 0, 0), .run(RunStep()),
                    .run(listing(.lyticsJob, kind)),
                ])
        }

    private static let made: [Species: [Step]] = [
        .lyticsAuth: [.add(lineage: 1, .lyticsAuth, needs: [])],
        .lyticsConnection: [.add(lineage: 1, .lyticsConnection, needs: [])],
        .lyticsJob: [.add(lineage: 1, .lyticsJob, needs: [])],
        .lyticsFlow: [.add(lineage: 1, .lyticsFlow, needs: [])],
        .frontlineAgent: [.add(lineage: 1, .frontlineAgent, needs: [])],
        .frontlineFlow: [
            .add(lineage: 1, .frontlineAgent, needs: []),
            .add(lineage: 2, .frontlineFlow, needs: [1]),
        ],
        .frontlineVariable: [.add(lineage: 1, .frontlineAgent, needs: []), turned(1, 2, 0)],
        .frontlineIntent: [.add(lineage: 1, .frontlineAgent, needs: []), turned(1, 3, 0)],
        .tenexWorkflow: [.add(lineage: 1, .tenexWorkflow, needs: [])],
        .tenexTrigger: [.add(lineage: 1, .tenexWorkflow, needs: []), turned(1, 4, 0)],
    ]

    private static let lifecycles =
        [PeopleEdit.stop, .kill, .delete].map { edit in
            Known(
                "a running job that people \(edit.rawValue)",
                [
                    .add(lineage: 1, .lyticsJob, needs: []), turned(1, 0, 0), .run(RunStep()),
                    .people(edit, object: 0), .run(RunStep()), turned(1, 1, 0), .run(RunStep()),
                ])
        } + [
            Known(
                "an auth that is replaced under a running job",
                [
                    .add(lineage: 1, .lyticsAuth, needs: []),
                    .add(lineage: 2, .lyticsJob, needs: [1]), turned(2, 0, 0), .run(RunStep()),
                    turned(1, 1, 0), .run(RunStep()),
                ])
        ]

    private static let names =
        [
            Known(
                "an adoption of what is not there",
                [.add(lineage: 1, .lyticsJob, needs: []), turned(1, 0, 0), adopting(1)]),
            Known(
                "an adoption of what differs, after the ledger was lost",
                [
                    .add(lineage: 1, .frontlineAgent, needs: []), .run(RunStep()), turned(1, 1, 0),
                    .loseLedger, adopting(1),
                ]),
        ]
        + Normalization.allCases.map { normalization in
            Known(
                "a service that \(normalization.rawValue)",
                [
                    .normalize(normalization), .add(lineage: 1, .lyticsJob, needs: []),
                    turned(1, 1, 1), turned(1, 5, 0), .run(RunStep()), turned(1, 1, 2),
                ])
        }

    private static func turned(_ lineage: Int, _ knob: Int, _ turns: Int) -> Step {
        .turn(lineage: lineage, knob: knob, turns: turns)
    }

    private static func faulty(_ write: Int, _ kind: WriteFault.Kind) -> Step {
        var run = RunStep()
        run.writeFaults = [WriteFault(write: write, kind: kind)]
        return .run(run)
    }

    private static func killed(_ write: Int, _ boundary: WriteFault.Boundary) -> Step {
        faulty(write, .kill(boundary))
    }

    private static func refused(_ write: Int) -> Step { faulty(write, .refused(403)) }

    private static func listing(_ species: Species, _ kind: ReadFault.Kind) -> RunStep {
        var run = RunStep()
        run.readFaults = [ReadFault(kind: kind, species: species)]
        return run
    }

    private static func beside(_ other: RunStep.Other, _ faults: [WriteFault]) -> RunStep {
        var run = RunStep()
        run.other = other
        run.writeFaults = faults
        return run
    }

    private static func adopting(_ lineage: Int) -> Step {
        var run = RunStep()
        run.verb = .adopt(lineage: lineage)
        return .run(run)
    }
}
