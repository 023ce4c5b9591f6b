import Documents
import Testing

/// A change of a project whose run is interrupted: what was applied before, and what is wanted.
struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String
    let subject: Subject
    /// What an undisturbed apply made before; nothing for a first apply.
    var before: [Document] = []
    /// What the files say then.
    let after: [Document]

    var testDescription: String { "\(subject.name): \(name)" }

    /// The documents whose files go.
    var gone: [Document] {
        before.filter { old in !after.contains { $0.path == old.path } }
    }

    /// Rows of several calls of every kind, on every platform and in every dialect.
    static let all: [Scenario] = Subject.all.flatMap { subject -> [Scenario] in
        if subject.name.hasPrefix("lytics") { return lytics(subject) }
        return subject.name.hasPrefix("frontline") ? frontline(subject) : tenex(subject)
    }

    /// One replace a kind: the new object first, what refers to the old one, the old one last.
    private static func replacements(
        _ subject: Subject, _ documents: [Document]
    ) -> [Scenario] {
        guard ["lytics, core", "frontline, today", "tenex, today"].contains(subject.name) else {
            return []
        }
        return Replacement.all(of: subject, documents).map { edit in
            let others = documents.filter { $0.path != edit.before.path }
            return Scenario(
                name: "a replacement of \(edit.owner)", subject: subject,
                before: others + [Replacement.running(edit.before)],
                after: others + [Replacement.running(edit.after)])
        }
    }

    private static func lytics(_ subject: Subject) -> [Scenario] {
        let base = subject.documents.filter { ["auth/braze", "job/send"].contains($0.name) }
        let loop = subject.documents.first { $0.name == "flow/loop" } ?? sender(hours: 1)
        let draft = base + [sender(hours: 1, state: nil)]
        let running = base + [sender(hours: 1)]
        return [
            Scenario(name: "first apply", subject: subject, after: running + [loop]),
            Scenario(
                name: "an edited draft", subject: subject, before: draft,
                after: base + [sender(hours: 2, url: "2", state: nil)]),
            Scenario(name: "a start", subject: subject, before: draft, after: running),
            Scenario(
                name: "a new version", subject: subject, before: running,
                after: base + [sender(hours: 2, url: "2")]),
            Scenario(name: "removals", subject: subject, before: draft, after: []),
        ] + replacements(subject, subject.few)
    }

    /// A flow of two exports with works of their own, around a wait.
    static func sender(
        hours: Int, url: String = "1", state: String? = "running"
    ) -> Document {
        func export(_ slug: String, next: String) -> Value {
            [
                "slug": .text(slug), "label": .text(slug), "type_hint": "work_export",
                "work_config": [
                    "workflow": "webhook_triggers", "name": .text(slug),
                    "config": ["webhook_url": .text("https://crm.acme.example/\(slug)/\(url)")],
                    "auth_ids": ["${auth/braze}"],
                ], "next": .text(next),
            ]
        }
        var value: Object = [
            "kind": "lytics/flow", "id": "sender", "label": "Sender",
            "entry_segment_id": "${segment/vip}",
            "entry_condition": "in_segment",
            "steps": [
                export("first", next: "rest"),
                [
                    "slug": "rest", "label": "Rest", "type_hint": "delay",
                    "delay": .text("\(hours)h"), "next": "second",
                ], export("second", next: "end"),
            ],
        ]
        value["state"] = state.map { .text($0) }
        return Document(path: "flows/sender.yaml", value: .object(value))
    }

    private static func frontline(_ subject: Subject) -> [Scenario] {
        let others = subject.documents.filter { $0.name == "agent/other" }
        let edited = others.map { other in
            var other = other
            other.value = other.value.with("name", "Another").with(
                "agentSetting",
                ["aiModelId": "GPT-4.1", "temperature": 0.5, "instructions": "Be kind."])
            return other
        }
        let wait = subject.documents.filter { $0.name == "flow/wait" }
        let (old, new) = (wait.map { talk($0, "Please wait.") }, wait.map { talk($0, "Bye.") })
        return [
            Scenario(name: "first apply", subject: subject, after: subject.few),
            Scenario(
                name: "an agent that no file puts live or offline", subject: subject,
                after: edited),
            Scenario(
                name: "an edited agent", subject: subject, before: others, after: edited),
            Scenario(
                name: "an edited conversation that runs", subject: subject,
                before: others + old, after: others + new),
            Scenario(name: "removals", subject: subject, before: others + old, after: others),
        ] + replacements(subject, subject.few)
    }

    /// A flow that runs and says something, then something else after it.
    static func talk(_ flow: Document, _ message: String) -> Document {
        var flow = flow
        let say: Value = ["key": "one", "type": "SAY_AI", "data": ["message": .text(message)]]
        let more: Value = [
            "key": .text(message.hasPrefix("Bye") ? "two" : "three"), "type": "SAY_AI",
            "alias": "More", "data": ["message": "More."],
        ]
        let enter: Value = [
            "key": "enter", "type": "TRIGGER_INTENT", "data": ["agenticRouting": "Somebody waits."],
        ]
        flow.value = flow.value.with("status", "ACTIVE").with("nodes", [enter, say, more])
            .with("description", .text(message))
            .with("edges", ["enter": ["default": "one"], "one": ["default": more["key"] ?? ""]])
        return flow
    }

    private static func tenex(_ subject: Subject) -> [Scenario] {
        // What a template brings along is its own where a file does not speak of it.
        let lead: Value = [
            "name": "lead_id", "type": "uuid", "required": true, "description": "Whom it is about",
        ]
        let all = subject.few.map { document in
            guard document.name == "workflow/installed" else { return document }
            var document = document
            document.value = document.value.with("inputs", [lead])
            return document
        }
        let edited = all.map { document in
            guard document.name == "workflow/lead" else { return document }
            var document = document
            let steps = document.value["steps"]?.list ?? []
            document.value = document.value.with("description", "Another").with(
                "steps", .list(steps.map { $0["key"] == "pause" ? longer($0) : $0 }))
            return document
        }
        return [
            Scenario(name: "first apply", subject: subject, after: all),
            Scenario(name: "an edited workflow", subject: subject, before: all, after: edited),
            Scenario(name: "removals", subject: subject, before: all, after: []),
        ] + replacements(subject, all)
    }

    private static func longer(_ step: Value) -> Value {
        step.with("config", ["step_type": "wait", "duration": "4d"])
    }
}
