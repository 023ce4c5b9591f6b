import Documents
import Platforms
import Testing

struct TenexEditTests {
    @Test func `a workflow is changed behind its owner's back by id or name`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Steps.graph([Steps.wait("w", "P3D")]), ["name": "Mine"])
        #expect(await world.edit("workflow", id, ["description": "Edited"]) == 200)
        #expect(await world.object("workflow", "Mine")?["description"] == "Edited")
        let set: Value = ["graph.steps.w.config.duration": "P1D"]
        #expect(await world.edit("workflow", "Mine", set) == 200)
        let shown = await world.send("GET", "flows/workflows/\(id)").body
        #expect(shown["current_version"] == 2)
        #expect(shown["graph"]?["steps"]?.list?.first?["config"]?["duration"] == "P1D")
        let versions = await world.send("GET", "flows/workflows/\(id)/versions").items
        #expect(versions.map { $0["created_by"] } == ["app", "api"])
        #expect(await world.edit("workflow", "Nobody's", ["name": "x"]) == 404)
    }

    @Test func `triggers and runs are changed and deleted`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Steps.graph([Steps.wait("w", "P3D")]))
        let trigger = await world.trigger(id, ["name": "leads", "event_type": "lead.created"])
        #expect(await world.edit("trigger", "leads", ["enabled": false]) == 200)
        #expect(await world.send("GET", "flows/triggers/\(trigger)").body["enabled"] == false)
        let run = await world.start(id)
        await world.wait("1s")
        #expect(await world.object("run", run)?["steps"]?.list?.count == 1)
        #expect(await world.edit("run", run, ["status": "failed"]) == 200)
        #expect(await world.status(run) == "failed")
        let gone: Value = ["kind": "tenex/trigger", "id": "leads", "delete": true]
        #expect(await world.ask("POST", "/_emulator/edit", gone.canonicalBytes).status == 200)
        #expect(await world.send("GET", "flows/triggers/\(trigger)").status == 404)
    }

    @Test func `an event before any request opens a workspace`() async throws {
        let world = try await TenexWorld()
        #expect(await world.edit("event", "new", ["event_type": "lead.created"]) == 200)
        #expect(await world.edit("event", "new", ["data": [:]]) == 404)
        #expect(await world.object("workspace", "acme")?["name"] == "acme")
        #expect(await world.object("workspace", "demo0002") == nil)
    }
}
