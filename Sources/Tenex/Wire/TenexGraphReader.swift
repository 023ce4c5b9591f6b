import Documents
import Platforms

/// Makes the steps as files have them of the service's graph: each way at its source.
struct TenexGraphReader {
    private let steps: [Value]
    private let edges: [String: [Value]]

    /// Takes a graph with standard names.
    init(_ graph: Value) {
        steps = graph["steps"]?.list ?? []
        edges = Dictionary(grouping: graph["edges"]?.list ?? []) { $0["from"]?.text ?? "" }
    }

    /// The steps with their ways on.
    var value: Value { .list(steps.map(step)) }

    private func step(_ step: Value) -> Value {
        var shown = step.object ?? [:]
        shown["id"] = nil
        let ways = Dictionary(grouping: edges[step["key"]?.text ?? ""] ?? [], by: kind)
        let next = (ways["next"] ?? []).compactMap { $0["to"] }
        if step["type"] != "branch" || !next.isEmpty { shown["next"] = .list(next) }
        if let branches = ways["branch"] { shown["branches"] = .list(self.branches(branches)) }
        if let fallback = ways["fallback"]?.first?["to"] { shown["fallback"] = fallback }
        return .object(shown)
    }

    /// The ways out of a branch; a run that none of them takes ends there.
    private func branches(_ step: Value, _ edges: [Value]) -> Value? {
        guard step["type"] == "branch" else {
            return edges.isEmpty ? nil : .list(edges.map(branch))
        }
        let isComplete = edges.contains { $0["condition"].map { $0.isNull } ?? true }
        let otherwise: [Value] =
            isComplete ? [] : [["condition": .null, "next": .text(TenexWords.end)]]
        return .list(edges.map(branch) + otherwise)
    }

    /// An edge without a kind goes on, or is a branch where it has a condition.
    private func kind(_ edge: Value) -> String {
        if let kind = edge["kind"]?.text { return kind }
        return edge["condition"].map { !$0.isNull } == true ? "branch" : "next"
    }

    /// The branches in order; where none is for all others, a run ends with those.
    private func branches(_ edges: [Value]) -> [Value] {
        let branches = edges.map(branch)
        let hasOtherwise = branches.contains { $0["condition"] == nil }
        return hasOtherwise ? branches : branches + [["next": "end"]]
    }

    private func branch(_ edge: Value) -> Value {
        var branch: Object = ["next": edge["to"] ?? .null]
        for name in ["condition", "label"] {
            if let value = edge[name], !value.isNull { branch[name] = value }
        }
        return .object(branch)
    }
}
