import Documents
import EmulatedKit

extension TenexEmulatedAPI.Walk {
    /// Ends what has come to its end and starts what is free to start, up to this moment.
    mutating func proceed(_ store: inout EmulatedStore) {
        guard !isOver, run.word("status") != "paused" else { return }
        if run.word("status") == "queued" {
            guard (run["_until"]?.int ?? 0) <= now.milliseconds else { return }
            begin()
        }
        for index in steps.indices where !isOver && steps[index].isActive {
            guard let end = steps[index]["_until"]?.int, end <= now.milliseconds else { continue }
            finish(index, &store)
        }
        while !isOver, let index = nextFree { start(index, &store) }
        if !isOver { settle() }
    }

    /// Takes the run out of the queue.
    private mutating func begin() {
        run["status"] = "running"
        run["started_at"] = .text(now.thousandths)
        run["_until"] = nil
        note("run", run)
        publish("flow.run.started")
        for key in graph.starts { arrive(at: key) }
    }

    /// Puts a step on the way, once.
    mutating func arrive(at key: String) {
        guard let step = graph.step(key), !steps.contains(where: { $0.word("step_key") == key })
        else { return }
        steps.append(blank(step, "pending"))
    }

    /// A step that has not begun.
    private func blank(_ step: Object, _ status: Value) -> Object {
        [
            "step_key": step["key"] ?? "", "type": step["type"] ?? "", "status": status,
            "attempt": 0, "input": .null, "output": .null, "error": .null,
            "branch_taken": .null, "agent_run_id": .null, "credits": .null,
            "started_at": .null, "finished_at": .null, "_number": .int(Int64(steps.count + 1)),
        ]
    }

    /// The first step at which no path can arrive any more; any one where paths go in circles.
    private var nextFree: Int? {
        let pending = steps.indices.filter { steps[$0].word("status") == "pending" }
        let active = steps.filter(\.isActive).map { $0.word("step_key") }
        let free = pending.first { index in
            let key = steps[index].word("step_key")
            return !active.contains { $0 != key && graph.leads(from: $0, to: key) }
        }
        return free ?? (pending.count == active.count ? pending.first : nil)
    }

    /// Says what the run is doing; one that does nothing any more is completed.
    private mutating func settle() {
        let active = steps.filter(\.isActive)
        guard !active.isEmpty else { return end("completed") }
        run["current_step_keys"] = .list(active.map { $0["step_key"] ?? "" })
        let statuses = Set(active.map { $0.word("status") })
        let status = ["running", "awaiting_approval", "waiting"].first(where: statuses.contains)
        guard let status, run.word("status") != status else { return }
        run["status"] = .text(status)
        note("run", run)
    }

    /// Ends the run; steps that were never reached were skipped.
    mutating func end(_ status: Value) {
        for index in steps.indices where steps[index].isActive {
            steps[index]["status"] = "cancelled"
            close(index)
        }
        for step in graph.steps
        where !steps.contains(where: { $0["step_key"] == step["key"] }) {
            steps.append(blank(step, "skipped"))
        }
        run["status"] = status
        run["current_step_keys"] = []
        run["finished_at"] = .text(now.thousandths)
        if status == "completed" { run["output"] = output }
        note("run", run)
        note("done", run)
        publish("flow.run.completed")
    }

    /// Ends the run with an error.
    mutating func fail(_ key: Value?, _ code: String, _ detail: String) {
        run["error"] = [
            "step_key": key ?? .null, "code": .text(code), "detail": .text(detail),
        ]
        end("failed")
    }

    /// Ends a step, which keeps nothing of what it waited for.
    mutating func close(_ index: Int) {
        steps[index] = steps[index].visible.merging([
            "finished_at": .text(now.thousandths), "_number": .int(steps[index].ordinal),
        ])
        note("step", steps[index])
    }

    /// What the run gives: for each output the latest step's that has it; else the last step's.
    private var output: Value {
        let done = steps.filter { $0.word("status") == "completed" }.reversed()
        let names = (run["_outputs"]?.list ?? []).compactMap { $0["name"]?.text }
        guard !names.isEmpty else { return done.first?["output"] ?? .null }
        return .object(
            Object(
                names.map { name in
                    (name, done.compactMap { $0["output"]?[name] }.first ?? .null)
                }))
    }

    /// Tells others of the run.
    private mutating func publish(_ type: String) {
        published.append(
            TenexEmulatedAPI.Event(
                type: type, source: "flows",
                data: [
                    "run_id": run["id"] ?? .null, "workflow_id": run["workflow_id"] ?? .null,
                    "version": run["version"] ?? .null, "status": run["status"] ?? .null,
                ]))
    }
}
