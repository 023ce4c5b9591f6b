import Documents
import Platforms
import Testing

struct TenexTriggerTests {
    private static let graph = Steps.graph([Steps.agent("a")])

    @Test func `a trigger is made, changed where it may be, and deleted`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph)
        let made = await world.send(
            "POST", "flows/triggers",
            ["source": "crm", "event_type": "lead.created", "workflow_id": .text(workflow)])
        #expect(made.status == 201)
        #expect(made.body["enabled"] == true)
        #expect(made.body["target_type"] == "workflow")
        let path = "flows/triggers/\(made.body["id"]?.text ?? "")"
        let changed = await world.send("PATCH", path, ["enabled": false, "name": "Leads"])
        #expect(changed.body["enabled"] == false)
        #expect(changed.body["name"] == "Leads")
        let immutable: Value = [
            "source": "crm", "event_type": "x", "target_type": "webhook", "workflow_id": "y",
        ]
        let refused = await world.send("PATCH", path, immutable)
        #expect(
            refused.places == [
                "body.source: value_error", "body.event_type: value_error",
                "body.target_type: value_error", "body.workflow_id: value_error",
            ])
        let query = "flows/triggers?workflow_id=\(workflow)&event_type=lead.created"
        #expect(await world.send("GET", query).items.count == 1)
        #expect(await world.send("GET", "flows/triggers?event_type=x").items.isEmpty)
        #expect(await world.send("DELETE", path).status == 204)
        #expect(await world.send("GET", path).status == 404)
    }

    @Test(
        arguments: [
            (["source": "crm"], "body.event_type: missing"),
            (["source": "mail", "event_type": "x"], "body.source: literal_error"),
            (["source": "schedule"], "body.schedule: missing"),
            (
                ["source": "schedule", "schedule": ["cron": "0 25 * * *"]],
                "body.schedule.cron: value_error"
            ),
            (
                [
                    "source": "schedule",
                    "schedule": ["cron": "0 6 * * 1", "timezone": "Mars/Base"],
                ],
                "body.schedule.timezone: value_error"
            ),
            (
                ["source": "connector", "event_type": "x", "connector_id": "none"],
                "body.connector_id: value_error"
            ),
            (
                ["source": "crm", "event_type": "x", "filters": ["all": [["op": "eq"]]]],
                "body.filters.all.0.field: missing"
            ),
            (
                ["source": "crm", "event_type": "x", "target_type": "webhook"],
                "body.target_url: missing"
            ),
            (
                [
                    "source": "crm", "event_type": "x", "target_type": "webhook",
                    "target_url": "ftp://x",
                ], "body.target_url: url_parsing"
            ),
        ] as [(Value, String)])
    func `a wrong trigger is refused at its place`(fields: Value, place: String) async throws {
        let world = try await TenexWorld(switches: ["no-tenex-bad-requests"])
        let workflow = await world.workflow(Self.graph)
        let isWebhook = fields["target_type"] == .some("webhook")
        let body = isWebhook ? fields : fields.with("workflow_id", .text(workflow))
        let refused = await world.send("POST", "flows/triggers", body)
        #expect(refused.status == 422)
        #expect(refused.places == [place])
    }

    @Test func `an event starts a run of an active workflow whose trigger is enabled`()
        async throws
    {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph)
        let mapping: Value = ["lead_id": "{{ trigger.data.lead_id }}"]
        let trigger = await world.trigger(
            workflow,
            [
                "event_type": "lead.created", "input_mapping": mapping,
                "filters": Steps.when("trigger.region", "in", ["eu", "uk"]),
            ])
        await world.post("lead.created", ["lead_id": "l1", "region": "us"])
        await world.post("lead.updated", ["lead_id": "l1", "region": "eu"])
        await world.post("lead.created", ["lead_id": "l1", "region": "eu"], source: "connector")
        #expect(await world.runs().isEmpty)
        await world.post("lead.created", ["lead_id": "l1", "region": "eu"])
        let run = await world.runs().first ?? .null
        #expect(run["trigger_type"] == "crm_event")
        #expect(run["trigger_id"] == .text(trigger))
        #expect(run["payload"] == ["lead_id": "l1"])
        #expect(await world.send("GET", "flows/triggers/\(trigger)").body["last_fired_at"] != .null)
        let path = "flows/workflows/\(workflow)"
        await world.send("PATCH", path, ["status": "paused"])
        await world.post("lead.created", ["lead_id": "l2", "region": "eu"])
        await world.send("PATCH", path, ["status": "active"])
        await world.send("PATCH", "flows/triggers/\(trigger)", ["enabled": false])
        await world.post("lead.created", ["lead_id": "l3", "region": "eu"])
        #expect(await world.runs().count == 1)
        #expect(await world.runs("?trigger_source=crm&trigger_type=crm_event").count == 1)
        #expect(await world.runs("?trigger_source=manual").isEmpty)
    }

    @Test func `leads and segments fire triggers`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph)
        for event in ["lead.created", "lead_added_to_segment", "lead.status_changed"] {
            await world.trigger(workflow, ["name": .text(event), "event_type": .text(event)])
        }
        let lead = await world.send("POST", "crm/leads", ["email": "a@example.com"])
        #expect(lead.status == 201)
        let again = await world.send("POST", "crm/leads", ["email": "a@example.com"])
        #expect(again.status == 409)
        #expect(again.body["code"] == "conflict")
        let id = lead.body["id"] ?? .null
        let segment = await world.id("crm/lists", "Hot leads").text ?? ""
        for _ in 0..<2 {
            await world.send("POST", "crm/lists/\(segment)/members", ["lead_ids": [id]])
        }
        await world.send("PATCH", "crm/leads/\(id.text ?? "")", ["status": "qualified"])
        let payloads = await world.runs().compactMap { $0["payload"] }
        #expect(payloads.count == 3)
        #expect(payloads.allSatisfy { $0["lead_id"] == id })
        #expect(payloads[1]["segment_id"] == .text(segment))
        let missing = await world.send(
            "POST", "crm/lists/\(segment)/members", ["lead_ids": [id, "none"]])
        #expect(missing.places == ["body.lead_ids.1: value_error"])
    }

    @Test func `a score that crosses a threshold twice in a day fires once`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph)
        await world.trigger(
            workflow,
            [
                "event_type": "lead.score_threshold_crossed",
                "filters": Steps.when("lead.score", "gte", 80),
            ])
        let lead = await world.send("POST", "crm/leads", ["email": "a@example.com", "score": 10])
        let path = "crm/leads/\(lead.body["id"]?.text ?? "")"
        func score(_ score: Value) async -> Int {
            await world.send("PATCH", path, ["score": score])
            return await world.runs().count
        }
        #expect(await score(79) == 0)
        #expect(await score(80) == 1)
        #expect(await score(95) == 1)
        #expect(await score(50) == 1)
        #expect(await score(90) == 1)
        await world.wait("24h")
        #expect(await score(91) == 1)
        #expect(await score(20) == 1)
        #expect(await score(85) == 2)
    }

    @Test func `a schedule fires by the clocks of its time zone`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph)
        let schedule: Value = ["cron": "0 6 * * *", "timezone": "Europe/Berlin"]
        let trigger = await world.trigger(
            workflow, ["source": "schedule", "schedule": schedule])
        await world.wait("10d")
        let runs = await world.runs()
        #expect(runs.count == 10)
        #expect(runs.allSatisfy { $0["trigger_type"] == "schedule" && $0["status"] == "completed" })
        // The clocks go forward on 29 March 2026.
        let times = runs.compactMap { $0["created_at"]?.text }.reversed()
        #expect(times.first == "2026-03-21T05:00:00.000Z")
        #expect(times.last == "2026-03-30T04:00:00.000Z")
        await world.send("PATCH", "flows/triggers/\(trigger)", ["enabled": false])
        await world.wait("2d")
        #expect(await world.runs().count == 10)
    }

    @Test func `a connector's event is for the triggers of that connector`() async throws {
        let world = try await TenexWorld()
        let workflow = await world.workflow(Self.graph)
        let hubspot = await world.id("connectors", "hubspot/source")
        await world.trigger(
            workflow,
            ["source": "connector", "event_type": "form.submitted", "connector_id": hubspot])
        let other = await world.id("connectors", "gmail/source")
        await world.post("form.submitted", ["connector_id": other], source: "connector")
        #expect(await world.runs().isEmpty)
        await world.post("form.submitted", ["connector_id": hubspot], source: "connector")
        #expect(await world.runs("?trigger_source=connector").count == 1)
    }

    @Test func `a triggered run without what its workflow needs fails`() async throws {
        let world = try await TenexWorld()
        let inputs: Value = [["name": "lead_id", "type": "string", "required": true]]
        let workflow = await world.workflow(Self.graph, ["inputs": inputs])
        await world.trigger(workflow, ["event_type": "lead.created"])
        await world.post("lead.created", [:])
        let run = await world.runs().first
        #expect(run?["status"] == "failed")
        #expect(run?["error"]?["code"] == "invalid_payload")
    }

    @Test func `triggers never fire where their dispatch is off`() async throws {
        let world = try await TenexWorld(switches: ["tenex-dormant-triggers"])
        let workflow = await world.workflow(Self.graph)
        await world.trigger(workflow, ["event_type": "lead.created"])
        await world.trigger(workflow, ["source": "schedule", "schedule": ["cron": "0 * * * *"]])
        await world.post("lead.created", [:])
        await world.wait("5h")
        #expect(await world.runs().isEmpty)
    }
}
