import Documents

extension Subject {
    /// Lytics with one of the forms in which flows are written.
    static func lytics(wire: String) -> Subject {
        let beyond = lyticsBeyond[wire] ?? []
        let few = ["auth/braze", "connection/warehouse", "job/send", "flow/loop", "flow/split"]
        let carried = lyticsDocuments.filter { !beyond.contains($0.name) }
        return Subject(
            name: "lytics, \(wire)",
            project: [
                "kind": "weir/project", "name": "conformance",
                "accounts": ["lytics": ["platform": "lytics", "wire": .text(wire)]],
            ],
            documents: carried,
            few: carried.filter { (few + ["flow/welcome"]).contains($0.name) },
            refused: lyticsDocuments.filter { beyond.contains($0.name) },
            refusal: "lytics/wire-cannot-carry", alternatives: lyticsAlternatives,
            exempt: lyticsExempt.merging(wire == "graph" ? namesOfOurs : [:]) { first, _ in first },
            needed: lyticsNeeded,
            following: ["lytics/flow steps.slug": "root_step_id"],
            switches: wire == "steps" ? ["no-strict-flows"] : [],
            variables: [
                "LYTICS_API_TOKEN": "at.conformance.secret", "BRAZE_KEY": "planted-secret",
            ],
            urlVariables: ["LYTICS_API_URL": ""],
            behindOurBack: ("lytics/flow", "welcome", "description", "edited by hand"))
    }

    private static let lyticsDocuments = Document.all(in: "lytics")

    /// The flows that each form cannot carry.
    private static let lyticsBeyond = [
        "steps": ["flow/split"],
        "graph": ["flow/split", "flow/leaving", "flow/returning", "flow/tastes"],
    ]

    private static let lyticsExempt = [
        "lytics/flow steps[ab_testing].split_probabilities.prob": "shares change in pairs",
        "flow/returning reentry_allowed": "`reentry_condition` needs it",
        "flow/returning steps.again.next": "the only step",
        "flow/loop steps.ask.split_conditions.Again.next": "the only way to `own`",
        "flow/loop steps.ask.split_conditions.Done.next": "the only way out",
        "flow/loop steps.ask.split_conditions.Over.next": "the only way to `pause`",
        "flow/leaving steps.check.split_conditions.Yes.next": "the only way to `leave`",
        "flow/leaving steps.drop.next": "the only way out",
        "flow/split steps.final.next": "the only way out",
        "flow/leaving steps.first.next": "the only way to `second`",
        "flow/split steps.left.next": "the only way to `dice`",
        "flow/tastes steps.nap.next": "the only way out",
        "flow/moments steps.noon.next": "the only step",
        "flow/leaving steps.second.next": "the only way to `check`",
    ]

    private static let namesOfOurs = [
        "lytics/flow steps.slug": "nodes have none, so another one is no difference"
    ]

    private static let lyticsNeeded = [
        "lytics/job quiet_time_of_day": "a quiet time has a beginning and a length",
        "lytics/job quiet_period": "a quiet time has a beginning and a length",
        "flow/welcome entry_segment_id": "it is to run",
        "flow/welcome entry_condition": "it is to run",
        "flow/tastes entry_segment_id": "it is to run",
        "flow/tastes entry_condition": "it is to run",
    ]

    private static let lyticsAlternatives: [String: Value] = [
        "lytics/auth provider_id": "${provider/sendgrid}",
        "lytics/auth provider_slug": "sendgrid",
        "lytics/auth type": "basic_auth",
        "lytics/connection auth_ids": ["${auth/other}"],
        "lytics/connection provider_id": "${provider/sendgrid}",
        "lytics/connection provider_slug": "sendgrid",
        "lytics/job auth_ids": ["${auth/other}"],
        "lytics/job expires_at": "2031-01-01T00:00:00Z",
        "lytics/job quiet_time_of_day": "03:00",
        "lytics/job quiet_timezone": "Europe/Berlin",
        "lytics/job workflow": "sendgrid_send_email",
        "lytics/flow entry_segment_id": "${segment/churn_risk}",
        "lytics/flow expires_at": "2031-01-01T00:00:00Z",
        "lytics/flow root_step_id": "ask",
        "lytics/flow steps.id": 77,
        "lytics/flow steps.slug": "renamed",
        "lytics/flow steps[delay].delay_until.time_of_day": "6:30pm",
        "lytics/flow steps[delay].delay_until.timezone": "America/New_York",
        "lytics/flow steps[delay].delay_until_enters": ["${segment/churn_risk}"],
        "lytics/flow steps[work_export].work_id": "${job/held}",
        "lytics/flow steps[work_export_exit].work_id": "${job/held}",
        "lytics/flow steps[work_export_exit].work_exit_step_ref": "second",
        "lytics/flow steps[conditional].split_conditions.priority": 50,
        "flow/loop steps.ask.split_conditions.Over.priority": 1,
        "lytics/flow steps[affinity].split_affinities.priority": 50,
        "flow/tastes steps.taste.split_affinities.art.priority": 1,
        "lytics/flow steps[affinity].split_affinities.next": "end",
        "flow/split steps.coin.split_probabilities": [
            ["next": "left", "prob": 0.25], ["next": "right", "prob": 0.55],
            ["next": "end", "prob": 0.2],
        ],
        "flow/leaving steps.check.split_conditions.Maybe.next": "end",
        "flow/leaving steps.check.split_conditions.No.next": "drop",
        "flow/welcome steps.choose.split_conditions.Maybe.next": "last",
        "flow/welcome steps.choose.split_conditions.Never.next": "last",
        "flow/welcome steps.choose.split_conditions.No.next": "last",
        "flow/welcome steps.choose.split_conditions.Perhaps.next": "wait",
        "flow/welcome steps.choose.split_conditions.Yes.next": "last",
        "flow/split steps.dice.split_probabilities.final.next": "end",
        "flow/split steps.dice.split_probabilities.right.next": "end",
        "flow/leaving steps.drop.work_config.workflow": "webhook_enrichment",
        "flow/leaving steps.first.type_hint": "work_export_exit",
        "flow/welcome steps.last.next": "choose",
        "flow/leaving steps.leave.next": "end",
        "flow/loop steps.own.next": "pause",
        "flow/loop steps.own.work_config.auth_ids": ["${auth/other}"],
        "flow/loop steps.own.work_config.workflow": "webhook_enrichment",
        "flow/loop steps.pause.next": "rest",
        "flow/loop steps.rest.next": "pause",
        "flow/split steps.right.next": "end",
        "flow/welcome steps.send.next": "last",
        "flow/tastes steps.taste.split_affinities.art.next": "nap",
        "flow/welcome steps.wait.next": "end",
    ]
}
