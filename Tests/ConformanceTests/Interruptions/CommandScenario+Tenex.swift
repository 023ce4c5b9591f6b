import Documents
import Platforms

extension CommandScenario {
    static func tenex(_ subject: Subject) -> [CommandScenario] {
        let all = ["one", "two"].map { workflow($0, days: 1) }
        let create = ["tenex", "workflows", "create", "-f", "payload.json"]
        let update = ["tenex", "workflows", "update", "Workflow one", "-f", "payload.json"]
        let names = ["tenex/workflow/one", "tenex/workflow/two"]
        return [
            CommandScenario(
                name: "tenex workflows create", subject: subject, before: [all[1]],
                payload: payload(of: all[0]), command: create, finishing: [update]),
            CommandScenario(
                name: "tenex workflows update", subject: subject, before: all,
                payload: payload(of: workflow("one", days: 2)).with("description", "Another"),
                command: update),
            CommandScenario(
                name: "tenex workflows pause", subject: subject,
                before: all.map(Replacement.running),
                command: ["tenex", "workflows", "pause"] + names),
            CommandScenario(
                name: "tenex workflows archive", subject: subject, before: all,
                command: ["tenex", "workflows", "archive"] + names),
            CommandScenario(
                name: "tenex versions archive", subject: subject, before: all,
                payload: payload(of: workflow("one", days: 2)), preparing: [update],
                command: ["tenex", "versions", "archive", "Workflow one", "1"]),
        ] + templates(subject) + runs(subject, all) + triggers(subject, all)
    }

    private static func templates(_ subject: Subject) -> [CommandScenario] {
        let create = ["tenex", "templates", "create", "lead-scoring"]
        return [
            CommandScenario(
                name: "tenex templates create", subject: subject, before: [], command: create,
                finishing: again([create])),
            CommandScenario(
                name: "tenex templates create, by a name", subject: subject, before: [],
                command: create + ["--name", "Scoring"]),
        ]
    }

    private static func runs(
        _ subject: Subject, _ workflows: [Document]
    ) -> [CommandScenario] {
        let start = [
            "tenex", "runs", "start", "Workflow one", "--payload",
            "lead_id=00000000-0000-4000-8000-000000000001",
        ]
        func steering(_ verb: String, after before: [[String]] = []) -> CommandScenario {
            CommandScenario(
                name: "tenex runs \(verb)", subject: subject,
                before: workflows.map(Replacement.running), preparing: [start, start] + before,
                command: steer(verb))
        }
        func steer(_ verb: String) -> [String] {
            ["tenex", "runs", verb, "--workflow", "Workflow one"]
        }
        return [
            CommandScenario(
                name: "tenex runs start", subject: subject,
                before: workflows.map(Replacement.running), command: start,
                finishing: again([start])),
            steering("pause"), steering("cancel"), steering("resume", after: [steer("pause")]),
        ]
    }

    private static func triggers(
        _ subject: Subject, _ workflows: [Document]
    ) -> [CommandScenario] {
        func trigger(_ name: String) -> Value {
            [
                "name": .text(name), "source": "crm", "event_type": "lead.created",
                "target_type": "workflow",
            ]
        }
        func create(_ file: String) -> [String] {
            ["tenex", "triggers", "create", "-f", file, "--workflow", "Workflow one"]
        }
        let others = ["first.json": trigger("First"), "second.json": trigger("Second")]
        func scenario(_ verb: String, _ arguments: [String]) -> CommandScenario {
            CommandScenario(
                name: "tenex triggers \(verb)", subject: subject, before: workflows,
                payload: ["filters": ["field": "trigger.data.country", "op": "eq", "value": "FR"]],
                others: others,
                preparing: ["first.json", "second.json"].map(create),
                command: ["tenex", "triggers", verb] + arguments)
        }
        var delete = scenario("delete", ["First", "Second"])
        delete.finishing = ["First", "Second"].map { ["tenex", "triggers", "delete", $0] }
        return [
            CommandScenario(
                name: "tenex triggers create", subject: subject, before: workflows,
                payload: trigger("Third"), command: create("payload.json")),
            scenario("update", ["First", "-f", "payload.json"]),
            scenario("enable", ["First", "Second"]), delete,
        ]
    }

    private static func workflow(_ id: String, days: Int) -> Document {
        Document(
            path: "\(id).yaml",
            value: [
                "kind": "tenex/workflow", "id": .text(id), "name": .text("Workflow \(id)"),
                "inputs": [
                    [
                        "name": "lead_id", "type": "uuid", "required": true,
                        "description": "Whom it is about",
                    ]
                ],
                "steps": [
                    [
                        "key": "rest", "type": "wait", "name": "Rest",
                        "config": ["duration": .text("\(days)d")], "next": "end",
                    ]
                ],
            ])
    }

    /// The fields alone, as the platform has them.
    private static func payload(of document: Document) -> Value {
        let members = document.value.object ?? [:]
        return .object(
            Object(members: members.filter { !["kind", "id"].contains($0.key) }))
    }
}
