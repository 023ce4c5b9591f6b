import Diagnostics
import Documents
import Platforms

/// Rewrites an authored workflow into the canonical tree, every piece at the place it was written.
///
/// Authors write steps as a map by key or as a list, edges at their source or beside the steps, or
/// the `graph` that the platform shows. Canonically `steps` is a list with `key`, and the edges
/// stand at the step they leave. What has been rewritten once stays as it is.
enum TenexSpelling {
    /// The canonical tree of a workflow's document; what fits nowhere stays to be reported.
    static func workflow(_ node: Node, into report: inout Report) -> Node {
        guard node.map != nil else { return node }
        var node = flattened(node, into: &report)
        for field in ["inputs", "outputs"] { node = named(field, in: node) }
        node = withTemplate(node)
        return withSteps(node, into: &report)
    }

    /// The tree with the platform's graph taken apart into its steps and edges.
    private static func flattened(_ node: Node, into report: inout Report) -> Node {
        guard let graph = node.entry("graph"), !graph.value.isNull else {
            return node.without("graph")
        }
        guard let inner = graph.value.map else { return node }
        var entries = node.without("graph").map ?? []
        for part in inner where part.key == "steps" || part.key == "edges" {
            if let first = entries.first(where: { $0.key == part.key }) {
                report.add(
                    .error(
                        TenexCode.twoGraphs, "a workflow has its `\(part.key)` in one place",
                        at: part.keySpan, secondary: [.init(first.keySpan, "the other place")]))
            } else {
                entries.append(part)
            }
        }
        // The number of a version and the like come with an answer and mean nothing here.
        return Node(.map(entries), span: node.span, style: node.style)
    }

    /// The tree with a map by name as a list.
    private static func named(_ field: String, in node: Node) -> Node {
        guard let written = node.entry(field), let entries = written.value.map else {
            return node
        }
        let list = entries.map { entry in
            let name = Node(.text(entry.key), span: entry.keySpan)
            return entry.value.inserting("name", name)
        }
        var entry = written
        entry.value = Node(.list(list), span: written.value.span, style: written.value.style)
        return node.replacing(entry)
    }

    /// The tree with a template that is a slug alone as a map.
    private static func withTemplate(_ node: Node) -> Node {
        guard var entry = node.entry("from_template"), !entry.value.isNull,
            entry.value.scalarText != nil || entry.value.isExpression
        else { return node }
        let slug = Node.Entry(key: "slug", keySpan: entry.keySpan, value: entry.value)
        entry.value = Node(.map([slug]), span: entry.value.span)
        return node.replacing(entry)
    }

    /// The tree with steps as a list, and the edges of each of them in it.
    private static func withSteps(_ node: Node, into report: inout Report) -> Node {
        let edges = node.entry("edges")
        let node = node.without("edges")
        guard let written = node.entry("steps"), let steps = steps(written.value) else {
            if let steps = node["steps"], steps.isExpression {
                report.add(
                    .error(
                        FieldCode.wrongType.tenex, "`steps` must be a map by key or a list",
                        at: steps.span))
            } else if let edges, !edges.value.isNull {
                report.add(lonely(edges))
            }
            return node
        }
        var ways = TenexWrittenEdges(steps: steps)
        if let edges { ways.add(edges.value, into: &report) }
        let list = steps.map { $0.spelled(ways, into: &report) }
        var entry = written
        entry.value = Node(.list(list), span: written.value.span, style: written.value.style)
        return node.replacing(entry)
    }

    /// The steps with their keys; nil where there is neither a map nor a list.
    private static func steps(_ node: Node) -> [TenexWrittenStep]? {
        switch node.content {
        case .map(let entries):
            entries.map { entry in
                let key = Node(.text(entry.key), span: entry.keySpan)
                return TenexWrittenStep(node: entry.value.inserting("key", key))
            }
        case .list(let nodes): nodes.map { TenexWrittenStep(node: $0) }
        default: nil
        }
    }

    private static func lonely(_ edges: Node.Entry) -> Diagnostic {
        .error(
            TenexCode.twoGraphs, "`edges` stand beside `steps`", at: edges.keySpan,
            help: "write the steps that they join")
    }
}

extension Node {
    /// The map without a key.
    fileprivate func without(_ key: String) -> Node {
        guard let entries = map, entries.contains(where: { $0.key == key }) else { return self }
        return Node(.map(entries.filter { $0.key != key }), span: span, style: style)
    }

    /// The map with another entry of the same key.
    fileprivate func replacing(_ entry: Entry) -> Node {
        let entries = (map ?? []).map { $0.key == entry.key ? entry : $0 }
        return Node(.map(entries), span: span, style: style)
    }

    /// The map, or nothing at all, with one more entry in front; anything else as it is.
    func inserting(_ key: String, _ value: Node) -> Node {
        guard map != nil || isNull else { return self }
        let rest = (map ?? []).filter { $0.key != key }
        let entry = Entry(key: key, keySpan: value.span, value: value)
        return Node(.map([entry] + rest), span: isNull ? value.span : span, style: style)
    }
}
