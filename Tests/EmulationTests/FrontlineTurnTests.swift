import Documents
import EmulatedKit
import Platforms
import Testing

/// What an emulated agent says, turn by turn.
@Suite struct `Turns of a conversation` {
    private static func texts(_ answer: Answer) -> [String] {
        (answer.body["messages"]?.list ?? []).compactMap { $0["text"]?.text }
    }

    /// A flow that asks for a number and then says something, behind the intent `buy`.
    private static func asking(_ world: FrontlineWorld) async -> String {
        let flow = await world.flow()
        let intent = await world.intent("buy")
        let trigger = await world.node(flow, "TRIGGER_INTENT", ["intentIds": [intent]])
        let ask = await world.node(
            flow, "RESPONSE_AI",
            [
                "assistantId": .text(world.agent), "aiModelId": -29, "instructions": "Which one?",
                "temperature": 0.1, "captureVariables": [], "exitNodeWhen": "ALL_VARIABLES",
            ])
        let ids = [trigger, ask].map { $0.body["nodeId"]?.text ?? "" }
        await world.edge(flow, ids[0], ids[1])
        await world.edge(flow, ids[1], await world.say(flow, "It is yours"))
        await world.mine("PUT", flow, ["name": "Orders", "status": "ACTIVE"])
        return flow
    }

    @Test func `an intent leads into its flow, which goes on where it waited`() async throws {
        let world = try await FrontlineWorld()
        let flow = await Self.asking(world)
        let first = await world.mine("POST", "messages", ["message": "I want to buy one"])
        #expect(Self.texts(first) == ["Which one?"])
        #expect(await world.mine("GET", flow).body["runCount"] == 1)
        let talk = first.body["conversation_id"] ?? .null
        let next = await world.mine(
            "POST", "messages", ["message": "The red one", "conversation_id": talk])
        #expect(Self.texts(next) == ["It is yours"])
        #expect(await world.mine("GET", flow).body["runCount"] == 1)
    }

    @Test func `a turn without a message ends with one that the agent makes up`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.start()
        let start = await world.graph(flow).node("START")["nodeId"]?.text ?? ""
        let note = await world.node(
            flow, "CREATE_RECORD_ACTIVITY",
            ["recordTypeId": 5, "rowId": "{email}", "activityType": "NOTE", "content": "x"])
        await world.edge(flow, start, note.body["nodeId"]?.text ?? "")
        #expect(Self.texts(await world.mine("POST", "messages", [:])) == ["How can I help you?"])
    }

    @Test func `a flow that is not active is not entered by an intent`() async throws {
        let world = try await FrontlineWorld()
        let flow = await Self.asking(world)
        await world.mine("PUT", flow, ["name": "Orders", "status": "SUSPENDED"])
        let answer = await world.mine("POST", "messages", ["message": "I want to buy one"])
        #expect(Self.texts(answer) == ["How can I help you?"])
        #expect(await world.mine("GET", flow).body["runCount"] == 0)
    }
}

/// What the contract wants of nodes, and each preset allows.
@Suite struct `Bodies of nodes` {
    @Test(arguments: EmulatedPreset.allCases)
    func `edges may stand inside of a node`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.start()
        let start = await world.graph(flow).node("START")["nodeId"]?.text ?? ""
        let edge: Value = [
            "source": .text(start), "sourceHandle": "default", "target": "say_9",
            "targetHandle": "default",
        ]
        let made = await world.mine(
            "POST", "\(flow)/nodes",
            [
                "node": [
                    "nodeId": "say_9", "type": "SAY_AI",
                    "position": ["positionX": 1, "positionY": 2], "edges": [edge],
                    "data": ["type": "SAY_AI", "sayWithAi": false, "message": "Hi"],
                ]
            ])
        #expect(made.status == 201)
        #expect(made.body["targetEdges"]?.list?.first?["from"] == .text(start))
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `an update without a node is refused`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.start()
        let say = await world.say(flow)
        #expect(
            await world.mine("PUT", "\(flow)/nodes/\(say)", [:]).issues == ["node: invalid_type"])
    }

    @Test func `a record is named by its id or by a variable`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.start()
        for (row, issues) in [
            ("12", ["data.rowId: invalid_string"]), ("{email}", []),
            ("0123456789abcdef01234567", []),
        ] {
            let data: Value = [
                "recordTypeId": 5, "rowId": .text(row), "activityType": "NOTE", "content": "x",
            ]
            #expect(await world.node(flow, "CREATE_RECORD_ACTIVITY", data).issues == issues)
        }
    }

    @Test func `a service may take no activities in flows, and says so`() async throws {
        let world = try await FrontlineWorld(switches: ["no-activity-nodes"])
        let rows = await world.send("GET", "guidance/nodes").body["results"]?.list ?? []
        let row = rows.first { $0["type"] == "CREATE_RECORD_ACTIVITY" }
        #expect(row?["validInFlow"] == false)
        let data: Value = [
            "recordTypeId": 5, "rowId": "{email}", "activityType": "NOTE", "content": "x",
        ]
        let made = await world.node(await world.start(), "CREATE_RECORD_ACTIVITY", data)
        #expect(made.issues == ["node.type: wrong_kind"])
    }

    @Test func `the contract by its word wants a model and its vendor`() async throws {
        let world = try await FrontlineWorld(switches: ["model-pairs"])
        let data: Value = [
            "assistantId": .text(world.agent), "aiModelId": -29, "instructions": "Ask",
            "temperature": 0.1, "captureVariables": [], "exitNodeWhen": "ALL_VARIABLES",
        ]
        let made = await world.node(await world.start(), "RESPONSE_AI", data)
        #expect(made.issues == ["data.model: invalid_type", "data.aiVendor: invalid_type"])
    }

    @Test func `knowledge bases have what the contract wants`() async throws {
        let world = try await FrontlineWorld()
        let rows = await world.send("GET", "knowledge-bases").body["results"]?.list ?? []
        #expect(!rows.isEmpty)
        let wanted = [
            "id", "accountId", "name", "description", "namespace", "isShared", "isDefault",
            "vectorStoreId", "createdAt", "updatedAt",
        ]
        for row in rows { #expect(wanted.filter { row[$0] == nil } == []) }
    }
}
