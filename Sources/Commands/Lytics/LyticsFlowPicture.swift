import Documents
import Flows
import Lytics
import Platforms

/// A flow as people look at it: what it is, whom it takes in, and its steps with their jobs.
struct LyticsFlowPicture {
    let flow: LiveObject
    let facts: LyticsFlowFacts

    /// The flow as the service shows it.
    var json: Value { .object(flow.raw) }

    /// The lines above the drawing.
    var head: [String] {
        var lines = ["\(flow.name) (\(flow.id)): \(flow.state)\(version)"]
        if let text = flow.raw["description"]?.text, !text.isEmpty { lines.append(text) }
        lines.append(reentry)
        if let recorded = flow.recorded {
            let place = ManagedPlace.text(of: recorded, in: facts.operation)
            lines.append("managed by \(recorded.address) (\(place))")
        }
        return lines
    }

    /// The steps; exports with their job's name and condition, the entry with its segment's name.
    var graph: FlowGraph {
        guard let observed = flow.observed else { return FlowGraph() }
        var graph = LyticsFlowOperations.graph(of: observed)
        let steps = observed.value["steps"]?.list ?? []
        let works = Dictionary(
            steps.compactMap { step in step["slug"]?.text.map { ($0, step["work_id"] ?? .null) } }
        ) { first, _ in first }
        for index in graph.nodes.indices {
            let node = graph.nodes[index]
            if node.role == .entry { graph.nodes[index].label = segment(node.label) }
            if node.role == .action { graph.nodes[index].detail = job(works[node.key] ?? .null) }
        }
        return graph
    }

    private var version: String {
        flow.observed?.facts[LyticsFlowFact.version].map { ", version \($0)" } ?? ""
    }

    private var reentry: String {
        guard flow.observed?.value["reentry_allowed"]?.bool == true else {
            return "each person enters once"
        }
        let delay = FieldText(shape: flow.type.rules.shape)
            .show(flow.observed?.value["reentry_delay"], at: FieldPath(["reentry_delay"]))
        return "people may enter again after \(delay)"
    }

    private func segment(_ id: String) -> String { facts.segments[.text(id)] ?? id }

    private func job(_ id: Value) -> String {
        guard let text = id.text, !text.isEmpty else { return "no job yet" }
        guard let job = facts.jobs[id] else { return "killed or missing: \(text)" }
        let name = job.raw["name"]?.text ?? text
        return "\(name): \(LyticsJobCondition(job.raw["status"]?.text ?? "unknown").text)"
    }
}
