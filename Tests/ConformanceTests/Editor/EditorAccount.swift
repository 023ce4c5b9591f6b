import Documents
import EmulatedKit
import Foundation
import Platforms

/// A Lytics account in which people made everything by hand: auths, connections and jobs with names
/// as people give them, and sixty flows, most of them drawn in the editor.
struct EditorAccount {
    /// A request of the seed that was refused.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private static let day: Int64 = 86_400_000_000_000
    private static let topics = [
        "Welcome", "Win-back", "Cart", "VIP", "Birthday", "Renewal", "Browse abandon", "NPS",
    ]
    private static let endings = [" EU", " US", "", " – wave 2", " (copy)", " FINAL", " v3"]
    private static let auths: [(type: String, label: String, config: Object)] = [
        ("braze", "Braze EU prod", ["api_key": "k"]),
        ("sendgrid", "SendGrid marketing", ["api_key": "k"]),
        ("klaviyo", "Klaviyo - US store", ["api_key": "k"]),
        ("google_service_account", "BigQuery analytics", ["json": "{}"]),
        ("aws_keys", "S3 export bucket", ["access_key": "k"]),
    ]
    private static let connections: [(label: String, provider: String, auth: Int, Object)] = [
        ("Analytics warehouse", "bigquery", 3, ["project": "acme", "dataset": "analytics"]),
        ("Raw events", "bigquery", 3, ["project": "acme", "dataset": "raw"]),
        ("Export bucket", "amazon-s3", 4, ["bucket": "acme-exports"]),
        ("Braze EU", "braze", 0, [:]),
    ]

    private let platforms: InProcessPlatforms
    private var segments: [String] = []
    private var authIDs: [Value] = []
    private var jobs: [Value] = []

    /// Fills the emulated account.
    init(_ platforms: InProcessPlatforms) throws {
        self.platforms = platforms
        segments = try list("segment").compactMap { $0["id"]?.text }
        for auth in EditorAccount.auths {
            let body: Object = ["label": .text(auth.label), "config": .object(auth.config)]
            let path = "v2/auth/" + auth.type.replacing("_", with: "-")
            authIDs.append(try post(path, body)["id"] ?? .null)
        }
        for (label, provider, auth, config) in EditorAccount.connections {
            try post(
                "v2/connection",
                [
                    "label": .text(label), "provider_slug": .text(provider),
                    "auth_ids": [authIDs[auth]], "config": .object(config),
                ])
        }
        for number in 0..<40 { try makeJob(number) }
        for number in 0..<60 { try makeFlow(number) }
    }

    /// The objects of a kind, as the platform lists them.
    func list(_ kind: String) throws -> [Value] {
        try send("GET", "v2/\(kind)", query: kind == "job" ? [("show_all", "true")] : []).list ?? []
    }

    /// One flow, as the endpoint of the editor shows it.
    func flow(_ id: String) throws -> Value { try send("GET", "v2/flow/ui/\(id)") }

    /// One flow as steps, which show what nodes cannot: the slugs and shares of an A/B test.
    func flowAsSteps(_ id: String) throws -> Value {
        let answer = try send("GET", "v2/flow/\(id)", query: [("latest", "true")])
        return answer.list?.first ?? answer
    }

    private mutating func makeJob(_ number: Int) throws {
        let segment = segments[number % segments.count]
        let (name, workflow, auth, config): (String, String, Int, Object) =
            switch number % 3 {
            case 0:
                (
                    "Braze - \(EditorAccount.topics[number / 3 % 8]) EU \(number)", "braze_export",
                    0, ["segment_id": .text(segment), "campaign": .text("c-\(number)")]
                )
            case 1:
                (
                    "SendGrid mail \(number)", "sendgrid_send_email", 1,
                    ["email_field": "email", "from_email": "news@acme.example"]
                )
            default:
                (
                    "Klaviyo list \(number)", "klaviyo_export", 2,
                    ["list_id": .text("L\(number)")]
                )
            }
        let body: Object = [
            "name": .text(name), "workflow": .text(workflow), "auth_ids": [authIDs[auth]],
            "config": .object(config),
        ]
        jobs.append(try post("v2/job/" + workflow, body)["id"] ?? .null)
    }

    private func makeFlow(_ number: Int) throws {
        let label =
            EditorAccount.topics[number * 5 % 8] + EditorAccount.endings[number * 3 % 7]
            + " #\(number)"
        let id =
            number.isMultiple(of: 2)
            ? "flow_\(number)" : String(repeating: "\(number % 10)a", count: 8) + "\(number)"
        var body: Object = ["id": .text(id), "label": .text(label), "description": ""]
        if number % 6 == 5 {
            body.add(test(number))
            try post("v2/flow/\(id)", body)
        } else {
            body.add(graph(number))
            try post("v2/flow/ui", body)
        }
        if number % 3 != 2 { try post("v2/flow/ui/\(id)", ["state": "running"]) }
    }

