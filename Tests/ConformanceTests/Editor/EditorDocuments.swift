import Documents

/// Writes what an account holds as a person would: slugs from labels, ids as they are.
enum EditorDocuments {
    /// The documents of everything that a file can describe.
    static func all(of account: EditorAccount) throws -> [Document] {
        let auths = try account.list("auth").filter { $0["type"] != "lytics-auth-token" }
        return try auths.map(auth) + account.list("connection").map(connection)
            + account.list("job").map(job)
            + account.list("flow/ui").map { flow in
                let isTest = flow["nodes"]?.list?.contains { $0["type"] == "ab_test" } ?? true
                let id = flow["id"]?.text ?? ""
                return self.flow(isTest ? try account.flowAsSteps(id) : flow)
            }
    }

    private static func document(
        _ type: String, _ id: String, _ fields: Object
    ) -> Document {
        var value: Object = ["kind": .text("lytics/\(type)"), "id": .text(id)]
        for member in fields { value[member.key] = member.value }
        return Document(path: "\(type)s/\(id).yaml", value: .object(value))
    }

    private static func auth(_ live: Value) -> Document {
        document(
            "auth", slug(live["label"]),
            kept(["label", "type"], of: live).adding("weir", ["external": true])
                .adding("config", ["key": "${secret.BRAZE_KEY}"]))
    }

    private static func connection(_ live: Value) -> Document {
        document(
            "connection", slug(live["label"]),
            kept(["label", "provider_slug", "auth_ids", "config"], of: live))
    }

    private static func job(_ live: Value) -> Document {
        document(
            "job", slug(live["name"]), kept(["name", "workflow", "auth_ids", "config"], of: live))
    }

    private static func flow(_ live: Value) -> Document {
        var fields = kept(["label"], of: live)
        if live["state"] == "running" { fields["state"] = "running" }
        let isDrawn = live["nodes"] != nil
        for member in isDrawn ? GraphDocument(live).fields : steps(live) {
            fields[member.key] = member.value
        }
        return document("flow", live["id"]?.text ?? "", fields)
    }

    /// The fields of a flow that is shown as steps, with numbers for steps as they are.
    private static func steps(_ live: Value) -> Object {
        let names = ["entry_segment_id", "entry_condition", "reentry_allowed"]
        let hours = (live["reentry_delay"]?.int ?? 0) / 3_600_000_000_000
        let steps = (live["steps"]?.list ?? []).map { step in
            let isTest = step["type_hint"] == "ab_testing"
            return Value.object(
                isTest ? step.object ?? [:] : (step.object ?? [:]).adding("next", "end"))
        }
        return kept(names, of: live).adding("reentry_delay", .text("\(hours)h"))
            .adding("steps", .list(steps))
    }

    /// A label as a slug: `Wait 2 days` is `wait_2_days`.
    static func slug(_ label: Value?) -> String {
        let text = label?.text ?? ""
        return text.lowercased().split { !($0.isLetter || $0.isNumber) || !$0.isASCII }
            .joined(separator: "_")
    }

    fileprivate static func kept(_ names: [String], of live: Value) -> Object {
        Object(members: (live.object ?? [:]).filter { names.contains($0.key) })
    }
}

/// The steps that a drawn flow is written as.
private struct GraphDocument {
    private let nodes: [Value]
    private let edges: [Value]

    init(_ live: Value) {
        nodes = live["nodes"]?.list ?? []
        edges = live["edges"]?.list ?? []
    }

    /// Entry and steps, each by a slug that its label gives.
    var fields: Object {
        let trigger = nodes.first { $0["type"] == "trigger" } ?? .null
        var fields = EditorDocuments.kept(
            ["entry_segment_id", "entry_condition", "reentry_allowed"], of: trigger)
        fields["reentry_delay"] = .text("\((trigger["reentry_delay"]?.int ?? 0) / 3600)h")
        let steps = nodes.filter { !["trigger", "exit"].contains($0["type"]?.text) }
        return fields.adding("steps", .list(steps.map(step)))
    }

    private func step(_ node: Value) -> Value {
        let ways = edges.filter { $0["source"] == node["sequence_id"] }
        var step = EditorDocuments.kept(["label", "work_id"], of: node)
            .adding("slug", .text(EditorDocuments.slug(node["label"])))
        switch node["type"] {
        case "export": step["type_hint"] = "work_export"
        case "delay":
            step["type_hint"] = "delay"
            step["delay"] = .text("\((node["delay"]?.int ?? 0) / 3_600_000_000_000)h")
        default:
            step["type_hint"] = "conditional"
            step["split_conditions"] = .list(ways.map(way))
            return .object(step)
        }
        return .object(step.adding("next", target(ways.first)))
    }

    /// A way; the one for everybody else has no condition, and no way says its rank.
    private func way(_ edge: Value) -> Value {
        var way: Object = ["label": edge["condition"]?["label"] ?? "", "next": target(edge)]
        let condition = edge["condition"]?["definition"]
        if condition != "" { way["conditions"] = condition }
        return .object(way)
    }

    private func target(_ edge: Value?) -> Value {
        let node = nodes.first { $0["sequence_id"] == edge?["target"] }
        guard let node, node["type"] != "exit" else { return "end" }
        return .text(EditorDocuments.slug(node["label"]))
    }
}

extension Object {
    /// The same with another member.
    fileprivate func adding(_ name: String, _ value: Value) -> Object {
        var object = self
        object[name] = value
        return object
    }
}
