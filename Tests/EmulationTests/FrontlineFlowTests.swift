import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineFlowTests {
    @Test func `a flow is made as a draft, described and renamed`() async throws {
        let world = try await FrontlineWorld()
        let made = await world.mine(
            "POST", "flows", ["name": "Orders", "id": 1, "isDefault": true])
        #expect(made.status == 201)
        #expect(made.body["description"] == .some(.null))
        #expect(made.body["status"] == "DRAFT")
        #expect(made.body["isDefault"] == false)
        #expect(made.body["id"] != 1)
        let path = "flows/\(made.body["id"]?.int ?? 0)"
        #expect(await world.graph(path)["nodes"] == [])
        await world.mine("PUT", path, ["name": "Orders", "description": "All of them"])
        let renamed = await world.mine("PUT", path, ["name": "Sales"]).body
        #expect(renamed["name"] == "Sales")
        #expect(renamed["description"] == "All of them")
        #expect(await world.mine("PUT", path, ["status": "DRAFT"]).issues == ["name: invalid_type"])
        #expect(await world.mine("POST", "flows", ["name": ""]).issues == ["name: too_small"])
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `lists show details, or leave them out`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let item = await world.mine("GET", "flows").results.first
        let hidden = ["isDefault", "assistantId", "liveSnapshotId", "draftSnapshotId"]
        for key in hidden { #expect(item?[key].isThere == (preset == .brief)) }
        #expect(item?["runCount"] == 0)
        let detail = await world.mine("GET", await world.start()).body
        #expect(detail["assistantId"]?.text == world.agent)
        #expect(!detail["nodes"].isThere)
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `flows have the statuses of their source`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let path = await world.flow()
        let words =
            preset == .brief ? ["PAUSED", "ARCHIVED"] : ["SUSPENDED"]
        for status in ["ACTIVE", "DRAFT"] + words {
            let answer = await world.mine("PUT", path, ["name": "A", "status": .text(status)])
            #expect(answer.body["status"]?.text == status)
            let found = await world.mine("GET", "flows?status=\(status)").results
            #expect(found.contains { $0["name"] == "A" })
        }
        for status in preset == .brief ? ["SUSPENDED", "DELETED"] : ["PAUSED", "ARCHIVED"] {
            let refused = await world.mine("PUT", path, ["name": "A", "status": .text(status)])
            #expect(refused.issues == ["status: invalid_enum_value"])
            #expect(await world.mine("GET", "flows?status=\(status)").status == 400)
        }
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `a deleted flow is not found`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let path = await world.flow()
        #expect(await world.mine("DELETE", path).status == 204)
        #expect(await world.mine("GET", path).error == "not_found")
        #expect(await world.mine("GET", "\(path)/graph").status == 404)
        #expect(await world.mine("GET", "flows").results.map { $0["name"] } == ["Start"])
    }

    @Test func `deleted flows are listed by their status, and an update deletes too`() async throws
    {
        let world = try await FrontlineWorld()
        let path = await world.flow("Old")
        let gone = await world.mine("PUT", path, ["name": "Old", "status": "DELETED"])
        #expect(gone.body["status"] == "DELETED")
        #expect(await world.mine("GET", path).status == 404)
        let listed = await world.mine("GET", "flows?status=DELETED").results
        #expect(listed.map { $0["name"] } == ["Old"])
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `the default flow cannot be deleted`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let path = await world.start()
        let refused = await world.mine("DELETE", path)
        #expect(refused.status == 409)
        #expect(refused.error == "conflict")
        let start = await world.graph(path).node("START")["nodeId"]?.text ?? ""
        #expect(await world.mine("DELETE", "\(path)/nodes/\(start)").status == 409)
        if preset == .today {
            let body: Value = ["name": "Start", "status": "DELETED"]
            #expect(await world.mine("PUT", path, body).status == 409)
        }
    }

    @Test func `a flow belongs to one agent`() async throws {
        let world = try await FrontlineWorld()
        let other = await world.send("POST", "agents", ["name": "Other"]).body["id"]?.text ?? ""
        let path = await world.flow()
        #expect(await world.send("GET", "agents/\(other)/\(path)").status == 404)
        #expect(await world.send("GET", "agents/\(other)/\(path)/graph").status == 404)
    }
}
