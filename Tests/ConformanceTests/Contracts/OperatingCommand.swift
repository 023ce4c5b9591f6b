import Documents

/// An operating command on what `flows/` makes, as people type it.
struct OperatingCommand: Sendable {
    /// The words without the program.
    let words: [String]
    /// Whether it only reads, so that there is nothing to say yes to.
    let isRead: Bool

    /// Every command, in the order in which they are given; `?` marks those that read.
    static let all: [OperatingCommand] = (lytics + "\n" + frontline).split(separator: "\n").map {
        let words = $0.split(separator: " ").map(String.init)
        return OperatingCommand(words: Array(words.dropFirst()), isRead: words[0] == "?")
    }

    /// The payloads that they name.
    static let files: [String: Value] = [
        "flow.json": [
            "kind": "lytics/flow", "id": "made", "label": "Made",
            "entry_segment_id": "${segment/vip}",
            "entry_condition": "in_segment",
            "steps": [
                [
                    "slug": "send", "label": "Send", "type_hint": "work_export",
                    "next": "rest",
                    "work_config": [
                        "workflow": "webhook_triggers", "name": "Made",
                        "config": ["webhook_url": "https://crm.acme.example/made"],
                    ],
                ],
                [
                    "slug": "rest", "label": "Rest", "type_hint": "delay", "delay": "1h",
                    "next": "end",
                ],
            ],
        ],
        "work.json": [
            "workflow": "webhook_triggers", "name": "Made again",
            "config": ["webhook_url": "https://crm.acme.example/again"],
        ],
        "steps.json": [
            "steps": [
                [
                    "slug": "rest", "label": "Rest", "type_hint": "delay", "delay": "2h",
                    "next": "end",
                ]
            ]
        ],
        "label.json": ["label": "Made otherwise"],
        "job.json": [
            "name": "Made", "workflow": "webhook_stream_events",
            "config": ["webhook_url": "https://crm.acme.example/made"],
        ],
        "description.json": ["description": "Another"],
        "connection.json": [
            "label": "Made", "provider_slug": "bigquery", "auth_ids": [],
            "config": ["dataset": "made"],
        ],
        "auth.json": ["label": "Made", "config": ["apikey": "${secret.SENDGRID_API_KEY}"]],
        "auth-update.json": [
            "label": "Made", "description": "Another",
            "config": ["apikey": "${secret.SENDGRID_API_KEY}"],
        ],
        "node.json": [
            "name": "hello", "type": "SAY_AI",
            "data": ["type": "SAY_AI", "sayWithAi": false, "message": "Hello!"],
        ],
        "message.json": ["data": ["message": "Hello again!"]],
    ]

    private static let lytics = """
        ? lytics flows list
        ? lytics flows get welcome_series
        ? lytics flows get welcome_series --version 0
        ? lytics flows states
        ! lytics flows create -f flow.json
        ! lytics flows update made -f label.json
        ! lytics flows work create made send -f work.json
        ! lytics flows work publish made send
        ! lytics flows start made
        ! lytics flows update made -f steps.json
        ! lytics flows delete made --version 1
        ! lytics flows drain made
        ! lytics flows delete made
        ? lytics jobs list
        ? lytics jobs list --show-all --show-state
        ? lytics jobs list --show-completed --show-deleted --show-hidden --workflow braze_export
        ! lytics jobs create -f job.json
        ? lytics jobs get Made
        ! lytics jobs update Made -f description.json
        ! lytics jobs resume Made
        ! lytics jobs pause Made
        ! lytics jobs resume Made
        ! lytics jobs bounce Made
        ! lytics jobs release Made
        ? lytics jobs logs Made --include-errors
        ? lytics jobs logs Made --workflow webhook_stream_events
        ? lytics jobs logs
        ! lytics jobs kill Made
        ! lytics auths create sendgrid -f auth.json
        ? lytics auths list
        ? lytics auths list --type sendgrid
        ? lytics auths get Made
        ? lytics auths get Made --type sendgrid
        ! lytics auths update Made -f auth-update.json
        ! lytics auths delete Made
        ! lytics connections create -f connection.json
        ? lytics connections list
        ? lytics connections get Made
        ! lytics connections update Made -f description.json
        ? lytics connections schema Made
        ? lytics connections schema Made customers
        ? lytics connections scan Made
        ? lytics connections scan Made --limit 5 --query customers
        ! lytics connections delete Made
        ? lytics providers list
        ? lytics workflows list
        ! lytics setup sendgrid --label Letters --auth-type sendgrid --auth-file auth.json
        """

    private static let frontline = """
        ? frontline doctor
        ! frontline agents create --name Sales
        ? frontline agents list
        ? frontline agents get Sales
        ! frontline agents update Sales --name Shop
        ? frontline agents settings get Shop
        ! frontline agents deploy Shop --offline false
        ! frontline agents deploy Shop --offline true
        ! frontline variables create --agent Shop --name order_number --pattern ^[0-9]{6}$
        ? frontline variables list --agent Shop
        ! frontline variables update order_number --agent Shop --description Number
        ! frontline variables delete order_number --agent Shop
        ! frontline intents create --agent Shop --name order_status --phrases Where?
        ? frontline intents list --agent Shop
        ! frontline intents update order_status --agent Shop --phrases Where?
        ! frontline intents delete order_status --agent Shop
        ! frontline flows create --agent Shop --name Orders
        ? frontline flows list --agent Shop
        ? frontline flows get Start --agent Shop --include-nodes
        ? frontline flows graph Start --agent Shop
        ! frontline flows nodes create --agent Shop --flow Start -f node.json
        ? frontline flows nodes list --agent Shop --flow Start
        ! frontline flows nodes update hello --agent Shop --flow Start -f message.json
        ! frontline flows edges add --agent Shop --flow Start --source Start --target hello
        ? frontline flows edges list --agent Shop --flow Start
        ! frontline flows update Start --agent Shop --status ACTIVE
        ! frontline flows update Start --agent Shop --status PAUSED
        ! frontline flows edges remove --agent Shop --flow Start --source Start --target hello
        ! frontline flows nodes delete hello --agent Shop --flow Start
        ! frontline flows delete Orders --agent Shop
        ! frontline agents delete Shop
        """
}
