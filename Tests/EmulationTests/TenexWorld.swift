import Documents
import EmulatedKit
import TenexEmulated
import Emulation
import Platforms
import Tenex

/// An emulated 10ex in this process, asked as a client would, with its clock.
struct TenexWorld {
    let emulator: Emulator
    let api: TenexAPI

    init(
        preset: EmulatedPreset = .today, switches: [String] = [], seeds: Bool = true,
        options: Object = [:]
    ) async throws {
        api = TenexAPI(options: options)
        emulator = try await Emulator(
            apis: [TenexEmulatedAPI(api: api)],
            options: EmulatorOptions(
                preset: preset, switches: switches, seeds: seeds, clock: .fixed(World.start)))
    }

    /// Sends a request to a path behind `/api/v1/`.
    @discardableResult
    func send(
        _ method: String, _ path: String, _ body: Value? = nil, key: String = "tnx_demo0001_secret"
    ) async -> Answer {
        await ask(method, "/api/v1/\(path)", body?.canonicalBytes ?? [], key: key)
    }

    /// Sends bytes to any path of the emulator.
    @discardableResult
    func ask(
        _ method: String, _ path: String, _ body: [UInt8] = [],
        key: String = "tnx_demo0001_secret"
    ) async -> Answer {
        let response = await emulator.answer(
            method: method, path: path, headers: ["Authorization": "Bearer \(key)"], body: body)
        guard case .json(let value) = response.body else {
            return Answer(status: response.status, body: .null, headers: response.headers)
        }
        return Answer(status: response.status, body: value, headers: response.headers)
    }

    /// Lets virtual time pass, `3d`.
    func wait(_ time: String) async {
        let body: Value = ["advance": .text(time)]
        await ask("POST", "/_emulator/clock", body.canonicalBytes)
    }

    /// Does something behind the platform's back; the status.
    @discardableResult
    func edit(_ kind: String, _ id: String, _ fields: Value, account: Value? = nil) async -> Int {
        var body: Object = ["kind": .text("tenex/\(kind)"), "id": .text(id), "set": fields]
        if let account { body["account"] = account }
        let bytes = Value.object(body).canonicalBytes
        return await ask("POST", "/_emulator/edit", bytes).status
    }

    /// Posts an event.
    func post(_ type: String, _ data: Value, source: String = "crm") async {
        let fields: Value = [
            "event_type": .text(type), "source": .text(source), "data": data,
        ]
        await edit("event", "new", fields)
    }

    /// An object as it is stored.
    func object(_ kind: String, _ id: String) async -> Value? {
        let path = "/_emulator/object?kind=tenex/\(kind)&id=\(id)"
        let answer = await ask("GET", path)
        return answer.status == 200 ? answer.body : nil
    }

    /// The id of a connector, segment or sequence by its name.
    func id(_ path: String, _ name: String) async -> Value {
        let rows = await send("GET", path).items
        return rows.first { $0["name"]?.text == name }?["id"] ?? .null
    }

    /// Makes a workflow with a graph and activates it; returns its id.
    func workflow(_ graph: Value, _ fields: Object = [:]) async -> String {
        let defaults: Object = ["name": "Flow", "graph": graph]
        let body = Object(members: defaults.members + fields.members)
        let id = await send("POST", "flows/workflows", .object(body)).body["id"]?.text ?? ""
        await send("PATCH", "flows/workflows/\(id)", ["status": "active"])
        return id
    }

    /// Makes a trigger of a workflow; returns its id.
    @discardableResult
    func trigger(_ workflow: String, _ fields: Object) async -> String {
        let defaults: Object = ["source": "crm", "workflow_id": .text(workflow)]
        let body = Object(members: defaults.members + fields.members)
        return await send("POST", "flows/triggers", .object(body)).body["id"]?.text ?? ""
    }

    /// Starts a run by hand; returns its id.
    func start(_ workflow: String, _ payload: Value = [:]) async -> String {
        let made = await send("POST", "flows/workflows/\(workflow)/trigger", ["payload": payload])
        return made.body["id"]?.text ?? ""
    }

    /// A run as it is now.
    func run(_ id: String) async -> Value { await send("GET", "flows/runs/\(id)").body }

    /// The status of a run.
    func status(_ id: String) async -> String { await run(id)["status"]?.text ?? "" }

    /// The runs of the workspace, newest first.
    func runs(_ query: String = "") async -> [Value] {
        await send("GET", "flows/runs\(query)").items
    }

    /// A run's trace, each step as `key status`.
    func trace(_ id: String) async -> [String] {
        await send("GET", "flows/runs/\(id)/steps").items.map { step in
            "\(step["step_key"]?.text ?? "") \(step["status"]?.text ?? "")"
        }
    }

    /// A step of a run.
    func step(_ run: String, _ key: String) async -> Value {
        let steps = await send("GET", "flows/runs/\(run)/steps").items
        return steps.first { $0["step_key"]?.text == key } ?? .null
    }
}

/// Graphs for tests.
enum Steps {
    /// A step that calls an agent.
    static func agent(
        _ key: String, _ slug: String = "lead-enrichment", inputs: Value = [:],
        _ more: Object = [:]
    ) -> Value {
        let config: Value = ["agent_slug": .text(slug), "inputs": inputs]
        let step: Object = ["key": .text(key), "type": "agent", "config": config]
        return .object(Object(members: step.members + more.members))
    }

    /// A step that waits for some time.
    static func wait(_ key: String, _ duration: String) -> Value {
        ["key": .text(key), "type": "wait", "config": ["duration": .text(duration)]]
    }

    /// A step of any type.
    static func step(_ key: String, _ type: String, _ config: Value = [:]) -> Value {
        ["key": .text(key), "type": .text(type), "config": config]
    }

    /// An edge.
    static func edge(
        _ from: String, _ to: String, _ kind: String = "next", when condition: Value? = nil
    ) -> Value {
        var edge: Object = ["from": .text(from), "to": .text(to), "kind": .text(kind)]
        if let condition { edge["condition"] = condition }
        return .object(edge)
    }

    /// A comparison.
    static func when(_ field: String, _ word: String, _ value: Value) -> Value {
        ["field": .text(field), "op": .text(word), "value": value]
    }

    /// A graph.
    static func graph(_ steps: [Value], _ edges: [Value] = []) -> Value {
        ["steps": .list(steps), "edges": .list(edges)]
    }
}

extension Answer {
    /// The rows of a page.
    var items: [Value] { body["items"]?.list ?? [] }

    /// The detail of a refusal.
    var detail: String { body["detail"]?.text ?? "" }

    /// The mistakes of a refusal, each as `place: type`.
    var places: [String] {
        (body["detail"]?.list ?? []).map { issue in
            let path = (issue["loc"]?.list ?? []).map { $0.text ?? $0.canonicalJSON }
            return "\(path.joined(separator: ".")): \(issue["type"]?.text ?? "")"
        }
    }
}
