extension `what went wrong once` {
    /// Runs that were cut off, and what came after.
    static let recovery = [
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
        Known(
            "a half-made variable whose agent people deleted",
            [
                .add(lineage: 1, .frontlineAgent, needs: []), turned(1, 2, 0), killed(3, .afterEnd),
                .people(.delete, object: 0),
            ]),
        Known(
            "a cut write that arrives after what follows it",
            [
                .add(lineage: 1, .frontlineAgent, needs: []), turned(1, 0, 0),
                faulty(1, .late(seconds: 5)),
            ]),
    ]
}
