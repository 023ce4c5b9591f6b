import Documents
import Platforms

/// Writes a flow as nodes and edges, the newest form of `/v2/flow/ui`.
///
/// The trigger is node 0 and holds the entry; `reentry_delay` is in seconds, a step's `delay` in
/// nanoseconds. Ways cannot merge, so every way that ends has an exit node of its own.
struct GraphBody {
    private static let types = [
        "work_export": "export", "delay": "delay", "conditional": "conditional_split",
        "ab_testing": "ab_test",
    ]
    static let entry = [
        "entry_segment_id", "entry_condition", "reentry_allowed", "reentry_delay",
    ]

    private let numbers: Object
    /// Whether the body goes over a read one.
    private let isOver: Bool
    private var taken: Set<Int64> = []
    private var exits: [Value] = []
    private var edges: [Value] = []

    init(_ numbers: Object, isOver: Bool = false) {
        self.numbers = numbers
        self.isOver = isOver
        taken = Set(numbers.compactMap(\.value.int))
    }

    /// The members of a canonical flow, without its state.
    func body(of flow: Object) -> Object {
        var writer = self
        return writer.write(flow)
    }

    private mutating func write(_ flow: Object) -> Object {
        let moved = GraphBody.entry + ["steps", "state", "root_step_id"]
        var body = Object(members: flow.filter { !moved.contains($0.key) })
        let trigger = trigger(flow)
        guard let steps = flow["steps"]?.list else {
            body["nodes"] = [.object(trigger)]
            return body
        }
        if let root = flow["root_step_id"]?.text { connect(0, to: root, with: [:]) }
        let nodes = steps.map { node($0.object ?? [:]) }
        body["nodes"] = .list([.object(trigger)] + nodes + exits)
        body["edges"] = .list(edges)
        return body
    }

    private func trigger(_ flow: Object) -> Object {
        var trigger: Object = ["sequence_id": 0, "type": "trigger"]
        for key in GraphBody.entry { trigger[key] = flow[key] }
        if let delay = flow["reentry_delay"]?.int {
            trigger["reentry_delay"] = .int(delay / 1_000_000_000)
        }
        return trigger
    }

    private mutating func node(_ step: Object) -> Value {
        let number = numbers[step["slug"]?.text ?? ""]?.int ?? 0
        let type = step["type_hint"]?.text ?? ""
        let left = [
            "slug", "type_hint", "id", "next", "split_conditions", "split_probabilities",
        ]
        var node = Object(members: step.filter { !left.contains($0.key) })
        node["sequence_id"] = .int(number)
        node["type"] = .text(GraphBody.types[type] ?? type)
        if type == "work_export" { node["work_config"] = [:] }
        if isOver { node.clearWhatIsReplaced() }
        connect(number, step)
        return .object(node)
    }

    private mutating func connect(_ number: Int64, _ step: Object) {
        if let ways = step["split_conditions"]?.list {
            for way in ways { connect(number, to: way["next"]?.text, with: condition(way)) }
        } else if let ways = step["split_probabilities"]?.list {
            for way in ways {
                connect(
                    number, to: way["next"]?.text, with: ["probability": way["prob"] ?? .null])
            }
        } else if let next = step["next"]?.text {
            connect(number, to: next, with: [:])
        }
    }

    /// The condition of an edge; the one for everybody else has none and the priority 1.
    private func condition(_ way: Value) -> Object {
        [
            "condition": [
                "definition": way["conditions"] ?? "", "label": way["label"] ?? "",
                "priority": way["priority"] ?? 1,
            ]
        ]
    }

    private mutating func connect(_ source: Int64, to slug: String?, with members: Object) {
        guard let slug else { return }
        let target = numbers[slug]?.int ?? exit(behind: source)
        var edge = members
        edge["id"] = .text("\(source)-\(target)")
        edge["source"] = .int(source)
        edge["target"] = .int(target)
        edge["type"] = "connected"
        edges.append(.object(edge))
    }

    /// A new exit node whose number is the first free one behind its source.
    private mutating func exit(behind source: Int64) -> Int64 {
        var number = source + 1
        while taken.contains(number) { number += 1 }
        taken.insert(number)
        exits.append(["sequence_id": .int(number), "type": "exit"])
        return number
    }
}
