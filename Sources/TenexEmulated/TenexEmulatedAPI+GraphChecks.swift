import Documents
import EmulatedKit

extension TenexEmulatedAPI.Checker {
    /// The objects of a list with their paths.
    mutating func objects(
        _ key: String, in body: Object, at path: [Value]
    ) -> [(object: Object, path: [Value])] {
        let list = member(key, .list, in: body, at: path, isRequired: key == "steps")?.list ?? []
        var objects: [(object: Object, path: [Value])] = []
        for (index, item) in list.enumerated() {
            let here = path + [.text(key), .int(Int64(index))]
            if let object = item.object {
                objects.append((object, here))
            } else {
                note(here, "Input should be a valid dictionary", "dict_type")
            }
        }
        return objects
    }

    /// Checks a step: its key, its type and what its type needs.
    mutating func check(
        step: Object, at path: [Value], _ workspace: String, _ store: EmulatedStore
    ) {
        member("key", .text, in: step, at: path, isRequired: true)
        member("name", .text, in: step, at: path)
        member("on_error", .word(["halt", "fallback"]), in: step, at: path)
        checkRetry(step, at: path)
        let type = member("type", .text, in: step, at: path, isRequired: true)?.text ?? ""
        let needsConfig = ["agent", "connector", "wait"].contains(type)
        let sent = member("config", .object, in: step, at: path, isRequired: needsConfig)
        guard let config = sent?.object else { return }
        let here = path + ["config"]
        switch type {
        case "agent": checkAgent(config, at: here, workspace, store)
        case "connector": checkConnector(config, at: here, workspace, store)
        case "wait": checkWait(config, at: here)
        default: break
        }
    }

    /// Checks an edge: both of its ends, its kind and its condition.
    mutating func check(edge: Object, among keys: Set<String>, at path: [Value]) {
        for end in ["from", "to"] {
            guard let key = member(end, .text, in: edge, at: path, isRequired: true)?.text,
                !keys.contains(key)
            else { continue }
            note(path + [.text(end)], "Value error, there is no step with the key \(key)")
        }
        let kind = member("kind", .word(["next", "branch", "fallback"]), in: edge, at: path)
        member("label", .text, in: edge, at: path)
        guard let condition = edge.present("condition") else { return }
        if kind?.text ?? "next" != "branch" {
            note(path + ["condition"], "Value error, only a branch has a condition")
        }
        check(condition: condition, at: path + ["condition"])
    }

    private mutating func checkRetry(_ step: Object, at path: [Value]) {
        guard let retry = member("retry", .object, in: step, at: path)?.object else { return }
        let here = path + ["retry"]
        let attempts = member("max_attempts", .whole, in: retry, at: here, isRequired: true)?.int
        if let attempts, attempts < 1 {
            note(
                here + ["max_attempts"], "Input should be greater than or equal to 1",
                "greater_than_equal")
        }
        if let backoff = retry.present("backoff_seconds"), (backoff.number ?? -1) < 0 {
            note(
                here + ["backoff_seconds"], "Input should be greater than or equal to 0",
                "greater_than_equal")
        }
    }

    private mutating func checkAgent(
        _ config: Object, at path: [Value], _ workspace: String, _ store: EmulatedStore
    ) {
        member("inputs", .object, in: config, at: path)
        let slug = member("agent_slug", .text, in: config, at: path, isRequired: true)?.text
        guard let slug, TenexEmulatedAPI.agent(slug, workspace, store) == nil else { return }
        note(path + ["agent_slug"], "Agent \(slug) not found in this workspace")
    }

    private mutating func checkConnector(
        _ config: Object, at path: [Value], _ workspace: String, _ store: EmulatedStore
    ) {
        member("params", .object, in: config, at: path)
        member("action", .text, in: config, at: path, isRequired: true)
        let id = member("connector_id", .text, in: config, at: path, isRequired: true)?.text
        guard let id, TenexEmulatedAPI.connector(id, workspace, store) == nil else { return }
        note(path + ["connector_id"], "Connector \(id) not found in this workspace")
    }

    private mutating func checkWait(_ config: Object, at path: [Value]) {
        for key in ["duration", "timeout"] {
            guard let text = member(key, .text, in: config, at: path)?.text,
                !text.contains("{{"), TenexEmulatedAPI.milliseconds(ofDuration: text) == nil
            else { continue }
            note(path + [.text(key)], "Input should be a valid duration", "time_delta_parsing")
        }
        member("event_type", .text, in: config, at: path)
        if config.present("duration") == nil, config.present("event_type") == nil {
            note(path, "Value error, a wait has a duration or an event_type")
        }
    }
}
