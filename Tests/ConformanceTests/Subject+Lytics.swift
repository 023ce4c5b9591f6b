import Documents

extension Subject {
    /// Lytics with one of the forms in which flows are written.
    static func lytics(wire: String) -> Subject {
        Subject(
            name: "lytics, \(wire)",
            project: [
                "kind": "weir/project", "name": "conformance",
                "accounts": ["lytics": ["platform": "lytics", "wire": .text(wire)]],
            ],
            documents: [auth, otherAuth, connection, job, otherJob, flow(wire)]
                + (["graph", "steps"].contains(wire) ? [] : [splitFlow]),
            alternatives: [
                "lytics/flow entry_segment_id": "${segment/vip}",
                "lytics/flow steps.send.work_id": "${job/other}",
                "lytics/flow steps.send.next": "last",
                "lytics/flow steps.wait.next": "end",
                "lytics/flow steps.choose.split_conditions": [
                    [
                        "label": "Yes", "conditions": "FILTER EXISTS phone FROM user",
                        "next": "send",
                    ],
                    [
                        "label": "Maybe", "conditions": "FILTER EXISTS name FROM user",
                        "next": "last",
                    ],
                    ["label": "No", "next": "wait"],
                ],
                "lytics/flow steps.coin.split_probabilities": [
                    ["next": "left", "prob": 0.25], ["next": "end", "prob": 0.75],
                ],
                "lytics/connection auth_ids": ["${auth/other}"],
                "lytics/connection provider_slug": "sendgrid",
                "lytics/job auth_ids": ["${auth/other}"],
                "lytics/job workflow": "sendgrid_export",
                "lytics/auth type": "basic_auth",
                "lytics/job quiet_time_of_day": "03:00",
                "lytics/job quiet_timezone": "Europe/Berlin",
                "lytics/job expires_at": "2031-01-01T00:00:00Z",
            ],
            exempt: [
                "lytics/flow root_step_id": "follows from the first step",
                "lytics/flow steps.slug": "the key: another slug is another step",
                "lytics/flow steps.last.next": "the last step: anything but `end` is a loop",
                "lytics/flow steps.left.next": "the last step: anything but `end` is a loop",
            ],
            variables: [
                "LYTICS_API_TOKEN": "at.conformance.secret", "BRAZE_KEY": "planted-secret",
            ],
            urlVariables: ["LYTICS_API_URL": ""],
            behindOurBack: ("lytics/flow", "welcome", "description", "edited by hand"))
    }

    private static let auth = Document(
        path: "auths/braze.yaml",
        value: [
            "kind": "lytics/auth", "id": "braze", "label": "Braze", "description": "for exports",
            "type": "header_param_auth", "provider_slug": "braze",
            "config": ["webhook_request_headers": "Authorization: Bearer ${secret.BRAZE_KEY}"],
        ])

    private static let otherAuth = Document(
        path: "auths/other.yaml",
        value: [
            "kind": "lytics/auth", "id": "other", "label": "Other", "type": "header_param_auth",
            "config": ["webhook_request_headers": "X-Key: ${secret.BRAZE_KEY}"],
        ])

    private static let connection = Document(
        path: "connections/warehouse.yaml",
        value: [
            "kind": "lytics/connection", "id": "warehouse", "label": "Warehouse",
            "description": "the tables", "provider_slug": "braze", "auth_ids": ["${auth/braze}"],
            "config": ["database": "DEV"],
        ])

    private static let job = Document(
        path: "jobs/send.yaml",
        value: [
            "kind": "lytics/job", "id": "send", "name": "Send", "description": "sends",
            "workflow": "braze_export", "config": ["campaign": "one", "list": [1, 2]],
            "auth_ids": ["${auth/braze}"], "tag": "weir", "hidden": false,
            "verbose_logging": false, "quiet_time_of_day": "02:00",
            "quiet_timezone": "America/Los_Angeles", "quiet_period": 4,
            "expires_at": "2030-01-01T00:00:00Z",
        ])

    private static let otherJob = Document(
        path: "jobs/other.yaml",
        value: [
            "kind": "lytics/job", "id": "other", "name": "Other", "workflow": "braze_export",
            "config": ["campaign": "two"],
        ])

    private static func flow(_ wire: String) -> Document {
        Document(
            path: "flows/welcome.yaml",
            value: [
                "kind": "lytics/flow", "id": "welcome", "label": "Welcome",
                "description": "for new people", "entry_segment_id": "${segment/new_signups}",
                "entry_condition": "on_segment_entry", "reentry_allowed": true,
                "reentry_delay": "24h", "state": "running",
                "steps": [
                    [
                        "slug": "choose", "label": "Opened?", "type_hint": "conditional",
                        "split_conditions": [
                            [
                                "label": "Yes", "conditions": "FILTER EXISTS email FROM user",
                                "next": "send",
                            ],
                            [
                                "label": "Maybe", "conditions": "FILTER EXISTS name FROM user",
                                "next": "last",
                            ], ["label": "No", "next": "wait"],
                        ],
                    ],
                    [
                        "slug": "send", "label": "Send", "type_hint": "work_export",
                        "work_id": "${job/send}", "next": "wait",
                    ],
                    [
                        "slug": "wait", "label": "Wait", "type_hint": "delay", "delay": "72h",
                        "next": "last",
                    ],
                    [
                        "slug": "last", "label": "Last", "type_hint": "delay", "delay": "1h",
                        "next": "end",
                    ],
                ],
            ])
    }

    private static let splitFlow = Document(
        path: "flows/split.yaml",
        value: [
            "kind": "lytics/flow", "id": "split", "label": "Split",
            "entry_segment_id": "${segment/lapsed_customers}",
            "entry_condition": "in_segment",
            "steps": [
                [
                    "slug": "coin", "label": "Coin", "type_hint": "ab_testing",
                    "split_probabilities": [
                        ["next": "left", "prob": 0.5], ["next": "end", "prob": 0.5],
                    ],
                ],
                [
                    "slug": "left", "label": "Left", "type_hint": "delay", "delay": "2h",
                    "next": "end",
                ],
            ],
        ])
}
