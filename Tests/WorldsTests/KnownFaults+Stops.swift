extension `what went wrong once` {
    /// Objects that calls of ours stop, and what waits for something that may not start.
    static let stops =
        [WriteFault.Boundary.beforeSending, .afterCommit, .afterEnd].map { boundary in
            Known(
                "a delete that stops a job, killed \(boundary.rawValue)",
                runningJob + [.remove(lineage: 1), killed(0, boundary)])
        } + [
            Known(
                "an auth whose file goes while a running job has it",
                runningJob + [.remove(lineage: 1)]),
            Known(
                "an auth whose file goes while a job runs whose file does not say so",
                runningJob + [turned(2, 0, 1), .remove(lineage: 1)]),
            Known(
                "an auth whose file goes while a job has it that people paused",
                runningJob + [.people(.stop, object: 1), .remove(lineage: 1)]),
            Known(
                "an auth whose delete is refused, and a job that people pause then",
                runningJob + [
                    .remove(lineage: 1), refused(0), .people(.stop, object: 1), .run(RunStep()),
                ]),
            Known(
                "a workflow that is archived with a trigger that fires",
                [
                    .add(lineage: 1, .tenexWorkflow, needs: []), turned(1, 4, 0),
                    turned(1, 0, 0), .run(RunStep()), .people(.kill, object: 0),
                ]),
            Known(
                "the older auth of a job that may not start",
                [
                    .normalize(.lowercases), .add(lineage: 1, .lyticsAuth, needs: []),
                    turned(1, 0, 1), .add(lineage: 2, .lyticsJob, needs: [1]), turned(2, 0, 0),
                    .run(RunStep()), turned(1, 1, 0),
                ]),
            Known(
                "the older object of a job that may not start",
                [
                    .normalize(.lowercases), .add(lineage: 1, .lyticsJob, needs: []),
                    turned(1, 0, 0), turned(1, 1, 0), .run(RunStep()), turned(1, 4, 0),
                ]),
            Known(
                "an older job that a draining flow needs",
                [
                    .add(lineage: 1, .lyticsJob, needs: []),
                    .add(lineage: 2, .lyticsFlow, needs: [1]), turned(2, 0, 0),
                    .run(RunStep()), .rename(lineage: 2, saysWas: false), turned(1, 4, 0),
                ]),
            Known(
                "a flow that people drained and whose file says later that it runs",
                [
                    .add(lineage: 1, .lyticsFlow, needs: []), turned(1, 0, 0), .run(RunStep()),
                    .people(.stop, object: 0), turned(1, 0, 0), .run(RunStep()),
                    turned(1, 0, 0),
                ]),
        ]

    private static let runningJob: [Step] = [
        .add(lineage: 1, .lyticsAuth, needs: []), .add(lineage: 2, .lyticsJob, needs: [1]),
        turned(2, 0, 0), .run(RunStep()),
    ]
}
