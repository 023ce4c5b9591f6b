import Documents
import EmulatedKit
import Platforms
import Testing

/// An operating command of several writes, and how it is given again after it was cut.
struct CommandScenario: Sendable, CustomTestStringConvertible {
    let name: String
    let subject: Subject
    /// What is applied before.
    let before: [Document]
    /// The payload that the command is given.
    var payload: Value?
    /// Where the payload is; a document of the project is given as its own file.
    var file = "payload.json"
    /// Other files that its finishing is given, by name.
    var others: [String: Value] = [:]
    /// Commands that are given before it.
    var preparing: [[String]] = []
    /// The command as people type it, without the program.
    let command: [String]
    /// What its messages lead to after a cut, one after another.
    var finishing: [[String]] = []

    /// What each object is told to be that was written, where there are several.
    var done: String? {
        let verbs = [
            "pause": "paused", "kill": "killed", "bounce": "bounced", "start": "started",
            "delete": "deleted", "resume": "resumed", "enable": "enabled", "cancel": "cancelled",
            "archive": "archived",
        ]
        return command.count > 2 ? verbs[command[2]] : nil
    }

    var testDescription: String { "\(subject.name): weir \(name)" }

    /// Every operating command that sends more than one write, or one that must not be sent twice.
    static let all: [CommandScenario] =
        ["steps", "core"].flatMap { lytics(.lytics(wire: $0)) }
        + frontline(.frontline(preset: .today)) + tenex(.tenex(preset: .today))

    private static func lytics(_ subject: Subject) -> [CommandScenario] {
        let base = subject.documents.filter { ["auth/braze", "job/send"].contains($0.name) }
        func sender(_ hours: Int, _ url: String, _ state: String?) -> Document {
            Scenario.sender(hours: hours, url: url, state: state)
        }
        let publish = ["first", "second"].map {
            ["lytics", "flows", "work", "publish", "sender", $0]
        }
        let file = "flows/sender.yaml"
        let update = ["lytics", "flows", "update", "sender", "-f"]
        let edited = sender(2, "2", nil).value
        return [
            CommandScenario(
                name: "lytics flows create", subject: subject, before: base,
                payload: sender(1, "1", nil).value,
                command: ["lytics", "flows", "create", "-f", "payload.json"],
                finishing: [publish[0], update + ["payload.json"], publish[1]]),
            works(subject),
            CommandScenario(
                name: "lytics flows update, to a new version", subject: subject,
                before: base + [sender(1, "1", "running")], payload: edited, file: file,
                command: update + [file], finishing: publish),
        ] + steering(subject) + [setup(subject, base)]
    }

    /// A draft whose works change, which nothing that the platform shows tells.
    private static func works(_ subject: Subject) -> CommandScenario {
        let (old, new) = (unsigned(url: "1"), unsigned(url: "2"))
        let work = ["lytics", "flows", "work"]
        let configs = (new.value["steps"]?.list ?? []).compactMap { step in
            step["work_config"].map { (step["slug"]?.text ?? "", $0) }
        }
        return CommandScenario(
            name: "lytics flows update, of a draft", subject: subject, before: [old],
            payload: new.value, file: new.path,
            others: Dictionary(configs.map { ("\($0.0).json", $0.1) }) { $1 },
            command: ["lytics", "flows", "update", "sender", "-f", new.path],
            finishing: configs.map { work + ["create", "sender", $0.0, "-f", "\($0.0).json"] }
                + configs.map { work + ["publish", "sender", $0.0] })
    }

    /// The flow whose works have no auth, so that a work can be given as it is.
    private static func unsigned(url: String) -> Document {
        var flow = Scenario.sender(hours: 1, url: url, state: nil)
        let steps = (flow.value["steps"]?.list ?? []).map { step in
            guard let config = step["work_config"]?.object else { return step }
            return step.with(
                "work_config",
                .object(Object(members: config.filter { $0.key != "auth_ids" })))
        }
        flow.value = flow.value.with("steps", .list(steps))
        return flow
    }

