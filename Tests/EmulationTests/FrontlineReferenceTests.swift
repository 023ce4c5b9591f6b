import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineReferenceTests {
    private static func tools(_ members: [(String, Value)]) -> Value {
        .object(Object([("conditions", []), ("instructions", .null)] + members))
    }

    @Test(
        arguments: [
            ("aiModelId", -29, 7), ("model", "gpt-4.1", "gpt-9"),
            ("customToolIds", [501], [501, 9]),
            ("playbookIds", [81], [9]), ("knowledgeBaseIds", [71, 72], [9]),
            (
                "selectedRecordTypes", [["recordTypeId": 6, "read": true]],
                [["recordTypeId": 9, "read": true]]
            ),
            (
                "connectedAccountConfigs", [["connectedAccountId": 91]], [["connectedAccountId": 9]]
            ), ("captureVariables", [["name": "email"]], [["name": "e_mail"]]),
        ] as [(String, Value, Value)])
    func `what a TOOLS_AI node names must exist`(
        member: String, good: Value, bad: Value
    ) async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let made = await world.node(flow, "TOOLS_AI", Self.tools([(member, good)]))
        #expect(made.status == 201)
        let refused = await world.node(flow, "TOOLS_AI", Self.tools([(member, bad)]))
        #expect(refused.status == 400)
        #expect(refused.issues.count == 1)
        #expect(refused.issues.first?.hasPrefix("data.\(member)") == true)
        #expect(refused.issues.first?.hasSuffix(": not_found") == true)
        #expect(await world.graph(flow)["nodes"]?.list?.count == 1)
    }

    @Test func `a model belongs to its vendor`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let pair = Self.tools([("model", "gpt-4.1"), ("aiVendor", "ANTHROPIC")])
        #expect(await world.node(flow, "TOOLS_AI", pair).issues == ["data.model: not_found"])
        let good = Self.tools([("model", "claude-sonnet-4"), ("aiVendor", "ANTHROPIC")])
        #expect(await world.node(flow, "TOOLS_AI", good).status == 201)
    }

    @Test func `a RESPONSE_AI node names an agent of the account`() async throws {
        let world = try await FrontlineWorld()
        let data: Value = [
            "assistantId": "550e8400-e29b-41d4-a716-446655440000", "model": "gpt-4.1",
            "aiVendor": "OPENAI", "instructions": .null, "temperature": 0,
            "captureVariables": [], "exitNodeWhen": "ANY_VARIABLES",
        ]
        let answer = await world.node(await world.flow(), "RESPONSE_AI", data)
        #expect(answer.issues == ["data.assistantId: not_found"])
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `a trigger names intents of its own agent, shown whole`(
        preset: EmulatedPreset
    ) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.flow()
        let id = await world.intent("buy")
        let refused = await world.node(flow, "TRIGGER_INTENT", ["intentIds": [id, 9]])
        #expect(refused.issues == ["data.intentIds.1: not_found"])
        let made = await world.node(flow, "TRIGGER_INTENT", ["intentIds": [id], "intents": []])
        #expect(made.body["data"]?["intents"]?.list?.map { $0["name"] } == ["buy"])
        let shown = await world.graph(flow).node("TRIGGER_INTENT")["data"]?["intents"]
        #expect(shown?.list?.first?["phrases"]?.list?.count == 2)
        let other = await world.send("POST", "agents", ["name": "Other"]).body["id"]?.text ?? ""
        let body: Value = ["name": "sell", "phrases": ["x"]]
        let theirs = await world.send("POST", "agents/\(other)/intents", body).body["id"] ?? .null
        #expect(await world.node(flow, "TRIGGER_INTENT", ["intentIds": [theirs]]).status == 400)
    }

    @Test func `captures are kept in full, by name or id`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let id = await world.variable("order_id")
        let sent: Value = [["name": "order_id"], ["id": id], ["name": "email", "x": 1]]
        let made = await world.node(flow, "TOOLS_AI", Self.tools([("captureVariables", sent)])).body
        let full: Value = ["id": id, "name": "order_id", "description": .null]
        let list = made["data"]?["captureVariables"]?.list ?? []
        #expect(list.prefix(2) == [full, full])
        #expect(list.last?.object?.keys == ["description", "id", "name"])
        let wrong: Value = [["name": "Order_Id"], ["id": 9], "order_id", ["name": "email"]]
        let refused = await world.node(flow, "TOOLS_AI", Self.tools([("captureVariables", wrong)]))
        #expect(refused.issues == (0...2).map { "data.captureVariables.\($0): not_found" })
    }

    @Test func `an API node stores into variables that exist`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        func api(_ key: Value) -> Value {
            [
                "url": "https://x", "method": "POST", "headers": [["key": "A", "value": "{b}"]],
                "variables": [["key": key, "value": "data.id"]],
                "captureVariables": [["name": "nothing"]],
            ]
        }
        let made = await world.node(flow, "API", api("email")).body["data"]
        #expect(made?["variables"]?.list?.first?["fullResponse"] == false)
        #expect(made?["captureVariables"].isThere == false)
        let refused = await world.node(flow, "API", api("e_mail"))
        #expect(refused.issues == ["data.variables.0.key: not_found"])
    }

    @Test func `only CREATE_RECORD_ACTIVITY has its interpolations checked`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        func activity(_ row: Value, _ content: Value) -> Value {
            ["recordTypeId": 5, "rowId": row, "activityType": "NOTE", "content": content]
        }
        let good = activity("{email}", "{ not a name } {\"json\": 1} {first_name}")
        #expect(await world.node(flow, "CREATE_RECORD_ACTIVITY", good).status == 201)
        let bad = activity("{row_id}", "{email} {a} {b}")
        #expect(
            await world.node(flow, "CREATE_RECORD_ACTIVITY", bad).issues == [
                "data.rowId: not_found", "data.content: not_found", "data.content: not_found",
            ])
        let say: Value = ["sayWithAi": false, "message": "{nobody}"]
        #expect(await world.node(flow, "SAY_AI", say).status == 201)
        let unknown = good.with("recordTypeId", 9).with("activityType", "FAX")
        #expect(
            await world.node(flow, "CREATE_RECORD_ACTIVITY", unknown).issues == [
                "data.activityType: invalid_enum_value", "data.recordTypeId: not_found",
            ])
    }
}
