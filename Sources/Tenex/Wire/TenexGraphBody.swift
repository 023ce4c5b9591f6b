import Documents
import Platforms

/// Makes the service's graph of the steps as files have them: edges in a list of their own.
struct TenexGraphBody {
    private let steps: [Value]

    /// Takes the canonical `steps`.
    init(_ steps: Value) { self.steps = steps.list ?? [] }

    /// Steps and edges, in the order of the file.
    var value: Value {
        ["steps": .list(steps.map(step)), "edges": .list(steps.flatMap(edges))]
    }

    private static let ways: Set<String> = ["next", "branches", "fallback"]

    private func step(_ step: Value) -> Value {
        var sent: Object = [:]
        for member in step.object ?? [:] where !Self.ways.contains(member.key) {
            sent[member.key] = member.key == "config" ? config(member.value) : member.value
        }
        return .object(sent)
    }

    /// Times as the service writes them.
    private func config(_ config: Value) -> Value {
        guard let object = config.object else { return config }
        var sent = object
        for name in ["duration", "timeout"] {
            if case .int(let nanoseconds) = object[name] {
                sent[name] = .text(TenexDuration.text(nanoseconds))
            }
        }
        return .object(sent)
    }

    /// The ways on, the branches in their order, and the way after a failure.
    ///
    /// No edge leads to the end of a run: where no branch holds, it ends by itself.
    private func edges(_ step: Value) -> [Value] {
        let next = (step["next"]?.list ?? []).map { edge(step, "next", to: $0) }
        let branches = (step["branches"]?.list ?? []).filter { $0["next"] != "end" }.map { branch in
            edge(step, "branch", to: branch["next"] ?? .null, branch)
        }
        let fallback = step["fallback"].flatMap { $0.isNull ? nil : edge(step, "fallback", to: $0) }
        return next + branches + [fallback].compactMap { $0 }
    }

    private func edge(_ step: Value, _ kind: String, to: Value, _ branch: Value = [:]) -> Value {
        var edge: Object = ["from": step["key"] ?? .null, "to": to, "kind": .text(kind)]
        for name in ["condition", "label"] {
            if let value = branch[name], !value.isNull { edge[name] = value }
        }
        return .object(edge)
    }
}
