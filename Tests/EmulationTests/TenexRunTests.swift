import Documents
import Platforms
import Testing

struct TenexRunTests {
    private static let graph = Steps.graph(
        [
            Steps.agent("a", inputs: ["lead": "{{ inputs.lead_id }}"]), Steps.wait("w", "P3D"),
            Steps.agent("b", inputs: ["text": "for {{ steps.a.output.company }}"]),
        ], [Steps.edge("a", "w"), Steps.edge("w", "b")])

    private static let inputs: Object = [
        "inputs": [
            ["name": "lead_id", "type": "uuid", "required": true],
            ["name": "tries", "type": "integer", "default": 3],
        ]
    ]

    private static let lead: Value = ["lead_id": "0f0e0d0c-0000-4000-a000-000000000001"]

    @Test func `a run walks its steps on the virtual clock`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph, Self.inputs)
        let run = await world.start(workflow, Self.lead)
        #expect(await world.status(run) == "queued")
        await world.wait("100ms")
        #expect(await world.status(run) == "running")
        await world.wait("1s")
        let waiting = await world.run(run)
        #expect(waiting["status"] == "waiting")
        #expect(waiting["current_step_keys"] == ["w"])
        #expect(waiting["path"] == ["a", "w"])
        await world.wait("71h")
        #expect(await world.status(run) == "waiting")
        await world.wait("2h")
        let done = await world.run(run)
        #expect(done["status"] == "completed")
        #expect(done["path"] == ["a", "w", "b"])
        #expect(done["finished_at"] == "2026-03-23T09:46:40.450Z")
        #expect(await world.trace(run) == ["a completed", "w completed", "b completed"])
        let step = await world.step(run, "a")
        #expect(step["input"]?["lead"] == Self.lead["lead_id"])
        #expect(step["credits"] == 2)
        #expect(step["attempt"] == 1)
        #expect(await world.step(run, "b")["input"] == ["text": "for Example Ltd"])
        #expect(done["output"] == (await world.step(run, "b"))["output"])
    }

    @Test func `a payload is in the shape of the inputs`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph, Self.inputs)
        let path = "flows/workflows/\(workflow)/trigger"
        let missing = await world.send("POST", path, ["payload": [:]])
        #expect(missing.places == ["body.payload.lead_id: missing"])
        let wrong = await world.send("POST", path, ["payload": ["lead_id": "x", "tries": "y"]])
        #expect(
            wrong.places == ["body.payload.lead_id: uuid_parsing", "body.payload.tries: int_type"])
        #expect(await world.runs().isEmpty)
        let accepted = try await TenexWorld(switches: ["tenex-accepted-runs"])
        let other = await accepted.workflow(Steps.graph([Steps.agent("a")]))
        let started = await accepted.send("POST", "flows/workflows/\(other)/trigger", [:])
        #expect(started.status == 202)
    }

    @Test func `a run keeps the version it started with`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph, Self.inputs)
        let run = await world.start(workflow, Self.lead)
        let graph = Steps.graph([Steps.agent("z")])
        await world.send("PUT", "flows/workflows/\(workflow)/graph", graph)
        await world.send("POST", "flows/workflows/\(workflow)/versions/1/archive")
        await world.wait("4d")
        #expect(await world.run(run)["version"] == 1)
        #expect(await world.run(run)["path"] == ["a", "w", "b"])
        let next = await world.start(workflow, Self.lead)
        await world.wait("1s")
        #expect(await world.run(next)["path"] == ["z"])
    }

    @Test func `a run is paused, resumed and cancelled where its state allows it`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph, Self.inputs)
        let run = await world.start(workflow, Self.lead)
        func command(_ word: String) async -> Answer {
            await world.send("POST", "flows/runs/\(run)/\(word)")
        }
        await world.wait("1s")
        #expect(await command("resume").status == 409)
        #expect(await command("pause").body["status"] == "paused")
        #expect(await command("pause").body["code"] == "invalid_state")
        await world.wait("4d")
        #expect(await world.status(run) == "paused")
        #expect(await command("resume").body["status"] == "waiting")
        #expect(await world.status(run) == "running")
        await world.wait("1s")
        #expect(await world.status(run) == "completed")
        for word in ["pause", "resume", "cancel"] { #expect(await command(word).status == 409) }
        let other = await world.start(workflow, Self.lead)
        await world.wait("1s")
        let cancelled = await world.send("POST", "flows/runs/\(other)/cancel")
        #expect(cancelled.body["status"] == "cancelled")
        #expect(await world.trace(other) == ["a completed", "w cancelled", "b skipped"])
        await world.wait("4d")
        #expect(await world.status(other) == "cancelled")
    }

    @Test func `runs are listed newest first and filtered`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph, Self.inputs)
        let other = await world.workflow(Steps.graph([Steps.agent("a")]))
        let first = await world.start(workflow, Self.lead)
        await world.wait("1h")
        let second = await world.start(other)
        await world.wait("1h")
        #expect(await world.runs().map { $0["id"]?.text } == [second, first])
        #expect(await world.runs("?status=completed").count == 1)
        #expect(await world.runs("?workflow_id=\(workflow)").count == 1)
        #expect(await world.runs("?trigger_type=manual").count == 2)
        let noon = "2026-03-20T10:00:00Z"
        #expect(await world.runs("?created_after=\(noon)").map { $0["id"]?.text } == [second])
        #expect(await world.runs("?created_before=\(noon)").map { $0["id"]?.text } == [first])
        #expect(await world.send("GET", "flows/runs?created_after=soon").status == 422)
        #expect(await world.send("GET", "flows/runs?status=lost").status == 422)
    }

    @Test func `a draft may be tried, a paused workflow and one without a graph may not`()
        async throws
    {
        let world = try await TenexWorld()
        let graph = Steps.graph([Steps.agent("a")])
        let draft = await world.send("POST", "flows/workflows", ["name": "D", "graph": graph])
        let path = "flows/workflows/\(draft.body["id"]?.text ?? "")"
        #expect(await world.send("POST", "\(path)/trigger").status == 201)
        await world.send("PATCH", path, ["status": "paused"])
        #expect(await world.send("POST", "\(path)/trigger").status == 409)
        let bare = await world.send("POST", "flows/workflows", ["name": "B"])
        let id = bare.body["id"]?.text ?? ""
        #expect(await world.send("POST", "flows/workflows/\(id)/trigger").status == 409)
    }
}
