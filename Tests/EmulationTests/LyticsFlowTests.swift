import Documents
import EmulatedKit
import Platforms
import Testing

struct LyticsFlowTests {
    @Test func `a flow written as steps answers as steps, and as nanoseconds on the core form`()
        async throws
    {
        let world = try await World()
        _ = await world.flow()
        let ui = await world.send("GET", "/v2/flow/ui/welcome").data
        #expect(ui["reentry_delay"] == "24h")
        #expect(ui["steps"]?.list?[1]["delay"] == "1h30m")
        #expect(ui["colour"] == "green")
        #expect(ui["steps"]?.list?[0]["icon"] == "mail")
        #expect(ui["state"] == "draft")
        #expect(ui["version"] == 0)
        let core = await world.send("GET", "/v2/flow/welcome?latest=true").data
        #expect(core["reentry_delay"] == 86_400_000_000_000)
        #expect(core["steps"]?.list?[1]["delay"] == 5_400_000_000_000)
    }

    @Test func `a flow written as a graph answers as a graph and drops the shares`() async throws {
        let world = try await World()
        let body: Value = [
            "id": "graph", "label": "Graph",
            "nodes": [
                ["sequence_id": 0, "type": "trigger", "reentry_delay": 7200, "label": "Start"],
                ["sequence_id": 1000, "type": "ab_test", "label": "Test", "slug": "lost"],
                ["sequence_id": 2000, "type": "delay", "delay": 3_600_000_000_000],
                ["sequence_id": 3000, "type": "exit"],
            ],
            "edges": [
                ["id": "0-1000", "source": 0, "target": 1000, "type": "connected"],
                ["id": "1000-2000", "source": 1000, "target": 2000, "probability": 0.5],
                ["id": "1000-3000", "source": 1000, "target": 3000, "probability": 0.5],
            ],
        ]
        #expect(await world.send("POST", "/v2/flow/ui", body).status == 201)
        let graph = await world.send("GET", "/v2/flow/ui/graph").data
        let nodes = graph["nodes"]?.list ?? []
        #expect(nodes.map { $0["sequence_id"]?.int } == [0, 1000, 2000, 3000])
        #expect(nodes.first?["reentry_delay"] == 7200)
        #expect(nodes.first?["label"] == "Start")
        #expect(nodes.contains { $0["slug"].isThere } == false)
        let edges = graph["edges"]?.list ?? []
        #expect(edges.map { $0["id"]?.text } == ["0-1000", "1000-2000", "1000-3000"])
        #expect(edges.contains { $0["probability"].isThere } == false)
        let core = await world.send("GET", "/v2/flow/graph/0").data
        #expect(core["reentry_delay"] == 7_200_000_000_000)
        #expect(core["steps"]?.list?[0]["split_probabilities"]?.list?[0]["prob"] == 1)
    }

    @Test func `a dangling next is taken in a draft and refused at running`() async throws {
        let world = try await World()
        _ = await world.flow(next: 3)
        let answer = await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"])
        #expect(answer.status == 400)
        #expect(answer.code == "BADREQ-001")
        #expect(answer.message == "step 1 (`send`) leads to step 3, which does not exist")
    }

    @Test func `a running flow changes its header in place and its steps in a new version`()
        async throws
    {
        let world = try await World()
        let body = await world.flow()
        await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"])
        let renamed = body.with("label", "Renamed")
        #expect(await world.send("POST", "/v2/flow/ui/welcome", renamed).status == 200)
        let longer = renamed.setting(["steps", "wait", "delay"], to: "2h")
        let answer = await world.send("POST", "/v2/flow/ui/welcome", longer)
        #expect(answer.status == 201)
        #expect(answer.data["version"] == 1)
        #expect(answer.data["state"] == "draft")
        await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"])
        let versions = await world.send("GET", "/v2/flow/welcome").data.list ?? []
        #expect(versions.map { $0["state"]?.text } == ["draining", "running"])
    }

    @Test func `with edit-in-place the running version is edited`() async throws {
        let world = try await World(switches: World.takingSteps + ["edit-in-place"])
        let body = await world.flow()
        await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"])
        let longer = body.setting(["steps", "wait", "delay"], to: "2h")
        let answer = await world.send("POST", "/v2/flow/ui/welcome", longer)
        #expect(answer.status == 200)
        #expect(answer.data["version"] == 0)
        #expect(answer.data["state"] == "running")
    }

    @Test func `a whole update resets what it leaves out, a state alone merges`() async throws {
        let world = try await World()
        let body = await world.flow()
        let merged = await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"]).data
        #expect(merged["label"] == "Welcome")
        await world.send("DELETE", "/v2/flow/ui/welcome")
        await world.send("POST", "/v2/flow/ui", body)
        var object = body.object ?? [:]
        object["colour"] = nil
        object["label"] = nil
        let reset = await world.send("POST", "/v2/flow/ui/welcome", .object(object)).data
        #expect(reset["label"] == "")
        #expect(!reset["colour"].isThere)
    }