    private static func steering(_ subject: Subject) -> [CommandScenario] {
        let jobs = ["one", "two"].map { job($0) }
        let flows = ["early", "late"].map { waiting($0) }
        return ["pause", "kill", "bounce"].map { verb in
            CommandScenario(
                name: "lytics jobs \(verb)", subject: subject, before: jobs,
                command: ["lytics", "jobs", verb, "lytics/job/one", "lytics/job/two"],
                finishing: again(
                    ["one", "two"].map { ["lytics", "jobs", verb, "lytics/job/\($0)"] }))
        } + [
            CommandScenario(
                name: "lytics flows start", subject: subject, before: flows,
                command: ["lytics", "flows", "start", "early", "late"]),
            CommandScenario(
                name: "lytics flows delete", subject: subject, before: flows,
                command: ["lytics", "flows", "delete", "early", "late"],
                finishing: ["early", "late"].map { ["lytics", "flows", "delete", $0] }),
        ]
    }

    /// Commands, and then those that do it although an earlier one may have been carried out.
    static func again(_ commands: [[String]]) -> [[String]] {
        commands + commands.map { $0 + ["--again"] }
    }

    private static func setup(_ subject: Subject, _ base: [Document]) -> CommandScenario {
        let connect = ["lytics", "setup", "sendgrid", "--label", "Newsletter"]
        return CommandScenario(
            name: "lytics setup", subject: subject, before: base,
            payload: ["label": "Mails", "config": ["apikey": "${secret.BRAZE_KEY}"]],
            command: connect + ["--auth-type", "sendgrid", "--auth-file", "payload.json"],
            finishing: [connect + ["--auth", "Mails"]])
    }

    private static func job(_ id: String) -> Document {
        Document(
            path: "jobs/\(id).yaml",
            value: [
                "kind": "lytics/job", "id": .text(id), "name": .text("Job \(id)"),
                "workflow": "webhook_triggers", "status": "running",
                "config": [
                    "segment_ids": ["${segment/vip}"], "audience_events": "enters_only",
                    "webhook_url": .text("https://crm.acme.example/\(id)"),
                ],
            ])
    }

    private static func waiting(_ id: String) -> Document {
        Document(
            path: "flows/\(id).yaml",
            value: [
                "kind": "lytics/flow", "id": .text(id), "label": .text("Flow \(id)"),
                "entry_segment_id": "${segment/vip}",
                "steps": [
                    [
                        "slug": "rest", "label": "Rest", "type_hint": "delay", "delay": "1h",
                        "next": "end",
                    ]
                ],
            ])
    }

    private static func frontline(_ subject: Subject) -> [CommandScenario] {
        let others = subject.documents.filter { $0.name == "agent/other" }
        let talking = subject.documents.filter { $0.name == "flow/wait" }.map { flow in
            var flow = Scenario.talk(flow, "Please wait.")
            flow.value = flow.value.with("status", "DRAFT")
            return flow
        }
        let publish = ["frontline", "flows", "update", "flow/wait", "--agent", "agent/other"]
        return [
            CommandScenario(
                name: "frontline agents create", subject: subject, before: others,
                command: ["frontline", "agents", "create", "--name", "Fresh"],
                finishing: [["frontline", "agents", "deploy", "Fresh", "--offline", "true"]]),
            CommandScenario(
                name: "frontline agents settings update", subject: subject, before: others,
                command: [
                    "frontline", "agents", "settings", "update", "agent/other", "--data",
                    #"{"temperature": 0.9, "instructions": "Be kind."}"#,
                ]),
            CommandScenario(
                name: "frontline flows update, to name and publish", subject: subject,
                before: others + talking,
                command: publish + ["--name", "Published", "--status", "ACTIVE"],
                finishing: [publish + ["--status", "ACTIVE"]]),
            CommandScenario(
                name: "frontline flows create", subject: subject, before: others,
                command: [
                    "frontline", "flows", "create", "--agent", "agent/other", "--name", "Fresh",
                ]),
        ]
    }
}
