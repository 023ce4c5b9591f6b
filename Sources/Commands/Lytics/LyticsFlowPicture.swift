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
        lines += [LyticsFlowStates.draft(beside: flow)].compactMap(\.self)
        let details = flow.observed.map(LyticsFlowOperations.details) ?? ""
        if !details.isEmpty { lines.append(details) }
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
        let works = LyticsFlowOperations.jobs(of: observed)
        for index in graph.nodes.indices {
            let node = graph.nodes[index]
            if node.role == .entry { graph.nodes[index].label = segment(node.label) }
            if node.role == .action { graph.nodes[index].detail = job(works[node.key]) }
        }
        return graph
    }

    private var version: String {
        flow.observed?.facts[LyticsFlowFact.version].map { ", version \($0)" } ?? ""
    }

    private var reentry: String {
        guard let observed = flow.observed, LyticsFlowOperations.allowsReentry(observed) else {
            return "each person enters once"
        }
        let delay = FieldText(shape: flow.type.rules.shape)
            .show(observed.value["reentry_delay"], at: FieldPath(["reentry_delay"]))
        return "people may enter again after \(delay)"
    }

    private func segment(_ id: String) -> String { facts.segments[.text(id)] ?? id }

    private func job(_ id: String?) -> String {
        guard let id, !id.isEmpty else { return "no job yet" }
        guard let job = facts.jobs[.text(id)] else { return "killed or missing: \(id)" }
        return "\(facts.name(of: job) ?? id): \(facts.condition(job).text)"
    }
}
