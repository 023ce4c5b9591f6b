import CheckFixtures
import Diagnostics
import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `Spellings of 10ex` {
    private static let head = """
        kind: tenex/workflow
        id: a
        name: A

        """
    private static let byKey =
        head + """
            inputs: { lead_id: { type: uuid, required: true } }
            steps:
              look:
                type: agent
                config: { agent_slug: lead-enrichment, inputs: { lead: "{{ inputs.lead_id }}" } }
                next: [ask, note]
                fallback: note
              ask:
                type: branch
                branches:
                  - label: hot
                    condition: { field: lead.score, op: gte, value: 80 }
                    next: note
                  - { label: rest, next: end }
              note: { type: connector, config: { connector_id: slack/sink, action: send } }
            """
    private static let edges = """
        edges:
          - { from: look, to: ask }
          - { from: look, to: note, kind: next }
          - { from: look, to: note, kind: fallback, condition: null }
          - { from: ask, to: note, label: hot, condition: { field: lead.score, op: gte, value: 80 } }
          - { from: ask, to: null, label: rest, kind: branch }

        """
    private static let listedSteps = """
        steps:
          - key: look
            id: 7
            type: agent
            config: { agent_slug: lead-enrichment, inputs: { lead: "{{ inputs.lead_id }}" } }
          - { key: ask, type: branch, config: {} }
          - { key: note, type: connector, config: { connector_id: slack/sink, action: send } }

        """
    private static let inputs = "inputs: [{ name: lead_id, type: uuid, required: true }]\n"
    private static let listed = head + inputs + listedSteps + edges
    private static let graph =
        head + inputs + "graph:\n  base_version: 3\n"
        + (listedSteps + edges).split(separator: "\n").map { "  \($0)\n" }.joined()

    private static let canonical: Value = [
        [
            "key": "look", "type": "agent", "on_error": "fallback", "fallback": "note",
            "config": [
                "agent_slug": "lead-enrichment", "inputs": ["lead": "{{ inputs.lead_id }}"],
            ],
            "next": ["ask", "note"],
        ],
        [
            "key": "ask", "type": "branch", "on_error": "halt",
            "branches": [
                [
                    "label": "hot", "next": "note",
                    "condition": ["field": "lead.score", "op": "gte", "value": 80],
                ],
                ["next": "end", "condition": .null],
            ],
        ],
        [
            "key": "note", "type": "connector", "on_error": "halt", "next": [],
            "config": ["connector_id": "slack/sink", "action": "send"],
        ],
    ]

    @Test func `a map by key is the canonical graph`() {
        let (resources, report) = TenexDocuments.decode(Self.byKey)
        #expect(report.diagnostics == [])
        #expect(resources.first?.value["steps"] == Self.canonical)
        #expect(
            resources.first?.value["inputs"] == [
                ["name": "lead_id", "type": "uuid", "required": true]
            ])
    }

    @Test(arguments: [listed, graph])
    func `a list with edges, or the platform's graph, is the same workflow`(text: String) {
        let (resources, report) = TenexDocuments.decode(text)
        #expect(report.diagnostics.map(\.message) == [])
        #expect(
            resources.first?.value["steps"]?.list?.map { $0.without("config") }
                == Self.canonical.list?.map { $0.without("config") })
        #expect(resources.first?.value["edges"] == nil)
        #expect(resources.first?.value["graph"] == nil)
    }

    @Test func `every field is found where it was written`() throws {
        for text in [Self.byKey, Self.listed] {
            let node = try #require(TenexDocuments.decode(text).resources.first?.node)
            let shape = ShapeBuilder.shape(of: TenexWorkflow.self)
            for (path, written) in [
                ("steps.look.config.agent_slug", "lead-enrichment"),
                ("steps.look.fallback", "note"),
                ("steps.look.next.0", "ask"), ("steps.ask.branches.0.condition.value", "80"),
                ("steps.note", "note"), ("inputs.lead_id.type", "uuid"),
            ] {
                let span = shape.span(of: try #require(FieldPath(parsing: path)), in: node)
                #expect(Authored.written(span, in: text) == written, "\(path)")
            }
        }
    }

    @Test(arguments: [byKey, listed, graph])
    func `what is spelled once stays as it is`(text: String) throws {
        let resource = try #require(TenexDocuments.decode(text).resources.first)
        var report = Report()
        #expect(TenexSpelling.workflow(resource.node, into: &report) == resource.node)
        #expect(report.diagnostics == [])
    }

    @Test(arguments: ["next: end", "next:", "next: []", "next: [end]", "name: B"])
    func `a step that nothing follows says so in many ways`(field: String) {
        let steps = TenexDocuments.steps(
            Self.head + "steps: { a: { type: wait, config: { duration: 1h }, \(field) } }")
        #expect(steps["a"]?["next"] == [])
    }

    @Test func `other types of steps keep their configuration as it is`() {
        let text =
            Self.head + """
                steps:
                  call:
                    type: http_call
                    config: { type: json, duration: P1M, params: [1], inputs: a, url: "${secret.X}" }
                """
        #expect(TenexDocuments.messages(text) == [])
        #expect(
            TenexDocuments.steps(text)["call"]?["config"] == [
                "type": "json", "duration": "P1M", "params": [1], "inputs": "a",
                "url": .secret("X"),
            ])
    }

    @Test func `edges add to what is written at the steps, each way once`() {
        let steps = TenexDocuments.steps(
            Self.head + """
                steps:
                  a: { type: wait, config: { duration: 1h }, next: b }
                  b: { type: wait, config: { duration: 1h } }
                  c: { type: wait, config: { duration: 1h } }
                edges: [{ from: a, to: b }, { from: a, to: c }, { from: b, to: end }]
                """)
        #expect(steps["a"]?["next"] == ["b", "c"])
        #expect(steps["b"]?["next"] == [])
    }

    @Test(arguments: [
        "steps:", "steps: text", "steps: [1, null, {}]", "steps: { a: , b: text, c: [1] }",
        "steps: \"${agent/x}\"", "steps: { a: \"${agent/x}\" }", "edges: text", "graph: text",
        "graph: { steps: 1, edges: 2 }", "graph: { steps: [{ key: a }], edges: [1, {}, null] }",
        "steps: { a: { type: [1], config: 1, next: { a: b }, branches: 3, fallback: [1] } }",
        "steps: { a: { type: \"${var.x}\", config: \"${var.x}\", fallback: [\"${var.x}\"] } }",
        "steps: [{ key: [1] }, { key: null }, { key: a, type: wait, config: [1] }]",
        "steps: { a: { type: branch, branches: [1, { condition: [1], next: [1] }] } }",
        "steps: { a: { type: branch, branches: [{ condition: { all: [{ not: 1 }] }, next: a }] } }",
        "steps: { a: { type: wait } }\nedges: [{ from: [1], to: { a: 1 } }, { from: b, to: a }]",
        "inputs: [1, null]", "inputs: { a: , b: 1 }", "inputs: text", "outputs: { a: text }",
        "triggers: text", "triggers: [1, null, {}]", "triggers: { a: 1, b: , c: { filters: 1 } }",
        "from_template: [text]", "from_template: { inputs: 1 }",
        "triggers: { a: { source: schedule, schedule: { cron: [1], timezone: {} } } }",
    ])
    func `anything may be written, and is reported instead of crashing`(fields: String) {
        let (resources, report) = TenexDocuments.decode(Self.head + fields + "\n")
        #expect(resources.first?.kind == .tenexWorkflow)
        #expect(report.hasErrors)
    }

    @Test func `a template may be its slug alone`() {
        let alone = TenexDocuments.decode(
            "kind: tenex/workflow\nid: a\nname: A\nfrom_template: lead-scoring\n")
        #expect(alone.report.diagnostics.isEmpty)
        #expect(alone.resources.first?.value["from_template"] == ["slug": "lead-scoring"])
    }
}

extension Value {
    fileprivate func without(_ key: String) -> Value {
        var object = object ?? [:]
        object[key] = nil
        return .object(object)
    }
}
