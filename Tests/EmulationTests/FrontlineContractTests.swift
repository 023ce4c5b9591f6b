import Documents
import Foundation
import Platforms
import Testing

/// What the emulator answers fits the schemas that Frontline publishes, in an ordinary validator.
struct FrontlineContractTests {
    private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/frontline/responses.json")

    @Test func `answers are as the published schemas say`() async throws {
        let world = try await FrontlineWorld()
        var answers: [String: [Value]] = try await Self.nodes(world)
        for (name, path) in await Self.reads(world) {
            let answer = await world.send("GET", path)
            answers[name, default: []].append(answer.body)
        }
        let phrases: Value = ["name": "buy", "samples": [], "amount": 2]
        answers["PublicIntentGeneratePhrasesOutput"] = [
            await world.mine("POST", "intents/generate-phrases", phrases).body
        ]
        answers["Error"] = [
            await world.mine("POST", "flows", [:]).body,
            await world.send("GET", "agents", key: "").body,
            await world.mine("DELETE", await world.start()).body,
        ]
        let whole = Object(answers.map { ($0.key, Value.list($0.value)) })
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-contract-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("answers.json")
        try Data(Value.object(whole).prettyJSON.utf8).write(to: file)
        let ending = try await Shell.run(
            "python3 -W ignore -m jsonschema -i '\(file.path)' '\(Self.schema.path)' 2>&1")
        #expect(ending.status == 0, "\(ending.output)")
    }

    /// The paths that are read, each with the schema of its answer.
    private static func reads(_ world: FrontlineWorld) async -> [(String, String)] {
        let mine = "agents/\(world.agent)"
        let start = "\(mine)/\(await world.start())"
        let variable = await world.variable("code").int ?? 0
        let intent = await world.intent("sell").int ?? 0
        return [
            ("Me", "me"), ("AgentResults", "agents"), ("AgentDetail", mine),
            ("AgentSetting", "\(mine)/agent-setting"), ("FlowResults", "\(mine)/flows"),
            ("FlowDetail", start), ("FlowDetail", "\(start)?includeNodes=true"),
            ("FlowGraph", "\(start)/graph"), ("VariablePage", "\(mine)/variables"),
            ("VariableList", "\(mine)/variables/all"),
            ("Variable", "\(mine)/variables/\(variable)"),
            ("VariableCheckName", "\(mine)/variables/check-name?name=x"),
            ("IntentPage", "\(mine)/intents"), ("IntentList", "\(mine)/intents/all"),
            ("Intent", "\(mine)/intents/\(intent)"), ("ToolResults", "tools"),
            ("Tool", "tools/501"), ("AiModelResults", "ai-models"),
            ("AiModel", "ai-models/default"),
        ]
    }

    /// One node of every type, the graph they are in, and the flow with its live nodes.
    private static func nodes(_ world: FrontlineWorld) async throws -> [String: [Value]] {
        let flow = await world.flow()
        let conditions: Value = [["handleId": "a", "expression": "x"]]
        let response: Value = [
            "assistantId": .text(world.agent), "model": "gpt-4.1", "aiVendor": "OPENAI",
            "instructions": "Ask", "temperature": 0.1, "captureVariables": [["name": "email"]],
            "exitNodeWhen": "ALL_VARIABLES",
        ]
        let all: [(String, Value)] = [
            ("TRIGGER_INTENT", ["intentIds": [await world.intent("buy")]]),
            ("SAY_AI", ["sayWithAi": false, "message": "Hi"]), ("RESPONSE_AI", response),
            ("TOOLS_AI", ["conditions": conditions, "instructions": .null]),
            ("API", ["url": "https://x", "method": "GET", "headers": []]),
            (
                "CONDITIONAL_ROUTING",
                ["routingType": "CONDITIONAL_AI", "conditions": conditions]
            ),
            (
                "CREATE_RECORD_ACTIVITY",
                ["recordTypeId": 5, "rowId": "{email}", "activityType": "NOTE", "content": "x"]
            ),
        ]
        var made: [Value] = []
        for (type, data) in all {
            let answer = await world.node(flow, type, data)
            #expect(answer.status == 201, "\(type)")
            made.append(answer.body)
        }
        let ids = made.map { $0["nodeId"]?.text ?? "" }
        let graph = await world.edge(flow, ids[0], ids[1])
        let active = await world.mine("PUT", flow, ["name": "Orders", "status": "ACTIVE"])
        let live = await world.mine("GET", "\(flow)?includeNodes=true&draft=false")
        return [
            "PublicFlowNode": made, "FlowGraph": [graph.body],
            "FlowDetail": [active.body, live.body],
        ]
    }
}
