import Documents
import Platforms
import Testing

struct FrontlineEditTests {
    private static func edit(
        _ world: FrontlineWorld, _ kind: String, _ id: Value?, _ set: Value
    ) async -> Int {
        let body: Value = [
            "kind": .text("frontline/\(kind)"), "id": .text(id?.text ?? "\(id?.int ?? 0)"),
            "set": set,
        ]
        return await world.ask("POST", "/_emulator/edit", body.canonicalBytes).status
    }

    private static func object(
        _ world: FrontlineWorld, _ kind: String, _ id: String
    ) async -> Value? {
        let path = "/_emulator/object?kind=frontline/\(kind)&id=\(id)"
        let answer = await world.ask("GET", path)
        return answer.status == 200 ? answer.body : nil
    }

    @Test func `a node of a draft is edited by its name, id or alias`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let id = await world.say(flow, "greet")
        await world.mine("PUT", "\(flow)/nodes/\(id)", ["node": ["alias": "Greeting"]])
        await world.mine("PUT", flow, ["name": "Orders", "status": "ACTIVE"])
        let flowID = await world.mine("GET", flow).body["id"]
        for name in ["greet", id, "Greeting"] {
            let before = await world.graph(flow)["updatedAt"]
            let text: Value = .text("said by \(name)")
            let set: Value = .object(Object([("nodes.\(name).data.message", text)]))
            #expect(await Self.edit(world, "flow", flowID, set) == 200)
            #expect(await world.graph(flow).node(id)["data"]?["message"] == text)
            #expect(await world.graph(flow)["updatedAt"] != before)
        }
        #expect(await Self.edit(world, "flow", flowID, ["nodes.greet.alias": "Hello"]) == 200)
        #expect(await world.graph(flow).node(id)["alias"] == "Hello")
        let live = await world.mine("GET", "\(flow)?includeNodes=true&draft=false").body
        #expect(live.node(id)["data"]?["message"] == "greet")
    }

    @Test func `a flow shows both of its snapshots as an object`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        await world.mine("PUT", flow, ["name": "Orders", "status": "ACTIVE"])
        _ = await world.say(flow)
        let id = String(flow.split(separator: "/").last ?? "")
        let object = await Self.object(world, "flow", id)
        #expect(object?["nodes"]?.list?.count == 1)
        #expect(object?["liveNodes"] == [])
        #expect(object?["status"] == "ACTIVE")
    }

    @Test func `agents, variables and intents are edited and deleted by id`() async throws {
        let world = try await FrontlineWorld()
        let variable = await world.variable("code")
        let intent = await world.intent("buy")
        let all: [(String, Value, String)] = [
            ("variable", variable, "variables/\(variable.int ?? 0)"),
            ("intent", intent, "intents/\(intent.int ?? 0)"),
            ("agent", .text(world.agent), ""),
        ]
        for (kind, id, path) in all {
            #expect(await Self.edit(world, kind, id, ["description": "Edited"]) == 200)
            #expect(await world.mine("GET", path).body["description"] == "Edited", "\(kind)")
            let name = id.text ?? "\(id.int ?? 0)"
            #expect(await Self.object(world, kind, name)?["description"] == "Edited")
            let gone: Value = [
                "kind": .text("frontline/\(kind)"), "id": .text(name), "delete": true,
            ]
            #expect(await world.ask("POST", "/_emulator/edit", gone.canonicalBytes).status == 200)
            #expect(await world.mine("GET", path).status == 404, "\(kind)")
            #expect(await Self.object(world, kind, name) == nil)
        }
    }

    @Test func `an edit of what is not there says so`() async throws {
        let world = try await FrontlineWorld()
        #expect(await Self.edit(world, "flow", 9, ["name": "x"]) != 200)
        #expect(await Self.edit(world, "tool", 501, ["name": "x"]) != 200)
    }
}
