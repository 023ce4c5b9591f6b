extension `what went wrong once` {
    /// Lists that lie, for every kind.
    static let lists =
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

    /// Objects that others stopped.
    static let lifecycles =
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
                ]),
            Known(
                "a workflow that is not archived because the service says not now",
                [
                    .add(lineage: 1, .tenexWorkflow, needs: []), .run(RunStep()),
                    .remove(lineage: 1), faulty(0, .refused(409)),
                ]),
            Known(
                "a workflow that people rename and then archive",
                [
                    .add(lineage: 1, .tenexWorkflow, needs: []), turned(1, 0, 0), .run(RunStep()),
                    .people(.rename, object: 0), .people(.kill, object: 0),
                ]),
        ]
        + [PeopleEdit.stop, .delete].map { edit in
            Known(
                "an agent that people \(edit.rawValue) before the run that made it took it offline",
                [
                    .add(lineage: 1, .frontlineAgent, needs: []), turned(1, 0, 0),
                    killed(1, .beforeSending), .people(edit, object: 0),
                ])
        }

    /// Adoptions, and services that keep something else.
    static let names =
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
}