    @Test func `only draft to running to draining is allowed`() async throws {
        let world = try await World()
        _ = await world.flow()
        #expect(
            await world.send("POST", "/v2/flow/ui/welcome", ["state": "draining"]).status == 400)
        #expect(await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"]).status == 200)
        #expect(await world.send("POST", "/v2/flow/ui/welcome", ["state": "draft"]).status == 400)
        #expect(
            await world.send("POST", "/v2/flow/ui/welcome", ["state": "draining"]).status == 200)
        #expect(await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"]).status == 400)
    }

    @Test func `an export of its own must be made and published before running`() async throws {
        let world = try await World()
        let body = await world.flow().setting(
            ["steps"], to: [["id": 1, "slug": "send", "type_hint": "work_export"]])
        await world.send("POST", "/v2/flow/ui/welcome", body)
        let running: Value = ["state": "running"]
        #expect(await world.send("POST", "/v2/flow/ui/welcome", running).status == 400)
        let path = "/v2/flow/ui/welcome/step/1/work"
        let work = await world.send("POST", path, ["workflow": "braze_export", "config": [:]])
        #expect(work.status == 201)
        let refused = await world.send("POST", "/v2/flow/ui/welcome", running)
        #expect(refused.message == "the work of step 1 (`send`) is not published")
        #expect(await world.send("POST", path + "/publish").status == 200)
        #expect(await world.send("POST", "/v2/flow/ui/welcome", running).status == 200)
        let flow = await world.send("GET", "/v2/flow/ui/welcome").data
        #expect(flow["steps"]?.list?[0]["work_id"] == work.data["id"])
    }

    @Test func `a deleted flow is gone today, and listed and readable under the brief preset`()
        async throws
    {
        for (preset, status) in [(EmulatedPreset.today, 404), (.brief, 200)] {
            let world = try await World(preset: preset)
            _ = await world.flow()
            await world.send("DELETE", "/v2/flow/ui/welcome")
            #expect(await world.send("GET", "/v2/flow/ui/welcome").status == status)
            let states = await world.send("GET", "/v2/flow/ui").data.list?.map { $0["state"] }
            #expect(states == (preset == .brief ? ["deleted"] : []))
        }
    }

    @Test func `flow states are the slugs of steps`() async throws {
        let world = try await World()
        _ = await world.flow()
        #expect(await world.send("GET", "/v2/flow/state").data == ["send", "wait"])
    }

    @Test(arguments: [(EmulatedPreset.today, 400), (.brief, 201)])
    func `the ui endpoint refuses steps today, and took them under the brief`(
        preset: EmulatedPreset, status: Int
    ) async throws {
        let world = try await World(preset: preset, switches: [])
        let flow: Value = ["id": "a", "steps": []]
        #expect(await world.send("POST", "/v2/flow/ui", flow).status == status)
        let other: Value = ["id": "b", "steps": []]
        #expect(await world.send("POST", "/v2/flow", other).status == 201)
    }

    @Test func `with forget-steps a flow is taken, and its steps are lost`() async throws {
        let world = try await World(switches: World.takingSteps + ["forget-steps"])
        _ = await world.flow()
        #expect(await world.send("GET", "/v2/flow/ui/welcome").data["steps"] == [])
    }

    @Test func `a flow written as steps shows an exit for every way that ends`() async throws {
        let world = try await World(switches: [])
        let body: Value = [
            "id": "ways", "label": "Ways",
            "steps": [
                [
                    "id": 1, "slug": "ask", "type_hint": "conditional",
                    "split_conditions": [
                        ["label": "Yes", "conditions": "FILTER a = 1 FROM user", "next": 2],
                        ["label": "No", "conditions": ""],
                    ],
                ],
                ["id": 2, "slug": "wait", "type_hint": "delay", "delay": 3_600_000_000_000],
            ],
        ]
        #expect(await world.send("POST", "/v2/flow", body).status == 201)
        let graph = await world.send("GET", "/v2/flow/ui/ways").data
        let nodes = graph["nodes"]?.list ?? []
        #expect(
            nodes.map { $0["type"]?.text } == [
                "trigger", "conditional_split", "delay", "exit", "exit",
            ])
        let edges = graph["edges"]?.list ?? []
        #expect(edges.map { $0["id"]?.text } == ["0-1", "1-2", "1-3", "2-4"])
        #expect(edges[2]["condition"]?["label"] == "No")
    }

    @Test(arguments: [["calendar-nodes"], ["no-calendar-nodes"]])
    func `nodes keep a time of the calendar where the switch says so`(
        switches: [String]
    ) async throws {
        let world = try await World(switches: switches)
        let until: Value = ["kind": "time_of_day", "time_of_day": "12:00"]
        let body: Value = [
            "id": "noon", "label": "Noon",
            "nodes": [
                ["sequence_id": 0, "type": "trigger"],
                ["sequence_id": 1000, "type": "delay", "delay_until": until],
            ],
            "edges": [["id": "0-1000", "source": 0, "target": 1000]],
        ]
        #expect(await world.send("POST", "/v2/flow/ui", body).status == 201)
        let node = await world.send("GET", "/v2/flow/ui/noon").data["nodes"]?.list?.last
        #expect(node?["delay_until"] == (switches == ["calendar-nodes"] ? until : nil))
    }
}
