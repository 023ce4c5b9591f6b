import Documents
import Platforms
import Tenex
import Testing

@Suite struct `the doctor of 10ex` {
    /// A document in which every operation is where a table says.
    private static func document(_ api: TenexAPI = .standard) -> Object {
        var paths: Object = [:]
        for operation in TenexOperation.allCases {
            guard let endpoint = api.endpoint(operation) else { continue }
            var methods = paths[endpoint.path]?.object ?? [:]
            methods[endpoint.method.rawValue] = ["responses": [:]]
            paths[endpoint.path] = .object(methods)
        }
        return ["openapi": "3.1.0", "paths": .object(paths)]
    }

    private static func diagnose(_ document: Object, _ options: Object = [:]) -> [TenexFinding] {
        TenexDoctor(TenexAPI(options: options), with: .object(document)).findings()
    }

    private static func moved(_ moves: [(String, String)]) -> Object {
        var document = document()
        var paths: Object = [:]
        for member in document["paths"]?.object ?? [:] {
            let path = moves.reduce(member.key) { $0.replacing($1.0, with: $1.1) }
            paths[path] = member.value
        }
        document["paths"] = .object(paths)
        return document
    }

    @Test func `finds nothing wrong where everything is where the account says`() {
        let findings = Self.diagnose(Self.document())
        #expect(findings.count == TenexOperation.allCases.count)
        #expect(findings.allSatisfy { $0.state == .ok && $0.corrections.isEmpty })
        let other = Self.moved([("{run_id}", "{id}")])
        #expect(Self.diagnose(other).allSatisfy { $0.state == .ok })
    }

    @Test(arguments: [
        [("/flows/workflows", "/flows")], [("/triggers", "/external-triggers")],
        [("/triggers", "/external_triggers")], [("/trigger", "/runs"), ("/runss", "/triggers")],
        [("/steps", "/trace"), ("/stream", "/events")], [("/crm/lists", "/crm/segments")],
    ])
    func `corrects paths to spellings that are likely`(_ moves: [(String, String)]) {
        let document = Self.moved(moves)
        let findings = Self.diagnose(document)
        #expect(findings.contains { $0.state == .wrong })
        let options = TenexCorrections.value(findings).object ?? [:]
        let again = Self.diagnose(document, options)
        #expect(again.filter { $0.state != .ok } == [])
    }

    @Test func `takes away what corrects the standard where the service has the standard`() {
        let options: Object = [
            "paths": ["list_runs": "/elsewhere", "list_sequences": .null],
            "methods": ["replace_graph": "PATCH"],
        ]
        let findings = Self.diagnose(Self.document(), options)
        let wrong = findings.filter { $0.state == .wrong }
        #expect(wrong.map(\.subject) == ["replace_graph", "list_runs"])
        #expect(wrong.last?.help?.contains("take the entry away") == true)
        #expect(
            TenexCorrections.merged(options, findings) == ["paths": ["list_sequences": .null]])
    }

    @Test func `corrects a method that only one other can be`() {
        var document = Self.document()
        var paths = document["paths"]?.object ?? [:]
        paths["/api/v1/flows/workflows/{workflow_id}/graph"] = ["patch": [:]]
        document["paths"] = .object(paths)
        let findings = Self.diagnose(document)
        #expect(
            TenexCorrections.value(findings) == ["methods": ["replace_graph": "PATCH"]])
    }

    @Test func `names what is near where no spelling fits`() {
        let document = Self.moved([("/runs/{run_id}/cancel", "/runs/{run_id}/cancellation")])
        let wrong = Self.diagnose(document).filter { $0.state == .wrong }
        #expect(wrong.map(\.subject) == ["cancel_run"])
        #expect(wrong.first?.help?.contains("/runs/{run_id}/cancellation") == true)
        #expect(wrong.first?.corrections == [])
    }

    @Test func `takes the account's word that there is no such path`() {
        let findings = Self.diagnose(Self.document(), ["paths": ["stream_run": .null]])
        #expect(findings.first { $0.subject == "stream_run" }?.state == .note)
    }

    @Test func `compares the names of fields with the schemas`() {
        var document = Self.document()
        document["components"] = [
            "schemas": [
                "WorkflowRead": Self.schema(
                    TenexShape.workflow.fields.map { $0 == "status" ? "state" : $0 }),
                "Schedule": Self.schema(["cron_expression", "timezone"]),
                "Graph": Self.schema(["steps", "edges"]),
                "Template": Self.schema(["slug", "title"]),
                "Segment": Self.schema(["id", "name", "size"]),
            ]
        ]
        let findings = Self.diagnose(document).filter { $0.subject.first?.isUppercase == true }
        #expect(
            TenexCorrections.value(findings) == [
                "fields": [
                    "Workflow": ["status": "state"], "Schedule": ["cron": "cron_expression"],
                    "Graph": ["base_version": .null],
                ]
            ])
        let states = Dictionary(findings.map { ($0.subject, $0.state) }) { $1 }
        #expect(states["Template"] == .note)
        #expect(states["Segment"] == .ok)
    }

    @Test func `finds shapes in what operations take and answer`() {
        var document = Self.document()
        var paths = document["paths"]?.object ?? [:]
        paths["/api/v1/flows/runs/{run_id}"] = [
            "get": [
                "responses": [
                    "200": Self.content(
                        ["allOf": [["$ref": "#/components/schemas/Flight"]]])
                ]
            ]
        ]
        paths["/api/v1/flows/runs/{run_id}/steps"] = [
            "get": [
                "responses": [
                    "200": Self.content(
                        [
                            "properties": [
                                "items": ["items": ["$ref": "#/components/schemas/Hop"]],
                                "next_cursor": [:],
                            ]
                        ])
                ]
            ]
        ]
        document["paths"] = .object(paths)
        let run = TenexShape.run.fields.map { $0 == "payload" ? "input" : $0 }
        let hop = TenexShape.stepRun.fields.map { $0 == "step_key" ? "key" : $0 }
        document["components"] = [
            "schemas": ["Flight": Self.schema(run), "Hop": Self.schema(hop)]
        ]
        #expect(
            TenexCorrections.value(Self.diagnose(document)) == [
                "fields": ["Run": ["payload": "input"], "StepRun": ["step_key": "key"]]
            ])
    }

    @Test func `survives a document that leads in a circle, and one that is none`() {
        var document = Self.document()
        document["components"] = [
            "schemas": ["Run": ["$ref": "#/components/schemas/Run"], "Graph": ["anyOf": [[:]]]]
        ]
        #expect(!Self.diagnose(document).isEmpty)
        #expect(!TenexDoctor(.standard, with: "nothing").isDocument)
    }

    private static func schema(_ fields: [String]) -> Value {
        ["type": "object", "properties": .object(Object(fields.map { ($0, ["type": "string"]) }))]
    }

    private static func content(_ schema: Value) -> Value {
        ["content": ["application/json": ["schema": schema]]]
    }
}
