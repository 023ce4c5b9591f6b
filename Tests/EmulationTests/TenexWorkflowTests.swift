import Documents
import Platforms
import Testing

struct TenexWorkflowTests {
    private static let one = Steps.graph([Steps.agent("a")])
    private static let two = Steps.graph(
        [Steps.agent("a"), Steps.agent("b")],
        [
            Steps.edge("a", "b")
        ])

    @Test func `a workflow with a graph begins with version 1, one without has none`() async throws
    {
        let world = try await TenexWorld()
        let bare = await world.send("POST", "flows/workflows", ["name": "Bare"])
        #expect(bare.status == 201)
        #expect(bare.body["current_version"] == .null)
        #expect(bare.body["status"] == "draft")
        #expect(bare.body["graph"] == .null)
        let full = await world.send("POST", "flows/workflows", ["name": "F", "graph": Self.one])
        #expect(full.body["current_version"] == 1)
        #expect(full.body["graph"]?["steps"]?.list?.first?["on_error"] == "halt")
        let listed = await world.send("GET", "flows/workflows").items
        #expect(listed.count == 2)
        #expect(listed.allSatisfy { $0["graph"] == nil })
        let activated = await world.send(
            "PATCH", "flows/workflows/\(bare.body["id"]?.text ?? "")", ["status": "active"])
        #expect(activated.status == 409)
        #expect(activated.body["code"] == "invalid_state")
    }

    @Test func `another graph is a new version, an equal one is none`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Self.one)
        let path = "flows/workflows/\(id)"
        let same = await world.send("PUT", "\(path)/graph", Self.one)
        #expect(same.status == 200)
        #expect(same.body["version"] == 1)
        let other = await world.send("PUT", "\(path)/graph", Self.two)
        #expect(other.body["version"] == 2)
        #expect(other.body["status"] == "current")
        let versions = await world.send("GET", "\(path)/versions").items
        #expect(versions.map { $0["version"] } == [2, 1])
        #expect(versions.map { $0["status"] } == ["current", "superseded"])
        let first = await world.send("GET", "\(path)/versions/1").body
        #expect(first["graph"]?["steps"]?.list?.count == 1)
        #expect(await world.send("GET", "\(path)/versions/3").status == 404)
        let always = try await TenexWorld(switches: ["tenex-always-versions"])
        let other2 = await always.workflow(Self.one)
        let again = await always.send("PUT", "flows/workflows/\(other2)/graph", Self.one)
        #expect(again.body["version"] == 2)
    }

    @Test func `a graph for another version than the current one is a conflict`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Self.one)
        let path = "flows/workflows/\(id)/graph"
        let refused = await world.send("PUT", path, Self.two.with("base_version", 7))
        #expect(refused.status == 409)
        #expect(refused.body["code"] == "version_conflict")
        #expect(await world.send("PUT", path, Self.two.with("base_version", 1)).status == 200)
        let lax = try await TenexWorld(switches: ["tenex-base-version-ignored"])
        let other = await lax.workflow(Self.one)
        let taken = await lax.send(
            "PUT", "flows/workflows/\(other)/graph", Self.two.with("base_version", 7))
        #expect(taken.body["version"] == 2)
    }

    @Test func `a graph is refused down to the element`() async throws {
        let world = try await TenexWorld()
        let steps: [Value] = [
            Steps.agent("a", "nobody"),
            Steps.step("b", "connector", ["connector_id": "none", "action": "x"]),
            Steps.step("b", "wait", ["duration": "3d"]), Steps.step("c", "wait"),
            ["key": "d", "type": "http", "on_error": "retry"],
        ]
        let edges = [
            Steps.edge("a", "z"), Steps.edge("a", "b", "later"),
            Steps.edge("a", "b", "branch", when: ["field": "x", "op": "like"]),
        ]
        let body: Value = ["name": "F", "graph": Steps.graph(steps, edges)]
        let refused = await world.send("POST", "flows/workflows", body)
        #expect(refused.status == 422)
        #expect(
            refused.places == [
                "body.graph.steps.0.config.agent_slug: value_error",
                "body.graph.steps.1.config.connector_id: value_error",
                "body.graph.steps.2.config.duration: time_delta_parsing",
                "body.graph.steps.2.key: value_error",
                "body.graph.steps.3.config: value_error",
                "body.graph.steps.4.on_error: literal_error",
                "body.graph.edges.0.to: value_error",
                "body.graph.edges.1.kind: literal_error",
                "body.graph.edges.2.condition.op: literal_error",
            ])
        #expect(await world.send("GET", "flows/workflows").items.isEmpty)
    }

    @Test func `a version is archived once it is not the current one`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Self.one)
        await world.send("PUT", "flows/workflows/\(id)/graph", Self.two)
        let path = "flows/workflows/\(id)/versions"
        #expect(await world.send("POST", "\(path)/2/archive").status == 409)
        let archived = await world.send("POST", "\(path)/1/archive")
        #expect(archived.body["status"] == "archived")
        #expect(archived.body["archived_at"] != .null)
    }

    @Test func `an archived workflow stays as it is, and its triggers are disabled`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Self.one)
        let trigger = await world.trigger(id, ["event_type": "lead.created"])
        let path = "flows/workflows/\(id)"
        #expect(await world.send("PATCH", path, ["status": "archived"]).status == 422)
        #expect(await world.send("PATCH", path, ["status": "paused"]).status == 200)
        #expect(await world.send("POST", "\(path)/archive").body["status"] == "archived")
        let shown = await world.send("GET", "flows/triggers/\(trigger)").body
        #expect(shown["enabled"] == false)
        for (method, tail, body) in [
            ("PATCH", "", ["status": "active"] as Value), ("PUT", "/graph", Self.two),
            ("POST", "/trigger", [:]),
        ] {
            let refused = await world.send(method, path + tail, body)
            #expect(refused.status == 409, "\(method) \(tail)")
            #expect(refused.body["code"] == "invalid_state")
        }
        #expect(await world.send("GET", "flows/workflows?status=active").items.isEmpty)
        #expect(await world.send("GET", "flows/workflows?status=archived").items.count == 1)
        #expect(await world.send("GET", "flows/workflows?status=gone").status == 422)
    }

    @Test func `a template is copied with its inputs filled in`() async throws {
        let world = try await TenexWorld()
        let path = "flows/workflows/from-template"
        let missing = await world.send("POST", path, ["template_slug": "lead-to-sequence"])
        #expect(missing.places == ["body.inputs.sequence_id: missing"])
        let sequence = await world.id("marketing/sequences", "Welcome")
        let unknown: Value = [
            "template_slug": "lead-to-sequence", "inputs": ["sequence_id": .text(Self.nowhere)],
        ]
        let refused = await world.send("POST", path, unknown)
        #expect(refused.places == ["body.inputs.sequence_id: value_error"])
        let body: Value = [
            "template_slug": "lead-to-sequence", "inputs": ["sequence_id": sequence],
            "name": "Mine",
        ]
        let made = await world.send("POST", path, body)
        #expect(made.status == 201)
        #expect(made.body["template_slug"] == "lead-to-sequence")
        #expect(made.body["current_version"] == 1)
        let params = made.body["graph"]?["steps"]?.list?.last?["config"]?["params"]
        #expect(params?["sequence_id"] == sequence)
        #expect(params?["lead_id"] == "{{ inputs.lead_id }}")
        #expect(await world.send("POST", path, ["template_slug": "none"]).status == 404)
    }

    private static let nowhere = "00000000-0000-4000-a000-000000000000"
}
