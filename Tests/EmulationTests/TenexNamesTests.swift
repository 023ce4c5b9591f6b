import Documents
import EmulatedKit
import TenexEmulated
import Emulation
import Platforms
import Tenex
import Testing

/// The same story told to an emulator under any table of names.
private struct Told {
    let emulator: Emulator
    let api: TenexAPI
    private(set) var answers: [String] = []

    init(_ options: Object) async throws {
        api = TenexAPI(options: options)
        emulator = try await Emulator(
            apis: [TenexEmulatedAPI(api: api)], options: EmulatorOptions(clock: .fixed(World.start))
        )
    }

    /// Asks for an operation and keeps its answer in the standard names.
    @discardableResult
    mutating func ask(
        _ operation: TenexOperation, _ parameters: [String: Value] = [:], query: Object = [:],
        body: Value? = nil, as sent: TenexShape? = nil, gives shape: TenexShape
    ) async throws -> Value {
        let request = try #require(
            api.request(operation, parameters, query: query, body: body, as: sent))
        let path = "/" + request.path.map { $0.text ?? $0.canonicalJSON }.joined(separator: "/")
        let pairs = request.query.map { "\($0.key)=\($0.value.text ?? $0.value.canonicalJSON)" }
        var bytes: [UInt8] = []
        if case .value(let value) = request.body { bytes = value.canonicalBytes }
        let response = await emulator.answer(
            method: request.method.rawValue.uppercased(),
            path: path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")),
            headers: ["Authorization": "Bearer tnx_demo0001_x"], body: bytes)
        guard case .json(let value) = response.body else { return .null }
        let canonical =
            value["items"].map { value.with("items", api.canonical($0, as: shape)) }
            ?? api.canonical(value, as: shape)
        answers.append("\(operation.rawValue) \(response.status) \(canonical.canonicalJSON)")
        return canonical
    }

    mutating func tell() async throws {
        try await ask(.listAgents, gives: .agent)
        let rows = try await ask(.listConnectors, gives: .connector)["items"]?.list ?? []
        let sink = rows.first?["id"] ?? .null
        let config: Value = ["connector_id": sink, "action": "add", "params": ["a": 1]]
        let graph = Steps.graph(
            [
                Steps.agent("a", inputs: ["key": "{{ inputs.lead_id }}"]),
                Steps.step("s", "branch"), Steps.step("c", "connector", config),
            ],
            [
                Steps.edge("a", "s"),
                Steps.edge("s", "c", "branch", when: Steps.when("inputs.lead_id", "exists", true)),
            ])
        let inputs: Value = [["name": "lead_id", "type": "string", "required": true]]
        let body: Value = ["name": "F", "graph": graph, "inputs": inputs]
        let made = try await ask(.createWorkflow, body: body, as: .workflow, gives: .workflow)
        let id: [String: Value] = ["workflow_id": made["id"] ?? .null]
        try await ask(
            .updateWorkflow, id, body: ["status": "active"], as: .workflow, gives: .workflow)
        try await ask(
            .replaceGraph, id, body: graph.with("base_version", 9), as: .graph, gives: .version)
        let trigger: Value = [
            "source": "schedule", "schedule": ["cron": "0 6 * * *"],
            "workflow_id": made["id"] ?? .null, "name": "daily",
        ]
        try await ask(.createTrigger, body: trigger, as: .trigger, gives: .trigger)
        let run = try await ask(
            .triggerRun, id, body: ["payload": ["lead_id": "l"]], as: .runStart, gives: .run)
        _ = await emulator.answer(
            method: "POST", path: "/_emulator/clock", body: Array(#"{"advance":"1s"}"#.utf8))
        try await ask(.getRun, ["run_id": run["id"] ?? .null], gives: .run)
        try await ask(.listRunSteps, ["run_id": run["id"] ?? .null], gives: .stepRun)
        try await ask(.listRuns, query: ["status": "completed"], gives: .run)
        try await ask(.listRuns, query: ["status": "failed"], gives: .run)
        try await ask(.listTemplates, gives: .template)
        try await ask(.getWorkflow, ["workflow_id": "none"], gives: .workflow)
    }
}

struct TenexNamesTests {
    /// A table with every path under `/x` and every field with `_x` behind its name.
    private static var renamed: Object {
        let paths = TenexOperation.allCases.map { operation in
            (operation.rawValue, Value.text("/x" + operation.standard.path))
        }
        let fields = TenexShape.allCases.map { shape in
            (
                shape.rawValue,
                Value.object(Object(shape.fields.map { ($0, .text("\($0)_x")) }))
            )
        }
        return ["paths": .object(Object(paths)), "fields": .object(Object(fields))]
    }

    @Test func `a renamed table answers the same in other names`() async throws {
        var standard = try await Told([:])
        try await standard.tell()
        var renamed = try await Told(Self.renamed)
        try await renamed.tell()
        #expect(standard.answers.count == 13)
        #expect(standard.answers.contains { $0.hasPrefix("create_workflow 201") })
        #expect(standard.answers.contains { $0.contains(#""status":"completed""#) })
        for (one, other) in zip(standard.answers, renamed.answers) { #expect(one == other) }
    }

    @Test func `places of mistakes are in the names of the table`() async throws {
        let world = try await TenexWorld(options: Self.renamed)
        let steps: Value = [["key_x": "a", "type_x": "agent", "config_x": ["agent_slug_x": "no"]]]
        let body: Value = ["name_x": "F", "graph_x": ["steps_x": steps]]
        let refused = await world.ask(
            "POST", "/x/api/v1/flows/workflows", body.canonicalBytes)
        #expect(refused.places == ["body.graph_x.steps_x.0.config_x.agent_slug_x: value_error"])
        let query = await world.ask("GET", "/x/api/v1/flows/runs?status_x=lost")
        #expect(query.places == ["query.status_x: literal_error"])
        #expect(await world.send("GET", "flows/workflows").status == 404)
    }

    @Test func `the description of the API is in the names of the table`() async throws {
        let world = try await TenexWorld(options: Self.renamed)
        let all = await world.ask("GET", "/openapi.json", key: "").body
        let paths = all["paths"]?.object ?? [:]
        let path = "/x/api/v1/flows/workflows/{workflow_id}/graph"
        let put = paths[path]?["put"]
        #expect(put?["operationId"] == "replace_graph")
        #expect(put?["parameters"]?.list?.first?["name"] == "workflow_id")
        let schemas = all["components"]?["schemas"]
        let edges = schemas?["Graph"]?["properties"]?["edges_x"]
        #expect(edges?["items"]?["$ref"] == "#/components/schemas/Edge")
        #expect(schemas?["Run"]?["properties"]?["version_x"] == ["type": "integer"])
        #expect(schemas?.object?.count == TenexShape.allCases.count - 1)
        let runs = paths["/x/api/v1/flows/runs"]?["get"]?["parameters"]?.list ?? []
        #expect(runs.contains { $0["name"] == "created_after_x" && $0["in"] == "query" })
    }

    @Test func `an operation without a path is not there`() async throws {
        let options: Object = ["paths": ["stream_run": .null, "list_segments": .null]]
        let world = try await TenexWorld(options: options)
        #expect(await world.send("GET", "crm/lists").status == 404)
        let paths = await world.ask("GET", "/openapi.json").body["paths"]
        #expect(paths?["/api/v1/crm/lists"] == nil)
    }
}
