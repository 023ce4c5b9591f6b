import Documents
import Flows
import Platforms

extension LyticsFlow {
    /// The flow as nodes and edges that all platforms share; in canonical form.
    var graph: FlowGraph {
        guard let steps = steps.value, !steps.isEmpty else { return FlowGraph() }
        var graph = FlowGraph()
        graph.nodes.append(
            FlowNode(
                key: "(entry)", label: entrySegment.value ?? "", role: .entry,
                detail: entryCondition.value?.rawValue ?? ""))
        let root = rootStep.value?.text ?? steps[0].name
        graph.edges.append(
            FlowEdge(
                from: "(entry)", to: root, span: rootStep.span, field: "root_step_id"))
        for step in steps {
            graph.nodes.append(step.graphNode)
            graph.edges += step.graphEdges
        }
        graph.nodes.append(FlowNode(key: "end", label: "End", role: .exit))
        return graph
    }
}

extension LyticsStep {
    fileprivate var graphNode: FlowNode {
        let role: FlowNode.Role = isSplit ? .split : type.value == .delay ? .delay : .action
        return FlowNode(
            key: name, label: label.value ?? "", role: role, detail: detail,
            span: slug.span ?? span)
    }

    private var detail: String {
        if type.value == .delay { return waiting }
        switch work.state {
        case .value(let id): return id
        case .later(.captured(let slot)): return slot.address
        default: return workConfig.value?["workflow"]?.text ?? ""
        }
    }

    /// How long people wait: `72h`, `until Monday 09:00`, `until FILTER …, at most 30d`.
    private var waiting: String {
        var parts: [String] = []
        if let until = delayUntil.value { parts.append("until \(until.words)") }
        if let condition = delayCondition.value { parts.append("until \(condition)") }
        if let segments = delayUntilEnters.value {
            parts.append(
                "until in \(segments.count == 1 ? "a segment" : "all \(segments.count) segments")")
        }
        if let delay = delay.value {
            parts.append(parts.isEmpty ? delay.description : "at most \(delay)")
        }
        return parts.joined(separator: ", ")
    }

    /// The ways out; where a mistake that is reported elsewhere hides one, it leads to no step.
    fileprivate var graphEdges: [FlowEdge] {
        guard type.value != nil else { return [FlowEdge(from: name, to: LyticsStep.nowhere)] }
        let conditions = (splitConditions.value ?? []).map { way in
            FlowEdge(
                from: name, to: key(way.next), label: way.label.value ?? "",
                condition: way.conditions.value ?? "", priority: way.priority.value.map { Int($0) },
                span: way.next.span)
        }
        let affinities = (splitAffinities.value ?? []).map { way in
            FlowEdge(
                from: name, to: key(way.next), label: way.label.value ?? way.affinity.value ?? "",
                condition: way.affinity.value ?? "", priority: way.priority.value.map { Int($0) },
                span: way.next.span)
        }
        let shares = (splitProbabilities.value ?? []).map { way in
            FlowEdge(from: name, to: key(way.next), share: way.share.value, span: way.next.span)
        }
        if isSplit { return conditions + affinities + shares }
        return [FlowEdge(from: name, to: key(next), span: next.span)]
    }

    private func key(_ target: Written<StepTarget>) -> String {
        switch target.state {
        case .value(let target): target.text
        case .null: "end"
        case .absent, .later: LyticsStep.nowhere
        }
    }

    /// The key of no step: slugs have no parentheses.
    private static let nowhere = "(nowhere)"
}

extension LyticsDelayUntil {
    /// `Monday 09:00 Europe/Berlin`, as far as it is written.
    fileprivate var words: String {
        let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        let day = dayOfWeek.value.flatMap { days.indices.contains(Int($0)) ? days[Int($0)] : nil }
        return [day, timeOfDay.value, timezone.value].compactMap(\.self).joined(separator: " ")
    }
}
