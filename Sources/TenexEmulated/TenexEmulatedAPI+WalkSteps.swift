import Documents
import EmulatedKit

extension TenexEmulatedAPI.Walk {
    /// What a step does at its end.
    private enum Result {
        case output(Value)
        case failure(code: String, detail: String)
    }

    /// Begins a step: a branch is over at once, all others take time.
    mutating func start(_ index: Int, _ store: inout EmulatedStore) {
        let key = steps[index].word("step_key")
        run["path"] = .list((run["path"]?.list ?? []) + [.text(key)])
        steps[index]["started_at"] = .text(now.thousandths)
        attempt(index, &store)
    }

    private mutating func attempt(_ index: Int, _ store: inout EmulatedStore) {
        let step = graph.step(steps[index].word("step_key")) ?? [:]
        let config = scope(store).evaluated(step["config"] ?? [:]).object ?? [:]
        steps[index]["attempt"] = .int((steps[index]["attempt"]?.int ?? 0) + 1)
        steps[index]["status"] = "running"
        steps[index]["_phase"] = "work"
        switch step.word("type") {
        case "branch": return complete(index, .null, store)
        case "wait": wait(index, config, &store)
        case "agent":
            steps[index]["input"] = config["inputs"] ?? [:]
            steps[index]["agent_run_id"] = .text(agentRun(index))
            last(200, index, config.word("agent_slug"), store)
            tell("agent.run.started", index, config.word("agent_slug"), "running")
        case "connector":
            steps[index]["input"] = config["params"] ?? [:]
            last(100, index, actionName(config, store), store)
        default:
            steps[index]["input"] = .object(config)
            last(100, index, step.word("type"), store)
        }
        if steps[index].isActive { note("step", steps[index]) }
    }

    /// Ends what a step was doing.
    mutating func finish(_ index: Int, _ store: inout EmulatedStore) {
        let step = steps[index]
        switch step.word("_phase") {
        case "retry": attempt(index, &store)
        case "wait": complete(index, ["until": .text(now.thousandths)], store)
        case "event": complete(index, ["timed_out": true, "event": .null], store)
        case "arrived":
            complete(index, ["timed_out": false, "event": step["_event"] ?? .null], store)
        case "approved":
            bill(index, store)
            complete(index, step["output"] ?? .null, store)
        case "rejected": give(up: index, "approval_rejected", "The approval was rejected")
        default: work(index, &store)
        }
    }

    private mutating func work(_ index: Int, _ store: inout EmulatedStore) {
        let step = graph.step(steps[index].word("step_key")) ?? [:]
        let config = scope(store).evaluated(step["config"] ?? [:]).object ?? [:]
        let agent = TenexEmulatedAPI.agent(config.word("agent_slug"), workspace, store)
        switch result(step, config, agent, &store) {
        case .output(let output) where agent?["_gated"] == .some(true):
            steps[index]["output"] = output
            steps[index]["status"] = "awaiting_approval"
            steps[index]["_phase"] = "approval"
            steps[index]["_until"] = nil
            note("step", steps[index])
        case .output(let output):
            bill(index, store)
            complete(index, output, store)
        case .failure(let code, let detail): retry(index, step, code, detail)
        }
    }

    /// What comes of an agent or an action: what is scripted, else what is usual.
    private func result(
        _ step: Object, _ config: Object, _ agent: Object?, _ store: inout EmulatedStore
    ) -> Result {
        let type = step.word("type")
        if type == "agent", let failure = absence(of: agent) { return failure }
        if type == "connector", let failure = disconnection(config, store) { return failure }
        let name = scriptName(step, config, store)
        let row = "\(workspace)/\(name)"
        if let script = store["tenex/script", row] {
            let fails = script["fail_times"]?.int ?? 0
            if fails > 0 {
                store["tenex/script", row] = script.setting(["fail_times"], to: .int(fails - 1))
                return .failure(code: "\(type)_failed", detail: "\(name) failed as scripted")
            }
            if let output = script["output"] { return .output(scope(store).evaluated(output)) }
        }
        return .output(agent?["_output"] ?? ["ok": true])
    }

    private func absence(of agent: Object?) -> Result? {
        guard let agent else {
            return .failure(code: "agent_not_found", detail: "The agent is not in the workspace")
        }
        if agent["hired"] == .some(true) { return nil }
        let detail = "The agent \(agent.word("slug")) is not hired"
        return .failure(code: "agent_not_hired", detail: detail)
    }

    private func disconnection(_ config: Object, _ store: EmulatedStore) -> Result? {
        let id = config.word("connector_id")
        let connector = TenexEmulatedAPI.connector(id, workspace, store)
        if connector?.word("status") == "connected" { return nil }
        let detail = "The connector \(connector?.word("name") ?? id) is not connected"
        return .failure(code: "connector_disconnected", detail: detail)
    }

    private mutating func retry(_ index: Int, _ step: Object, _ code: String, _ detail: String) {
        steps[index]["error"] = error(index, code, detail)
        let most = step["retry"]?["max_attempts"]?.int ?? 1
        if (steps[index]["attempt"]?.int ?? 1) < most {
            let backoff = step["retry"]?["backoff_seconds"]?.number ?? 0
            steps[index]["_phase"] = "retry"
            steps[index]["_until"] = .int(now.milliseconds + Int64(backoff * 1000))
            return note("step", steps[index])
        }
        steps[index]["status"] = "failed"
        tell("agent.run.completed", index, step["config"]?["agent_slug"]?.text, "failed")
        close(index)
        let fallbacks = graph.edges(from: step.word("key"), "fallback")
        guard step.word("on_error") == "fallback", !fallbacks.isEmpty else {
            return fail(step["key"], code, detail)
        }
        for edge in fallbacks { arrive(at: edge.word("to")) }
    }

    /// Ends a step well and goes on along its edges.
    private mutating func complete(_ index: Int, _ output: Value, _ store: EmulatedStore) {
        let key = steps[index].word("step_key")
        steps[index]["status"] = "completed"
        steps[index]["output"] = output
        steps[index]["error"] = .null
        let taken = edges(from: key, store)
        let branch = taken.first { $0.word("kind") == "branch" }
        steps[index]["branch_taken"] = branch?.present("label") ?? branch?["to"] ?? .null
        let slug = graph.step(key)?["config"]?["agent_slug"]?.text
        tell("agent.run.completed", index, slug, "completed")
        close(index)
        for edge in taken { arrive(at: edge.word("to")) }
    }

    private func edges(from key: String, _ store: EmulatedStore) -> [Object] {
        let next = graph.edges(from: key, "next")
        let branches = graph.edges(from: key, "branch")
        let scope = scope(store)
        let conditional = branches.filter { $0.present("condition") != nil }
        let holding = conditional.filter { scope.holds($0["condition"]) }
        let otherwise = branches.filter { $0.present("condition") == nil }.prefix(1)
        let all = holding.isEmpty ? Array(otherwise) : holding
        let taken = store.isOn(.branchFanOut) ? all : Array(all.prefix(1))
        return graph.step(key)?.word("type") == "branch" && !taken.isEmpty ? taken : taken + next
    }
}
