import Documents

extension FlowGenerator {
    /// The job as the platform takes it.
    static let jobBody: Value = [
        "name": "Message", "config": ["webhook_url": "https://hooks.example.com/journeys"],
    ]

    /// One flow as the platform takes it: the same as the file, with numbers for slugs.
    static func body(_ number: Int, job: Value, segment: Value) -> Value {
        let delay = "\(24 + number % 48)h"
        return [
            "id": .text("journey_\(number)"), "label": .text("Journey \(number)"),
            "description": .text(
                "Ten steps for people of group \(number % 97), written by the bench"),
            "entry_segment_id": segment,
            "entry_condition": .text(number % 2 == 0 ? "on_segment_entry" : "in_segment"),
            "reentry_allowed": false,
            "steps": [
                export(1, 1, number, job, next: 2), wait(2, 1, delay, next: 3),
                export(3, 2, number, job, next: 4), wait(4, 2, delay, next: 5),
                export(5, 3, number, job, next: 6), wait(6, 3, delay, next: 7),
                split(7, number), export(8, 4, number, job, next: 9),
                wait(9, 4, delay, next: nil), export(10, 5, number, job, next: nil),
            ],
        ]
    }

    private static func export(
        _ id: Int64, _ step: Int, _ number: Int, _ job: Value, next: Int64?
    ) -> Value {
        linked(
            [
                "id": .int(id), "slug": .text("send_\(step)"), "type_hint": "work_export",
                "label": .text("Send message \(step) of journey \(number)"), "work_id": job,
            ], next)
    }

    private static func wait(_ id: Int64, _ step: Int, _ delay: String, next: Int64?) -> Value {
        linked(
            [
                "id": .int(id), "slug": .text("wait_\(step)"), "type_hint": "delay",
                "label": .text("Wait \(step)"), "delay": .text(delay),
            ], next)
    }

    private static func split(_ id: Int64, _ number: Int) -> Value {
        [
            "id": .int(id), "slug": "opened", "type_hint": "conditional",
            "label": "Opened one of them?",
            "split_conditions": [
                [
                    "label": "Yes", "next": 8, "priority": 1,
                    "conditions": .text(
                        "FILTER AND (email_opened = true, visits > \(number % 10)) FROM user"),
                ], ["label": "No", "next": 10, "priority": 2, "conditions": ""],
            ],
        ]
    }

    private static func linked(_ step: Object, _ next: Int64?) -> Value {
        var step = step
        if let next { step["next"] = .int(next) }
        return .object(step)
    }
}
