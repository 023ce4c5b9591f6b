import Documents
import EmulatedKit

extension TenexEmulatedAPI.Walk {
    /// What expressions of this run may name at this moment.
    func scope(_ store: EmulatedStore) -> TenexEmulatedAPI.Scope {
        let inputs = run["_inputs"] ?? [:]
        let outputs = steps.map { step in
            (step.word("step_key"), ["output": step["output"] ?? .null] as Value)
        }
        let trigger = run["_trigger"]?.object ?? [:]
        return TenexEmulatedAPI.Scope(roots: [
            "inputs": inputs, "trigger": .object(trigger), "steps": .object(Object(outputs)),
            "lead": TenexEmulatedAPI.lead(of: trigger, workspace, store),
        ])
    }

    /// Lets a step go on for some virtual time, or for as long as its script says.
    mutating func last(_ usual: Int64, _ index: Int, _ name: String, _ store: EmulatedStore) {
        let script = store["tenex/script", "\(workspace)/\(name)"]
        let time = script?["delay_ms"]?.int ?? usual
        steps[index]["_until"] = .int(now.milliseconds + max(0, time))
    }

    /// Begins to wait: for some time, or for an event and no longer than its timeout.
    mutating func wait(_ index: Int, _ config: Object, _ store: inout EmulatedStore) {
        steps[index]["input"] = .object(config)
        let isEvent = config.present("event_type") != nil
        let length = config[isEvent ? "timeout" : "duration"]?.text
        let time = length.flatMap(TenexEmulatedAPI.milliseconds(ofDuration:))
        guard isEvent || time != nil else {
            return give(up: index, "invalid_wait", "The wait has no duration")
        }
        steps[index]["status"] = "waiting"
        steps[index]["_phase"] = isEvent ? "event" : "wait"
        steps[index]["_until"] = time.map { .int(now.milliseconds + $0) }
        guard isEvent else { return }
        let id = "\(workspace)/\(config.word("event_type"))/\(run.word("id"))"
        store["tenex/waiting", id] = true
    }

    /// Notes that an event has come for which steps may wait; whether there was one.
    mutating func hear(_ event: TenexEmulatedAPI.Event) -> Bool {
        let heard = steps.indices.filter { index in
            steps[index].word("_phase") == "event"
                && steps[index]["input"]?["event_type"]?.text == event.type
        }
        for index in heard {
            steps[index]["_phase"] = "arrived"
            steps[index]["_event"] = .object(event.data)
            steps[index]["_until"] = .int(now.milliseconds)
        }
        return !heard.isEmpty
    }

    /// Approves or rejects what waits for an approval; whether there was something.
    mutating func decide(isApproved: Bool) -> Bool {
        let held = steps.indices.filter { steps[$0].word("_phase") == "approval" }
        for index in held {
            steps[index]["_phase"] = isApproved ? "approved" : "rejected"
            steps[index]["_until"] = .int(now.milliseconds)
        }
        return !held.isEmpty
    }

    /// Stops the run where it is; false where that is not possible.
    mutating func pause() -> Bool {
        guard !isOver, run.word("status") != "paused" else { return false }
        run["_was"] = run["status"]
        run["status"] = "paused"
        note("run", run)
        return true
    }

    /// Goes on in the state that the pause ended.
    mutating func resume() -> Bool {
        guard run.word("status") == "paused" else { return false }
        run["status"] = run["_was"] ?? "running"
        run["_was"] = nil
        note("run", run)
        return true
    }

    /// Ends the run and whatever it is doing.
    mutating func cancel() -> Bool {
        guard !isOver else { return false }
        end("cancelled")
        return true
    }

    /// Ends the run with a step that nothing can help: no retry, no fallback.
    mutating func give(up index: Int, _ code: String, _ detail: String) {
        steps[index]["status"] = "failed"
        steps[index]["error"] = error(index, code, detail)
        close(index)
        fail(steps[index]["step_key"], code, detail)
    }

    /// Puts an agent's price on its step.
    mutating func bill(_ index: Int, _ store: EmulatedStore) {
        let config = graph.step(steps[index].word("step_key"))?["config"]
        let agent = TenexEmulatedAPI.agent(
            config?["agent_slug"]?.text ?? "", workspace, store)
        steps[index]["credits"] = agent?["credit_cost"] ?? .null
    }

    /// Tells others of an agent's run.
    mutating func tell(_ type: String, _ index: Int, _ slug: String?, _ status: Value) {
        guard let slug, steps[index].word("type") == "agent" else { return }
        published.append(
            TenexEmulatedAPI.Event(
                type: type, source: "agents",
                data: [
                    "agent_slug": .text(slug), "status": status,
                    "agent_run_id": steps[index]["agent_run_id"] ?? .null,
                    "run_id": run["id"] ?? .null,
                ]))
    }

    /// The error of a step.
    func error(_ index: Int, _ code: String, _ detail: String) -> Value {
        [
            "step_key": steps[index]["step_key"] ?? .null, "code": .text(code),
            "detail": .text(detail),
        ]
    }

    /// The id of a step's agent run.
    func agentRun(_ index: Int) -> String {
        "agent-run/\(run.word("id"))/\(index)/\(steps[index]["attempt"]?.int ?? 1)".uuid
    }

    /// What a script of a step is called: the agent's slug, `provider/action`, or the type.
    func scriptName(_ step: Object, _ config: Object, _ store: EmulatedStore) -> String {
        switch step.word("type") {
        case "agent": config.word("agent_slug")
        case "connector": actionName(config, store)
        default: step.word("type")
        }
    }

    /// A connector's action, `hubspot/add_to_sequence`.
    func actionName(_ config: Object, _ store: EmulatedStore) -> String {
        let connector = TenexEmulatedAPI.connector(config.word("connector_id"), workspace, store)
        return "\(connector?.word("provider") ?? "")/\(config.word("action"))"
    }
}
