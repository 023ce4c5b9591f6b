import Documents
import Flows
import Platforms

extension TenexWorkflow {
    /// The workflow as nodes and edges that all platforms share, with where a run starts and ends.
    var graph: FlowGraph {
        guard let steps = steps.value, !steps.isEmpty else { return FlowGraph() }
        var graph = FlowGraph()
        graph.edges = steps.flatMap(\.graphEdges)
        let followers = Set(graph.edges.lazy.filter { $0.from != $0.to }.map(\.to))
        let starts = steps.map(\.id).filter { !followers.contains($0) }
        let entries = (starts.isEmpty ? [steps[0].id] : starts).map {
            FlowEdge(from: TenexStep.start, to: $0, isAlways: starts.count > 1)
        }
        graph.edges = entries + graph.edges
        graph.nodes =
            [FlowNode(key: TenexStep.start, label: "Start", role: .entry)] + steps.map(\.graphNode)
            + [FlowNode(key: TenexWords.end, label: "End", role: .exit)]
        return graph
    }
}

extension TenexStep {
    /// The key of no step: keys have no parentheses.
    fileprivate static let start = "(start)"
    /// Where a way leads that was reported to be mistaken.
    static let nowhere = "(nowhere)"

    fileprivate var graphNode: FlowNode {
        let role: FlowNode.Role =
            switch knownType {
            case .wait: .delay
            case .branch: .split
            case .agent, .connector, nil: .action
            }
        return FlowNode(
            key: id, label: name.value ?? "", role: role, detail: detail, span: key.span ?? span)
    }

    private var detail: String {
        let config = config.value
        switch knownType {
        case .agent: return config.map { $0.agent.words } ?? ""
        case .connector:
            return [config?.connector.words ?? "", config?.action.value ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " ")
        case .wait: return config?.waiting ?? ""
        case .branch: return ""
        case nil: return type.value ?? ""
        }
    }

    /// Every way out; a step that nothing follows leads to the end.
    fileprivate var graphEdges: [FlowEdge] {
        let isBranch = knownType == .branch || branches.value?.isEmpty == false
        return (isBranch ? branchEdges : nextEdges) + fallbackEdges
    }

    private var branchEdges: [FlowEdge] {
        guard let ways = branches.value else { return [FlowEdge(from: id, to: TenexStep.nowhere)] }
        let edges = ways.enumerated().map { place, way in
            FlowEdge(
                from: id, to: way.next.value ?? TenexStep.nowhere, label: way.label.value ?? "",
                condition: way.condition.value?.words ?? "", priority: place,
                span: way.next.span)
        }
        return edges.isEmpty ? [FlowEdge(from: id, to: TenexWords.end)] : edges
    }

    private var nextEdges: [FlowEdge] {
        guard let targets = next.value else {
            let isMistaken = next.span != nil || next.isPresent
            return [FlowEdge(from: id, to: isMistaken ? TenexStep.nowhere : TenexWords.end)]
        }
        guard !targets.isEmpty else { return [FlowEdge(from: id, to: TenexWords.end)] }
        let isOneOfSeveral = targets.count > 1
        let condition = isOneOfSeveral && fallback.isPresent ? "it succeeds" : ""
        return targets.map { target in
            FlowEdge(
                from: id, to: target.key, condition: condition, span: target.span,
                isAlways: isOneOfSeveral && condition.isEmpty)
        }
    }

    private var fallbackEdges: [FlowEdge] {
        guard let target = fallback.value else { return [] }
        return [
            FlowEdge(
                from: id, to: target, condition: "it fails", span: fallback.span,
                field: "fallback")
        ]
    }
}

extension Written<String> {
    /// A text, or the address that a reference names.
    fileprivate var words: String {
        switch state {
        case .value(let text): text
        case .later(.captured(let slot)): slot.address
        default: ""
        }
    }
}

extension TenexStepConfig {
    /// How long a run waits: `3d`, `until lead.updated, at most 2w`.
    fileprivate var waiting: String {
        if let duration = duration.value { return Nanoseconds(duration.nanoseconds).description }
        guard let event = event.value else { return "" }
        let limit = timeout.value.map { ", at most \(Nanoseconds($0.nanoseconds))" }
        return "until \(event)\(limit ?? "")"
    }
}
