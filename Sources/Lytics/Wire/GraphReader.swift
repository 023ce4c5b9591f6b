import Documents
import Platforms

/// Reads a flow shown as nodes and edges into the members that a flow of steps has.
struct GraphReader {
    private static let types = [
        "export": "work_export", "delay": "delay", "conditional_split": "conditional",
        "ab_test": "ab_testing",
    ]

    private let nodes: [Object]
    private let edges: [Object]
    private let exits: Set<Int64>

    init(_ raw: Object) {
        nodes = (raw["nodes"]?.list ?? []).compactMap(\.object)
        edges = (raw["edges"]?.list ?? []).compactMap(\.object)
        exits = Set(nodes.filter { $0["type"] == "exit" }.compactMap { $0["sequence_id"]?.int })
    }

    /// Whether something is shown that nodes and edges cannot say in full.
    var losesSomething: Bool {
        nodes.contains { node in
            let type = node["type"]?.text ?? ""
            if type == "trigger" || type == "exit" { return false }
            if type == "delay" {
                return ["delay", "delay_until", "delay_condition", "delay_until_enters"]
                    .allSatisfy { node[$0]?.isNull ?? true }
            }
            return type == "ab_test" || GraphReader.types[type] == nil
        }
    }

    /// Whether some node says which work it has: no source tells whether nodes do, so that nothing
    /// follows where none does (`lytics.md` 12.1).
    var showsWorks: Bool { nodes.contains { $0["work_id"] != nil } }

    /// The flow as steps with numbers and nanoseconds.
    func flow(_ raw: Object) -> Object {
        var flow = Object(members: raw.filter { !["nodes", "edges"].contains($0.key) })
        if let trigger = nodes.first(where: { $0["type"] == "trigger" }) { enter(trigger, &flow) }
        let triggerID = Value.int(0)
        flow["root_step_id"] = edges.first { $0["source"] == triggerID }?["target"]
        flow["steps"] = .list(
            nodes.filter { !["trigger", "exit"].contains($0["type"]?.text) }.map(step))
        return flow
    }

    private func enter(_ trigger: Object, _ flow: inout Object) {
        for key in ["entry_segment_id", "entry_condition", "reentry_allowed", "reentry_delay"] {
            if let value = trigger[key] { flow[key] = value }
        }
        if let seconds = flow["reentry_delay"]?.int {
            flow["reentry_delay"] = .int(seconds * 1_000_000_000)
        }
    }

    private func step(_ node: Object) -> Value {
        let type = node["type"]?.text ?? ""
        var step = Object(members: node.filter { !["sequence_id", "type"].contains($0.key) })
        step["id"] = node["sequence_id"]
        step["type_hint"] = .text(GraphReader.types[type] ?? type)
        let out = edges.filter { $0["source"] == node["sequence_id"] }
        switch type {
        case "conditional_split": step["split_conditions"] = .list(out.map(condition))
        case "ab_test":
            step["split_probabilities"] = .list(
                out.map { edge in
                    var way: Object = ["next": target(edge)]
                    way["prob"] = edge["probability"]
                    return .object(way)
                })
        default: step["next"] = out.first.map(target)
        }
        return .object(step)
    }

    private func condition(_ edge: Object) -> Value {
        let condition = edge["condition"]
        var way: Object = ["next": target(edge), "conditions": condition?["definition"] ?? ""]
        way["label"] = condition?["label"]
        way["priority"] = condition?["priority"]
        return .object(way)
    }

    /// The number of the step an edge leads to, or 0 for an exit.
    private func target(_ edge: Object) -> Value {
        guard let number = edge["target"]?.int, !exits.contains(number) else { return 0 }
        return .int(number)
    }
}
