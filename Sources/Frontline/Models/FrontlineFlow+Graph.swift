import Documents
import Flows
import Platforms

extension FrontlineFlow {
    /// The flow as nodes and edges that all platforms share.
    ///
    /// A conversation ends where no edge leaves, so there is no node for its end.
    var graph: FlowGraph {
        let conditions = conditions
        let edges = (edges.value?.all ?? []).map { edge in
            let isDefault = edge.handle == "default"
            return FlowEdge(
                from: edge.source, to: edge.target, label: isDefault ? "" : edge.handle,
                condition: conditions[edge.source]?[edge.handle] ?? "", span: edge.span,
                field: isDefault ? "next" : edge.handle)
        }
        return FlowGraph(nodes: (nodes.value ?? []).map(\.graphNode), edges: edges)
    }

    /// What is asked at each handle of each node.
    private var conditions: [String: [String: String]] {
        (nodes.value ?? []).reduce(into: [:]) { all, node in
            if node.type.value == .api {
                all[node.id] = ["success": "the call succeeds", "fail": "the call fails"]
            }
            guard let conditions = node.data.value?.conditions.value else { return }
            for condition in conditions {
                guard let handle = condition.handle.value else { continue }
                all[node.id, default: [:]][handle] = condition.expression.value
            }
        }
    }
}

extension FrontlineNode {
    fileprivate var graphNode: FlowNode {
        FlowNode(
            key: id, label: alias.value ?? "", role: role, detail: detail, span: span)
    }

    private var role: FlowNode.Role {
        switch type.value {
        case .start, .trigger: .entry
        case .routing, .api: .split
        case .tools: data.value?.conditions.value?.isEmpty == false ? .split : .action
        case .say, .response, .activity, nil: .action
        }
    }

    private var detail: String {
        guard type.value == .api, let data = data.value else { return type.value?.rawValue ?? "" }
        return [data.method.value?.rawValue, data.url.value].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The handles that edges may leave by.
    var handles: [String] {
        let conditions = (data.value?.conditions.value ?? []).compactMap(\.handle.value)
        return switch type.value {
        case .api: ["success", "fail"]
        case .routing: conditions + ["no-match"]
        case .tools: conditions + ["default"]
        default: ["default"]
        }
    }
}
