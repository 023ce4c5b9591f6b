import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineAgentTests {
    @Test(arguments: EmulatedPreset.allCases)
    func `a new agent has settings and a Start flow with one node`(
        preset: EmulatedPreset
    ) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let detail = await world.send("GET", "agents/\(world.agent)").body
        #expect(detail["agentSetting"]?["model"] == "gpt-4.1")
        #expect(detail["agentSetting"]?["aiModel"]?["name"] == "GPT-4.1")
        let start = await world.mine("GET", await world.start() + "?includeNodes=true").body
        #expect(start["name"] == "Start")
        #expect(start["status"] == "DRAFT")
        #expect(start["isDefault"] == true)
        #expect(start["liveSnapshotId"] == .some(.null))
        #expect(start["draftSnapshotId"]?.text?.count == 24)
        #expect(start["nodes"]?.list?.map { $0["type"] } == ["START"])
        let id = start.node("START")["nodeId"]?.text ?? ""
        #expect(preset == .brief ? id == "start_1" : id.hasPrefix("node_") && id.count == 41)
    }

    @Test func `an agent is listed, renamed and deployed`() async throws {
        let world = try await FrontlineWorld()
        let path = "agents/\(world.agent)"
        #expect(await world.send("PUT", path, ["name": "Max"]).body["name"] == "Max")
        #expect(await world.send("PUT", path, ["name": ""]).issues == ["name: too_small"])
        let long: Value = .text(String(repeating: "x", count: 257))
        #expect(await world.send("PUT", path, ["name": long]).issues == ["name: too_big"])
        let list = await world.send("GET", "agents?status=ACTIVE").results
        #expect(list.first?.object?.keys.count == 6)
        #expect(await world.send("GET", "agents?status=INACTIVE").results.isEmpty)
        #expect(
            await world.send("GET", "agents?status=BUSY").issues == ["status: invalid_enum_value"])
        let paused = await world.mine("PUT", "deployment-status", ["isOffline": true])
        #expect(paused.body["isOffline"] == true)
        #expect(await world.mine("PUT", "deployment-status", [:]).issues.count == 1)
    }

    @Test func `agents are listed in the order of their making`() async throws {
        let world = try await FrontlineWorld()
        for name in ["A", "B", "C"] { await world.send("POST", "agents", ["name": .text(name)]) }
        let names = await world.send("GET", "agents").results.map { $0["name"]?.text }
        #expect(names == ["Mia", "A", "B", "C"])
    }

    @Test func `a deleted agent is gone with all it had`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        #expect(await world.send("DELETE", "agents/\(world.agent)").status == 204)
        #expect(await world.send("GET", "agents").results.isEmpty)
        for path in ["flows", flow, "\(flow)/graph", "variables/all", "agent-setting"] {
            #expect(await world.mine("GET", path).status == 404)
        }
        #expect(await world.send("DELETE", "agents/\(world.agent)").status == 404)
    }

    @Test func `settings are replaced whole`() async throws {
        let world = try await FrontlineWorld()
        let full: Value = [
            "aiModelId": -31, "temperature": 0.2, "instructions": "Be kind", "maxIterations": 5,
            "agentType": "ADVANCED", "customToolIds": [501, 503],
            "connectedAccountConfigs": [["connectedAccountId": 91]],
            "systemToolsConfig": ["webSearchEnabled": true],
        ]
        let set = await world.mine("PUT", "agent-setting", full).body
        #expect(set["model"] == "claude-sonnet-4")
        #expect(set["customTools"]?.list?.map { $0["name"] } == ["Look up order", "Cancel order"])
        #expect(set["systemToolsConfig"]?["urlScrapeEnabled"] == false)
        #expect(set["agentConnectedAccounts"]?.list?.first?["useAllTools"] == true)
        let short: Value = ["aiModelId": .null, "temperature": 1, "instructions": .null]
        await world.mine("PUT", "agent-setting", short)
        let now = await world.mine("GET", "agent-setting").body
        #expect(now["maxIterations"] == 10)
        #expect(now["agentType"] == "BASIC")
        #expect(now["customTools"] == [])
        #expect(now["id"] == set["id"])
    }

    @Test func `wrong settings are refused all at once`() async throws {
        let world = try await FrontlineWorld()
        let wrong: Value = [
            "aiModelId": 7, "temperature": 1.5, "maxIterations": 2, "agentType": "CLEVER",
            "customToolIds": [501, 9], "connectedAccountConfigs": [["connectedAccountId": 8]],
        ]
        let refused = await world.mine("PUT", "agent-setting", wrong)
        #expect(
            refused.issues == [
                "temperature: too_big", "instructions: invalid_type", "maxIterations: too_small",
                "agentType: invalid_enum_value", "aiModelId: not_found",
                "customToolIds.1: not_found",
                "connectedAccountConfigs.0.connectedAccountId: not_found",
            ])
        #expect(await world.mine("GET", "agent-setting").body["aiModelId"] == -29)
    }

    @Test func `an agent answers with what its Start flow says, or else by itself`() async throws {
        let world = try await FrontlineWorld()
        let first = await world.mine("POST", "messages", [:])
        #expect(first.status == 201)
        #expect(first.body["messages"]?.list?.first?["text"] == "How can I help you?")
        let flow = await world.start()
        let start = await world.graph(flow).node("START")["nodeId"]?.text ?? ""
        await world.edge(flow, start, await world.say(flow, "Welcome"))
        let id = first.body["conversation_id"] ?? .null
        let next = await world.mine("POST", "messages", ["message": "Hi", "conversation_id": id])
        #expect(next.body["conversation_id"] == id)
        #expect(next.body["messages"]?.list?.first?["text"] == "How can I help you?")
        let other = await world.mine("POST", "messages", [:])
        #expect(other.body["messages"]?.list?.first?["text"] == "Welcome")
        #expect(other.body["messages"]?.list?.first?["role"] == "ASSISTANT")
        #expect(await world.mine("GET", flow).body["runCount"] == 2)
        #expect(await world.mine("POST", "conversations/\(id.int ?? 0)/close").status == 200)
        #expect(await world.mine("POST", "messages", ["conversation_id": id]).status == 409)
        #expect(await world.mine("POST", "conversations/1/close").status == 404)
    }
}
