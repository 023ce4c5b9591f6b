import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// A graph as a version keeps it: every member of a step and an edge is there, null or not.
    struct Graph: Sendable {
        var steps: [Object]
        var edges: [Object]

        /// Reads a graph that is kept.
        init(_ value: Value?) {
            steps = (value?["steps"]?.list ?? []).compactMap(\.object)
            edges = (value?["edges"]?.list ?? []).compactMap(\.object)
        }

        /// Takes a graph that was sent, checked down to each member.
        init(
            _ body: Object, of workflow: String, _ workspace: String, _ store: EmulatedStore,
            at path: [Value], _ checker: inout Checker
        ) {
            let sentSteps = checker.objects("steps", in: body, at: path)
            let sentEdges = checker.objects("edges", in: body, at: path)
            steps = sentSteps.map { Self.filled(step: $0.object, of: workflow) }
            edges = sentEdges.map { Self.filled(edge: $0.object) }
            var keys: Set<String> = []
            for (step, path) in sentSteps {
                checker.check(step: step, at: path, workspace, store)
                let key = step.word("key")
                if !key.isEmpty, !keys.insert(key).inserted {
                    checker.note(path + ["key"], "Value error, the step key \(key) is taken")
                }
            }
            for (edge, path) in sentEdges { checker.check(edge: edge, among: keys, at: path) }
        }

        /// The graph as it is kept and shown.
        var value: Value {
            [
                "steps": .list(steps.map { .object($0) }),
                "edges": .list(edges.map { .object($0) }),
            ]
        }

        /// The step with a key.
        func step(_ key: String) -> Object? { steps.first { $0.word("key") == key } }

        /// The edges of a kind that leave a step, in their order.
        func edges(from key: String, _ kind: String) -> [Object] {
            edges.filter { $0.word("from") == key && $0.word("kind") == kind }
        }

        /// The steps that no edge leads to; the first one where an edge leads to each.
        var starts: [String] {
            let targets = Set(edges.map { $0.word("to") })
            let keys = steps.map { $0.word("key") }
            let free = keys.filter { !targets.contains($0) }
            return free.isEmpty ? Array(keys.prefix(1)) : free
        }

        /// Whether some way leads from one step to another.
        func leads(from start: String, to end: String) -> Bool {
            var seen: Set<String> = []
            var open = [start]
            while let key = open.popLast() {
                for edge in edges where edge.word("from") == key {
                    let next = edge.word("to")
                    if next == end { return true }
                    if seen.insert(next).inserted { open.append(next) }
                }
            }
            return false
        }

        private static func filled(step: Object, of workflow: String) -> Object {
            let defaults: Object = [
                "name": .null, "config": [:], "retry": .null, "on_error": "halt",
            ]
            var step = defaults.merging(
                Object(members: step.members.filter { !$0.value.isNull }))
            step["id"] = .text("step/\(workflow)/\(step.word("key"))".uuid)
            return step
        }

        private static func filled(edge: Object) -> Object {
            let defaults: Object = ["kind": "next", "condition": .null, "label": .null]
            return defaults.merging(Object(members: edge.members.filter { !$0.value.isNull }))
        }
    }
}
