import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `The names that an account of 10ex has` {
    private let renamed = TenexAPI(options: [
        "paths": [
            "get_run": "/v9/{run_id}/run", "archive_workflow": .null, "list_runs": "/v9/runs",
        ],
        "methods": ["replace_graph": "PATCH"],
        "fields": [
            "Workflow": ["status": "state"], "Graph": ["base_version": .null],
            "Step": ["key": "type", "type": "key"], "AgentConfig": ["agent_slug": "agent"],
            "Edge": ["from": "to", "to": "from"], "Condition": ["field": "path", "all": "and"],
            "Query": ["workflow_id": "workflow"],
        ],
    ])

    private let workflow: Value = [
        "status": "active",
        "graph": [
            "steps": [
                ["key": "a", "type": "agent", "config": ["agent_slug": "x", "inputs": [:]]],
                ["key": "b", "type": "http", "config": ["agent_slug": "kept"]],
            ],
            "edges": [
                [
                    "from": "a", "to": "b", "kind": "branch",
                    "condition": ["all": [["field": "lead.score", "op": "gt", "value": 1]]],
                ]
            ],
        ],
    ]

    @Test func `are put into a body and taken out of an answer by its shape`() throws {
        let wire = renamed.wire(workflow, as: .workflow)
        #expect(wire["state"] == "active")
        let steps = try #require(wire["graph"]?["steps"]?.list)
        #expect(
            steps[0] == ["type": "a", "key": "agent", "config": ["agent": "x", "inputs": [:]]])
        #expect(steps[1]["config"] == ["agent_slug": "kept"])
        let edge = try #require(wire["graph"]?["edges"]?.list?.first)
        #expect(edge["from"] == "b")
        #expect(
            edge["condition"] == ["and": [["path": "lead.score", "op": "gt", "value": 1]]])
        #expect(renamed.canonical(wire, as: .workflow) == workflow)
    }

    @Test func `belong to one shape and not to another`() {
        #expect(renamed.wire(["status": "done"], as: .run) == ["status": "done"])
        #expect(renamed.name("status", of: .workflow) == "state")
    }

    @Test func `leave out what the service does not have`() {
        let body: Value = ["steps": [], "edges": [], "base_version": 4]
        #expect(renamed.wire(body, as: .graph) == ["steps": [], "edges": []])
        #expect(renamed.request(.archiveWorkflow, ["workflow_id": "w"]) == nil)
    }

    @Test func `are in the requests that are made`() throws {
        let run = try #require(renamed.request(.getRun, ["run_id": "r1"]))
        #expect(run.path == ["v9", "r1", "run"])
        let runs = try #require(renamed.request(.listRuns, query: ["workflow_id": "w"]))
        #expect(runs.query == ["workflow": "w", "limit": 200])
        #expect(renamed.endpoint(.replaceGraph)?.method == .patch)
    }

    @Test func `tell which operation a request is for, words before parameters`() {
        let match = TenexAPI.standard.match(
            "POST", ["api", "v1", "flows", "workflows", "from-template"])
        #expect(match?.operation == .createFromTemplate)
        let run = renamed.match("GET", ["v9", "r1", "run"])
        #expect(run?.operation == .getRun)
        #expect(run?.parameters == ["run_id": "r1"])
        #expect(renamed.match("GET", ["api", "v1", "flows", "runs", "r1"]) == nil)
        #expect(renamed.knows(["v9", "runs"]))
        #expect(renamed.match("POST", ["v9", "runs"]) == nil)
    }

    @Test func `are the standard ones where nothing is said`() {
        #expect(TenexAPI.standard.wire(workflow, as: .workflow) == workflow)
        for operation in TenexOperation.allCases {
            let path = operation.standard.parts.map { Endpoint.parameter($0) ?? $0 }
            let method = operation.standard.method.rawValue.uppercased()
            #expect(TenexAPI.standard.match(method, path)?.operation == operation)
        }
    }
}
