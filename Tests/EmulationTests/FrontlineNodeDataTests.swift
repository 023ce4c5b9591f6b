import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineNodeDataTests {
    @Test func `defaults are filled in and unknown members left out`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let say = await world.node(flow, "SAY_AI", ["sayWithAi": true, "colour": "red"]).body
        #expect(say["data"] == ["type": "SAY_AI", "sayWithAi": true, "temperature": 0.7])
        let tools: Value = [
            "conditions": [], "instructions": .null, "variables": [["key": "x", "value": "y"]],
            "systemToolsConfig": ["webSearchEnabled": true],
            "connectedAccountConfigs": [["connectedAccountId": 92]],
            "selectedRecordTypes": [["recordTypeId": 5, "read": true]],
        ]
        let data = await world.node(flow, "TOOLS_AI", tools).body["data"]
        #expect(
            data == [
                "type": "TOOLS_AI", "conditions": [], "instructions": .null, "maxIterations": 10,
                "agentType": "BASIC", "knowledgeBaseMode": "DEFAULT",
                "systemToolsConfig": [
                    "webSearchEnabled": true, "urlScrapeEnabled": false,
                    "linkedinSearchEnabled": false,
                ],
                "connectedAccountConfigs": [["connectedAccountId": 92, "useAllTools": true]],
                "selectedRecordTypes": [["recordTypeId": 5, "read": true]],
            ])
    }

    @Test func `every wrong member is named at once and nothing is kept`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let body: Value = [
            "node": [
                "type": "TOOLS_AI", "position": ["positionX": "left"], "name": 3,
                "data": [
                    "type": "TOOLS_AI", "instructions": "x", "maxIterations": 31,
                    "agentType": "CLEVER", "aiVendor": "ACME", "knowledgeBaseIds": [0],
                    "selectedRecordTypes": [["recordTypeId": 5]], "customToolIds": ["501"],
                ],
            ]
        ]
        let answer = await world.mine("POST", "\(flow)/nodes", body)
        #expect(answer.status == 400)
        #expect(
            Set(answer.issues) == [
                "node.position.positionX: invalid_type", "node.position.positionY: invalid_type",
                "node.name: invalid_type", "data.conditions: invalid_type",
                "data.maxIterations: too_big", "data.agentType: invalid_enum_value",
                "data.aiVendor: invalid_enum_value", "data.knowledgeBaseIds.0: too_small",
                "data.selectedRecordTypes.0: custom",
                "data.customToolIds.0: invalid_type",
            ])
        #expect(await world.graph(flow)["nodes"] == [])
    }

    @Test(arguments: [
        ("SAY_AI", ["sayWithAi"]),
        (
            "RESPONSE_AI",
            [
                "assistantId", "model", "aiVendor", "instructions", "temperature",
                "captureVariables", "exitNodeWhen",
            ]
        ), ("TOOLS_AI", ["conditions", "instructions"]), ("API", ["url", "method", "headers"]),
        ("CONDITIONAL_ROUTING", ["routingType", "conditions"]),
        ("CREATE_RECORD_ACTIVITY", ["recordTypeId", "rowId", "activityType", "content"]),
        ("TRIGGER_INTENT", []),
    ])
    func `each type needs its members`(type: String, members: [String]) async throws {
        let world = try await FrontlineWorld()
        let answer = await world.node(await world.flow(), type)
        #expect(answer.status == (members.isEmpty ? 201 : 400))
        #expect(Set(answer.issues) == Set(members.map { "data.\($0): invalid_type" }))
    }

    @Test func `data is needed and says its own type`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let bare: Value = ["type": "SAY_AI", "position": ["positionX": 0, "positionY": 0]]
        #expect(
            await world.mine("POST", "\(flow)/nodes", ["node": bare]).issues == [
                "data: invalid_type"
            ])
        let wrong = bare.with("data", ["type": "API", "sayWithAi": true])
        #expect(
            await world.mine("POST", "\(flow)/nodes", ["node": wrong]).issues == [
                "data.type: invalid_enum_value"
            ])
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `types of automations and unknown types are refused`(
        preset: EmulatedPreset
    ) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.flow()
        #expect(await world.node(flow, "DYNAMIC_TABLES").issues == ["node.type: wrong_kind"])
        #expect(await world.node(flow, "WEBHOOK").issues == ["node.type: invalid_enum_value"])
    }

    @Test func `a RESPONSE_AI node may name its model by id`() async throws {
        let world = try await FrontlineWorld()
        let data: Value = [
            "assistantId": .text(world.agent), "aiModelId": -30, "instructions": "Ask",
            "temperature": 0.2, "captureVariables": [], "exitNodeWhen": "ALL_VARIABLES",
        ]
        let made = await world.node(await world.flow(), "RESPONSE_AI", data)
        #expect(made.status == 201)
        #expect(made.body["data"]?["model"].isThere == false)
        #expect(made.body["data"]?["knowledgeBaseMode"] == "DEFAULT")
    }

    @Test func `handles follow the type and the conditions`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let conditions: Value = [["handleId": "vip", "expression": "{tier} is vip"]]
        let api: Value = ["url": "https://x/{id}", "method": "GET", "headers": []]
        let routing: Value = ["routingType": "CONDITIONAL_AI", "conditions": conditions]
        let tools: Value = ["instructions": .null, "conditions": conditions]
        let cases: [(String, Value, [String])] = [
            ("API", api, ["success", "fail"]),
            ("CONDITIONAL_ROUTING", routing, ["vip", "no-match"]),
            ("TOOLS_AI", tools, ["vip", "default"]), ("SAY_AI", ["sayWithAi": true], ["default"]),
        ]
        for (type, data, handles) in cases {
            let source = await world.node(flow, type, data).body["nodeId"]?.text ?? ""
            let target = await world.say(flow)
            for handle in ["success", "fail", "vip", "no-match", "default"] {
                let answer = await world.edge(flow, source, target, handle: handle)
                #expect(answer.status == (handles.contains(handle) ? 200 : 409), "\(type)")
            }
            let shown = await world.graph(flow).node(source)["handles"]?.list ?? []
            #expect(shown.compactMap { $0["handleId"]?.text } == handles)
        }
    }
}
