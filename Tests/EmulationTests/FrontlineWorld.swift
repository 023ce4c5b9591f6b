import Documents
import FrontlineEmulated
import EmulatedKit
import Emulation
import Platforms

/// An emulated Frontline in this process with one agent, asked as a client would.
struct FrontlineWorld {
    let emulator: Emulator
    private(set) var agent = ""

    init(preset: EmulatedPreset = .today, switches: [String] = []) async throws {
        let options = EmulatorOptions(
            preset: preset, switches: switches, clock: .fixed(World.start))
        emulator = try await Emulator(apis: [FrontlineEmulatedAPI()], options: options)
        agent = await send("POST", "agents", ["name": "Mia"]).body["id"]?.text ?? ""
    }

    /// Sends a request to a path behind `/public/v1/`, with a USER key unless another is given.
    @discardableResult
    func send(
        _ method: String, _ path: String, _ body: Value? = nil, key: String = "user.test.secret"
    ) async -> Answer {
        await ask(method, "/public/v1/\(path)", body?.canonicalBytes ?? [], key: key)
    }

    /// Sends bytes to any path of the emulator.
    @discardableResult
    func ask(
        _ method: String, _ path: String, _ body: [UInt8] = [], key: String = "user.test.secret"
    ) async -> Answer {
        let response = await emulator.answer(
            method: method, path: path, headers: ["Authorization": "Bearer \(key)"], body: body)
        guard case .json(let value) = response.body else {
            return Answer(status: response.status, body: .null, headers: response.headers)
        }
        return Answer(status: response.status, body: value, headers: response.headers)
    }

    /// Sends a request about the agent.
    @discardableResult
    func mine(_ method: String, _ path: String, _ body: Value? = nil) async -> Answer {
        await send(method, "agents/\(agent)/\(path)", body)
    }

    /// The path of the default flow.
    func start() async -> String {
        let first = await mine("GET", "flows").body["results"]?.list?.first
        return "flows/\(first?["id"]?.int ?? 0)"
    }

    /// Makes a flow and returns its path.
    func flow(_ name: String = "Orders") async -> String {
        let made = await mine("POST", "flows", ["name": .text(name)])
        return "flows/\(made.body["id"]?.int ?? 0)"
    }

    /// Adds a node with some data.
    @discardableResult
    func node(_ flow: String, _ type: String, _ data: Value = [:], _ name: String? = nil) async
        -> Answer
    {
        let node: Value = [
            "type": .text(type), "position": ["positionX": 1, "positionY": 2.5],
            "name": .text(name ?? type), "data": data.with("type", .text(type)),
        ]
        return await mine("POST", "\(flow)/nodes", ["node": node])
    }

    /// Adds a node that says something and returns its id.
    func say(_ flow: String, _ message: String = "Hello") async -> String {
        let data: Value = ["sayWithAi": false, "message": .text(message)]
        return await node(flow, "SAY_AI", data, message).body["nodeId"]?.text ?? ""
    }

    /// Adds an edge.
    @discardableResult
    func edge(
        _ flow: String, _ source: String, _ target: String, handle: String = "default",
        method: String = "POST"
    ) async -> Answer {
        let edge: Value = [
            "source": .text(source), "sourceHandle": .text(handle), "target": .text(target),
            "targetHandle": "default",
        ]
        return await mine(method, "\(flow)/edges", ["edge": edge])
    }

    /// The graph of a flow.
    func graph(_ flow: String) async -> Value { await mine("GET", "\(flow)/graph").body }

    /// Makes a variable and returns its id.
    @discardableResult
    func variable(_ name: String) async -> Value {
        await mine("POST", "variables", ["name": .text(name)]).body["id"] ?? .null
    }

    /// Makes an intent and returns its id.
    @discardableResult
    func intent(_ name: String) async -> Value {
        let body: Value = ["name": .text(name), "phrases": ["one", "two"]]
        return await mine("POST", "intents", body).body["id"] ?? .null
    }
}

extension Answer {
    /// The code of a refusal of Frontline's.
    var error: String { body["error"]?["code"]?.text ?? "" }

    /// The mistakes of a refusal, each as `path: code`.
    var issues: [String] {
        (body["error"]?["details"]?["issues"]?.list ?? []).map { issue in
            let path = (issue["path"]?.list ?? []).map { $0.text ?? $0.canonicalJSON }
            return "\(path.joined(separator: ".")): \(issue["code"]?.text ?? "")"
        }
    }

    /// The elements of `results`.
    var results: [Value] { body["results"]?.list ?? [] }

    /// A header by name.
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension Value {
    /// The node of a graph or flow with an id or a type.
    func node(_ name: String) -> Value {
        self["nodes"]?.list?.first { $0["nodeId"]?.text == name || $0["type"]?.text == name }
            ?? .null
    }
}
