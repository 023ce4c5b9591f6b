import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineCatalogueTests {
    private static func names(_ list: [Value], _ key: String = "name") -> [String] {
        list.map { $0[key]?.text ?? "" }
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `every account has the same catalogue and no agents`(
        preset: EmulatedPreset
    ) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let key = "user.fresh.secret"
        func list(_ path: String) async -> [Value] {
            await world.send("GET", path, key: key).results
        }
        #expect(await list("agents").isEmpty)
        let tools = await list("tools")
        #expect(Self.names(tools) == ["Look up order", "Open ticket", "Cancel order"])
        #expect(tools.map { $0["id"] } == [501, 502, 503])
        let models = await list("ai-models?type=TEXT")
        #expect(models.map { $0["id"] } == [-29, -30, -31])
        #expect(Self.names(models, "externalId") == ["gpt-4.1", "gpt-4.1-mini", "claude-sonnet-4"])
        #expect(Self.names(await list("knowledge-bases")) == ["Help centre", "Returns policy"])
        #expect(await list("playbooks").map { $0["id"] } == [81])
        #expect(Self.names(await list("integrations"), "alias") == ["Slack", "Google Sheets"])
    }

    @Test func `models are read one by one`() async throws {
        let world = try await FrontlineWorld()
        #expect(await world.send("GET", "ai-models/default?type=TEXT").body["id"] == -29)
        #expect(await world.send("GET", "ai-models/-31").body["aiVendor"] == "ANTHROPIC")
        #expect(await world.send("GET", "ai-models/9").status == 404)
        #expect(await world.send("GET", "ai-models?type=TRANSCRIPTION").results.isEmpty)
        #expect(await world.send("GET", "ai-models/default?type=TRANSCRIPTION").status == 404)
        #expect(await world.send("GET", "ai-models?type=SOUND").status == 400)
    }

    @Test func `objects and record types come in an envelope`() async throws {
        let world = try await FrontlineWorld()
        let objects = await world.send("GET", "objects").body
        #expect(objects["ok"] == true)
        #expect(Self.names(objects["data"]?.list ?? []) == ["people", "orders"])
        let types = await world.send("GET", "objects/orders/record-types").body
        #expect(types["data"]?.list?.map { $0["id"] } == [6])
        #expect(types["data"]?.list?.first?["display_name"] == "Order")
        #expect(types["data"]?.list?.first?["_object"].isThere == false)
        #expect(await world.send("GET", "objects/none/record-types").status == 404)
    }

    @Test func `a tool is made, changed and deleted`() async throws {
        let world = try await FrontlineWorld()
        let body: Value = [
            "name": "Ship", "description": "Ships", "method": "POST", "url": "https://x",
            "arguments": [["name": "id", "dataType": "NUMBER"]],
        ]
        let made = await world.send("POST", "tools", body)
        #expect(made.status == 201)
        #expect(made.body["status"] == "ACTIVE")
        let path = "tools/\(made.body["id"]?.int ?? 0)"
        let put = await world.send("PUT", path, ["status": "PAUSED", "arguments": []]).body
        #expect(put["name"] == "Ship")
        #expect(put["arguments"] == [])
        let paused = await world.send("GET", "tools?status=PAUSED&filterText=shi").results
        #expect(Self.names(paused) == ["Ship"])
        #expect(await world.send("POST", "\(path)/test", ["values": [:]]).body["status"] == 200)
        #expect(await world.send("DELETE", path).status == 204)
        #expect(await world.send("GET", path).status == 404)
        #expect(await world.send("POST", "tools", ["method": "HEAD"]).issues.count == 4)
    }

    @Test func `guidance lists what may stand in a flow`() async throws {
        let world = try await FrontlineWorld()
        let nodes = await world.send("GET", "guidance/nodes").results
        let inFlows = nodes.filter { $0["validInFlow"] == true }
        #expect(
            Set(Self.names(inFlows, "type")) == [
                "START", "TRIGGER_INTENT", "SAY_AI", "RESPONSE_AI", "TOOLS_AI", "API",
                "CONDITIONAL_ROUTING", "CREATE_RECORD_ACTIVITY",
            ])
        let many = inFlows.filter { $0["allowsMultipleOutgoingHandles"] == true }
        #expect(Set(Self.names(many, "type")) == ["TOOLS_AI", "API", "CONDITIONAL_ROUTING"])
        #expect(await world.send("GET", "guidance/nodes/API").body["nodeType"] == "API")
        #expect(await world.send("GET", "guidance/nodes/NONE").status == 404)
    }
}