    /// An A/B test, which the editor's endpoint cannot take.
    private func test(_ number: Int) -> Object {
        let steps: [Value] = [
            [
                "id": 1, "label": "A or B", "slug": .text("ab_\(number)"),
                "type_hint": "ab_testing",
                "split_probabilities": [["next": 2, "prob": 0.5], ["next": 3, "prob": 0.5]],
            ],
            [
                "id": 2, "label": "Mail A", "slug": .text("a_\(number)"),
                "type_hint": "work_export", "work_id": jobs[number % 40],
            ],
            [
                "id": 3, "label": "Mail B", "slug": .text("b_\(number)"),
                "type_hint": "work_export", "work_id": jobs[(number + 5) % 40],
            ],
        ]
        return [
            "entry_segment_id": .text(segments[number % segments.count]),
            "entry_condition": "on_segment_entry", "reentry_allowed": true,
            "reentry_delay": .int(30 * EditorAccount.day), "steps": .list(steps),
        ]
    }

    /// Mails with waits between them, then a question: numbers in thousands, ranks from 2, exits.
    private func graph(_ number: Int) -> Object {
        var nodes: [Value] = [
            [
                "sequence_id": 0, "type": "trigger", "label": "Start",
                "entry_segment_id": .text(segments[number % segments.count]),
                "entry_condition": number.isMultiple(of: 4) ? "in_segment" : "on_segment_entry",
                "reentry_allowed": .bool(number.isMultiple(of: 3)), "reentry_delay": 86_400,
            ]
        ]
        var edges: [Value] = []
        var last: Int64 = 0
        for stage in 1...Int64(1 + number % 3) {
            let mail = 2000 * stage + 1000
            let job = jobs[(number + Int(stage)) % 40]
            nodes.append(export(mail, "Send mail \(stage)", job))
            nodes.append(
                [
                    "sequence_id": .int(mail + 1000), "type": "delay",
                    "label": .text("Wait \(stage + 1) days"),
                    "delay": .int((stage + 1) * EditorAccount.day),
                ])
            edges += [edge(last, mail), edge(mail, mail + 1000)]
            last = mail + 1000
        }
        nodes += [
            ["sequence_id": 10000, "type": "conditional_split", "label": "Opened?"],
            export(11000, "Offer", jobs[(number + 7) % 40]),
            ["sequence_id": 12000, "type": "exit", "label": "Done"],
            ["sequence_id": 13000, "type": "exit", "label": "Done"],
        ]
        let opened = "FILTER AND (email_opened = true) FROM user"
        edges += [
            edge(last, 10000),
            edge(10000, 11000, ["definition": .text(opened), "label": "Yes", "priority": 2]),
            edge(10000, 12000, ["definition": "", "label": "No", "priority": 1]),
            edge(11000, 13000),
        ]
        return ["nodes": .list(nodes), "edges": .list(edges)]
    }

    private func export(_ number: Int64, _ label: String, _ job: Value) -> Value {
        [
            "sequence_id": .int(number), "type": "export", "label": .text(label),
            "work_config": [:], "work_id": job,
        ]
    }

    private func edge(_ source: Int64, _ target: Int64, _ condition: Value? = nil) -> Value {
        var edge: Object = [
            "id": .text("\(source)-\(target)"), "source": .int(source), "target": .int(target),
            "type": "connected",
        ]
        edge["condition"] = condition
        return .object(edge)
    }

    @discardableResult
    private func post(_ path: String, _ body: Object) throws -> Value {
        try send("POST", path, body: .object(body))
    }

    private func send(
        _ method: String, _ path: String, query: [(String, String)] = [], body: Value? = nil
    ) throws -> Value {
        let answer = try platforms.send(
            EmulatedRequest(
                method: method, path: path.split(separator: "/").map(String.init),
                query: query.map { (name: $0.0, value: $0.1) },
                headers: ["authorization": "at.conformance.secret"],
                body: body?.canonicalBytes ?? []), to: "lytics")
        guard (200..<300).contains(answer.status), let value = answer.body else {
            let message = answer.body?.canonicalJSON ?? ""
            throw Refused(description: "\(method) \(path): \(answer.status) \(message)")
        }
        return value["data"] ?? value
    }
}

extension Object {
    /// Takes the members of another object.
    fileprivate mutating func add(_ other: Object) {
        for member in other { self[member.key] = member.value }
    }
}
