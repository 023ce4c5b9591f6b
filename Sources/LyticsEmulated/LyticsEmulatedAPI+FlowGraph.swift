import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    private static let nodeTypes = [
        "export": "work_export", "delay": "delay", "conditional_split": "conditional",
        "ab_test": "ab_testing", "affinity": "affinity", "export_exit": "work_export_exit",
    ]

    /// Fields that a node has no place for; the service forgets them.
    private static func lostFields(_ store: EmulatedStore) -> [String] {
        ["slug", "reentry_condition"] + (store.isOn(.calendarNodes) ? [] : ["delay_until"])
    }

    private static let triggerFields = [
        "entry_segment_id", "entry_condition", "reentry_allowed", "reentry_delay",
    ]

    /// Reads a flow written as nodes and edges.
    static func content(
        graph body: Object, _ store: EmulatedStore
    ) throws(Refusal) -> FlowContent {
        let nodes = try listed(body["nodes"], "nodes").compactMap(\.object)
        let edges = try listed(body["edges"], "edges").compactMap(\.object)
        guard let trigger = nodes.first(where: { $0["type"] == "trigger" }) else {
            throw .bad("a flow needs a `trigger` node")
        }
        let exits = nodes.filter { $0["type"] == "exit" }
        let exitIDs = exits.compactMap { $0["sequence_id"]?.int }
        var content = FlowContent(
            form: .graph, header: try header(of: body, trigger: trigger, store), steps: [])
        content.header["_exits"] = .list(exits.map { .object($0) })
        content.header["root_step_id"] = edges.first { $0["source"] == 0 }?["target"]
        for node in nodes where !["trigger", "exit"].contains(node["type"]?.text) {
            let out = edges.filter { $0["source"] == node["sequence_id"] }
            content.steps.append(
                try step(node, out, exits: exitIDs, others: content.steps, store))
        }
        return content
    }

    private static func header(
        of body: Object, trigger: Object, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        let lost = lostFields(store)
        var whole = Object(members: body.filter { !lost.contains($0.key) })
        for key in triggerFields { whole[key] = trigger[key] }
        if let delay = whole["reentry_delay"], !delay.isNull {
            let value = try nanoseconds(
                delay, of: "reentry_delay", unit: 1_000_000_000, allowsText: false)
            guard value >= 3_600_000_000_000 else {
                throw .bad("`reentry_delay` must be at least 3600 seconds")
            }
            whole["reentry_delay"] = .int(value)
        }
        var header = try header(of: whole, form: .graph)
        let known = triggerFields + ["sequence_id", "type"]
        header["_trigger"] = .object(
            Object(members: trigger.filter { !known.contains($0.key) }))
        return header
    }

    private static func step(
        _ node: Object, _ edges: [Object], exits: [Int64], others: [Object],
        _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        guard let id = node["sequence_id"]?.int, id >= 1 else {
            throw .bad("a node needs a `sequence_id` of at least 1")
        }
        guard let type = nodeTypes[node["type"]?.text ?? ""] else {
            let written = node["type"]?.canonicalJSON ?? "null"
            throw .bad("node \(id) has an unknown `type`: \(written)")
        }
        guard !others.contains(where: { $0["id"]?.int == id }) else {
            throw .bad("two nodes have the sequence_id \(id)")
        }
        let left = lostFields(store) + ["sequence_id", "type", "next"]
        var step = Object(
            members: node.filter {
                !left.contains($0.key) && !$0.value.isNull && !$0.key.hasPrefix("_")
            })
        step["id"] = .int(id)
        step["type_hint"] = .text(type)
        if let delay = step["delay"] {
            step["delay"] = .int(
                try nanoseconds(delay, of: "delay of node \(id)", unit: 1, allowsText: false))
        }
        return step.merging(branches(type, edges, exits: exits))
    }

    /// The edges out of a node as the members of a step; an A/B share is dropped.
    private static func branches(_ type: String, _ edges: [Object], exits: [Int64]) -> Object {
        let targets = edges.map { edge -> Object in
            let target = edge["target"]?.int ?? 0
            return exits.contains(target) ? ["_exit": .int(target)] : ["next": .int(target)]
        }
        switch type {
        case "conditional":
            let list = zip(edges, targets).map { edge, target -> Value in
                let condition = edge["condition"]
                return .object(
                    target.merging([
                        "conditions": condition?["definition"] ?? "",
                        "label": condition?["label"] ?? "",
                        "priority": condition?["priority"] ?? 1,
                    ]))
            }
            return ["split_conditions": .list(list)]
        case "ab_testing":
            let list = targets.enumerated().map { index, target -> Value in
                .object(target.merging(["prob": .int(index == 0 ? 1 : 0)]))
            }
            return ["split_probabilities": .list(list)]
        default: return targets.first ?? [:]
        }
    }

    /// Writes a version as nodes and edges.
    static func graph(_ written: FlowVersion, _ store: EmulatedStore) -> Object {
        let version = written.form == .graph ? written : withExits(written)
        let hidden = triggerFields + lostFields(store) + ["root_step_id"]
        var object = Object(
            members: version.header.visible.filter { !hidden.contains($0.key) })
        var trigger = version.header["_trigger"]?.object ?? [:]
        for key in triggerFields { trigger[key] = version.header[key] }
        if let delay = trigger["reentry_delay"]?.int {
            trigger["reentry_delay"] = .int(delay / 1_000_000_000)
        }
        trigger = trigger.merging(["sequence_id": 0, "type": "trigger"])
        let exits = version.header["_exits"]?.list ?? []
        let nodes = version.steps.map { node($0, store) }
        object["nodes"] = .list([.object(trigger)] + nodes + exits)
        let root = version.header["root_step_id"]?.int ?? version.steps.first?["id"]?.int
        let first = root.map { [edge(0, ["next": .int($0)])] } ?? []
        object["edges"] = .list(first + version.steps.flatMap(edges))
        return object
    }

    /// A version written as steps, with an exit node for every way that ends.
    private static func withExits(_ version: FlowVersion) -> FlowVersion {
        var version = version
        var taken = Set(version.steps.compactMap { $0["id"]?.int })
        var exits: [Value] = []
        func ending(_ way: Object, behind source: Int64) -> Object {
            guard !way["next"].isThere else { return way }
            var number = source + 1
            while taken.contains(number) { number += 1 }
            taken.insert(number)
            exits.append(["sequence_id": .int(number), "type": "exit"])
            return way.merging(["_exit": .int(number)])
        }
        version.steps = version.steps.map { step in
            let source = step["id"]?.int ?? 0
            guard let list = ways.first(where: { step[$0]?.list != nil }) else {
                return ending(step, behind: source)
            }
            var step = step
            step[list] = .list(
                (step[list]?.list ?? []).map {
                    .object(ending($0.object ?? [:], behind: source))
                })
            return step
        }
        version.header["_exits"] = .list(exits)
        return version
    }

    private static let ways = ["split_conditions", "split_probabilities", "split_affinities"]

    private static func node(_ step: Object, _ store: EmulatedStore) -> Value {
        let left =
            lostFields(store) + ways + [
                "id", "type_hint", "next",
            ]
        var node = Object(members: step.visible.filter { !left.contains($0.key) })
        let type = step["type_hint"]?.text ?? ""
        node["type"] = .text(nodeTypes.first { $0.value == type }?.key ?? type)
        node["sequence_id"] = step["id"]
        return .object(node)
    }

    private static func edges(_ step: Object) -> [Value] {
        let source = step["id"]?.int ?? 0
        let branches = ways.compactMap { step[$0]?.list }.first
        return (branches ?? [.object(step)]).compactMap { branch in
            guard let branch = branch.object, (branch["next"] ?? branch["_exit"]).isThere else {
                return nil
            }
            return edge(source, branch, isCondition: step["split_conditions"].isThere)
        }
    }

    private static func edge(_ source: Int64, _ branch: Object, isCondition: Bool = false) -> Value
    {
        let target = branch["next"]?.int ?? branch["_exit"]?.int ?? 0
        var edge: Object = [
            "id": .text("\(source)-\(target)"), "source": .int(source), "target": .int(target),
            "type": "connected",
        ]
        if isCondition {
            edge["condition"] = [
                "definition": branch["conditions"] ?? "", "label": branch["label"] ?? "",
                "priority": branch["priority"] ?? 1,
            ]
        }
        return .object(edge)
    }
}
