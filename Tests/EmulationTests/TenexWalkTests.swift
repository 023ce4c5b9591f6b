import Documents
import Platforms
import Testing

struct TenexWalkTests {
    @Test func `paths run beside each other and a join waits for all of them`() async throws {
        let world = try await TenexWorld()
        let steps = [
            Steps.agent("start"), Steps.wait("slow", "PT1H"), Steps.agent("quick"),
            Steps.agent("join"),
        ]
        let edges = [
            Steps.edge("start", "slow"), Steps.edge("start", "quick"),
            Steps.edge("slow", "join"), Steps.edge("quick", "join"),
        ]
        let run = await world.start(await world.workflow(Steps.graph(steps, edges)))
        await world.wait("30m")
        #expect(await world.trace(run).last == "join pending")
        await world.wait("31m")
        #expect(
            await world.trace(run) == [
                "start completed", "slow completed", "quick completed", "join completed",
            ])
    }

    @Test(arguments: [(90, "hot"), (50, "warm"), (10, "rest")] as [(Value, String)])
    func `the first branch that holds is taken, else the otherwise`(
        score: Value, taken: String
    ) async throws {
        let world = try await TenexWorld()
        let steps =
            [Steps.step("score", "branch")] + ["hot", "warm", "rest"].map { Steps.agent($0) }
        let warm: Value = [
            "all": [
                Steps.when("lead.score", "gte", 40),
                ["not": Steps.when("lead.status", "eq", "lost")],
            ]
        ]
        let edges = [
            Steps.edge("score", "hot", "branch", when: Steps.when("lead.score", "gte", 80))
                .with("label", "Hot"),
            Steps.edge("score", "warm", "branch", when: warm),
            Steps.edge("score", "rest", "branch"),
        ]
        let workflow = await world.workflow(Steps.graph(steps, edges))
        let lead = await world.send("POST", "crm/leads", ["email": "a@x.com", "score": score])
        let run = await world.start(workflow, ["lead_id": lead.body["id"] ?? .null])
        await world.wait("1s")
        #expect(await world.run(run)["path"] == ["score", .text(taken)])
        let branch = await world.step(run, "score")["branch_taken"]
        #expect(branch == (taken == "hot" ? "Hot" : .text(taken)))
        #expect(await world.trace(run).filter { $0.hasSuffix("skipped") }.count == 2)
    }

    @Test func `every branch that holds is taken where that is on`() async throws {
        let world = try await TenexWorld(switches: ["tenex-branch-fan-out"])
        let steps = [Steps.step("s", "branch"), Steps.agent("a"), Steps.agent("b")]
        let edges = ["a", "b"].map { key in
            Steps.edge("s", key, "branch", when: Steps.when("inputs.x", "exists", true))
        }
        let run = await world.start(await world.workflow(Steps.graph(steps, edges)), ["x": 1])
        await world.wait("1s")
        #expect(await world.run(run)["path"] == ["s", "a", "b"])
    }

    @Test func `a step is tried again, then its fallback is taken, else the run fails`()
        async throws
    {
        let world = try await TenexWorld()
        let retry: Object = ["retry": ["max_attempts": 3, "backoff_seconds": 30]]
        let steps = [Steps.agent("a", "growth-audit", inputs: [:], retry), Steps.agent("b")]
        let halting = await world.workflow(Steps.graph(steps))
        await world.edit("script", "growth-audit", ["fail_times": 2, "output": ["score": 9]])
        let run = await world.start(halting)
        await world.wait("45s")
        #expect(await world.step(run, "a")["attempt"] == 2)
        await world.wait("1m")
        #expect(await world.step(run, "a")["attempt"] == 3)
        #expect(await world.step(run, "a")["output"] == ["score": 9])
        await world.edit("script", "growth-audit", ["fail_times": 9])
        let failed = await world.start(halting)
        await world.wait("2m")
        let error = await world.run(failed)["error"]
        #expect(error?["step_key"] == "a")
        #expect(error?["code"] == "agent_failed")
        let more: Object = ["on_error": "fallback"]
        let saving = await world.workflow(
            Steps.graph(
                [Steps.agent("a", "growth-audit", inputs: [:], more), Steps.agent("b")],
                [Steps.edge("a", "b", "fallback")]))
        let saved = await world.start(saving)
        await world.wait("1s")
        #expect(await world.status(saved) == "completed")
        #expect(await world.trace(saved) == ["a failed", "b completed"])
    }

    @Test func `an agent that is not hired and a connector that is not connected fail`()
        async throws
    {
        let world = try await TenexWorld()
        let agent = await world.workflow(Steps.graph([Steps.agent("a", "voice-lead-qualifier")]))
        let salesforce = await world.id("connectors", "salesforce/sink")
        let config: Value = ["connector_id": salesforce, "action": "push", "params": [:]]
        let connector = await world.workflow(
            Steps.graph([Steps.step("c", "connector", config)]))
        let runs = [await world.start(agent), await world.start(connector)]
        await world.wait("1s")
        #expect(await world.run(runs[0])["error"]?["code"] == "agent_not_hired")
        #expect(await world.run(runs[1])["error"]?["code"] == "connector_disconnected")
        await world.edit("agent", "voice-lead-qualifier", ["hired": true])
        await world.edit("connector", "salesforce/sink", ["status": "connected"])
        let again = [await world.start(agent), await world.start(connector)]
        await world.wait("1s")
        for run in again { #expect(await world.status(run) == "completed") }
    }

    @Test func `a gated agent waits for its approval`() async throws {
        let world = try await TenexWorld()
        let graph = Steps.graph(
            [Steps.agent("mail", "email-sequence-generation"), Steps.agent("next")],
            [Steps.edge("mail", "next")])
        let workflow = await world.workflow(graph)
        let approved = await world.start(workflow)
        let rejected = await world.start(workflow)
        await world.wait("10d")
        #expect(await world.status(approved) == "awaiting_approval")
        #expect(await world.step(approved, "mail")["output"]?["emails"] == 3)
        #expect(await world.edit("approval", approved, ["approve": true]) == 200)
        await world.wait("1s")
        #expect(await world.status(approved) == "completed")
        #expect(await world.edit("approval", rejected, ["approve": false]) == 200)
        #expect(await world.status(rejected) == "failed")
        #expect(await world.run(rejected)["error"]?["code"] == "approval_rejected")
        #expect(await world.edit("approval", rejected, ["approve": true]) == 404)
    }

    @Test func `a wait for an event ends with it or with its timeout`() async throws {
        let world = try await TenexWorld()
        let config: Value = ["event_type": "sequence.email.replied", "timeout": "P2D"]
        let graph = Steps.graph(
            [Steps.step("reply", "wait", config), Steps.step("done", "note")],
            [Steps.edge("reply", "done")])
        let workflow = await world.workflow(graph)
        let answered = await world.start(workflow, ["lead_id": "one"])
        let silent = await world.start(workflow, ["lead_id": "two"])
        await world.wait("1h")
        await world.post("sequence.email.replied", ["lead_id": "one", "text": "yes"])
        await world.wait("1s")
        #expect(await world.status(answered) == "completed")
        let output = await world.step(answered, "reply")["output"]
        #expect(output?["timed_out"] == false)
        #expect(output?["event"]?["text"] == "yes")
        #expect(await world.status(silent) == "waiting")
        await world.wait("2d")
        #expect(await world.step(silent, "reply")["output"]?["timed_out"] == true)
    }

    @Test func `steps that go in circles run once`() async throws {
        let world = try await TenexWorld()
        let graph = Steps.graph(
            [Steps.agent("a"), Steps.agent("b")], [Steps.edge("a", "b"), Steps.edge("b", "a")])
        let run = await world.start(await world.workflow(graph))
        await world.wait("1s")
        #expect(await world.run(run)["path"] == ["a", "b"])
        #expect(await world.status(run) == "completed")
    }
}
