import Diagnostics
import Documents
import Flows
import Platforms

/// Collects the edges that are written beside the steps, by the step they leave.
struct TenexWrittenEdges {
    /// What leaves one step.
    private struct Ways {
        var next: [Node] = []
        var branches: [Node] = []
        var fallback: Node?
    }

    private let types: [String: String]
    private let keys: [String]
    private var ways: [String: Ways] = [:]

    init(steps: [TenexWrittenStep]) {
        keys = steps.compactMap(\.key)
        types = Dictionary(
            steps.compactMap { step in step.key.map { ($0, step.type ?? "") } }
        ) { first, _ in first }
    }

    /// Adds the platform's own list.
    mutating func add(_ node: Node, into report: inout Report) {
        if node.isNull { return }
        guard let edges = node.list else {
            report.add(
                .error(FieldCode.wrongType.tenex, "`edges` must be a list of maps", at: node.span))
            return
        }
        for edge in edges { add(edge: edge, into: &report) }
    }

    private mutating func add(edge: Node, into report: inout Report) {
        guard edge.map != nil else {
            report.add(
                .error(
                    FieldCode.wrongType.tenex, "each element of `edges` must be a map of fields",
                    at: edge.span))
            return
        }
        checkFields(edge, into: &report)
        guard let from = text("from", edge, into: &report), let key = from.scalarText,
            let target = target(edge, into: &report)
        else { return }
        guard types[key] != nil else {
            report.add(unknown(key, from.span, &report))
            return
        }
        add(edge, from: key, to: target, into: &report)
    }

    private mutating func add(
        _ edge: Node, from key: String, to target: Node, into report: inout Report
    ) {
        var own = ways[key] ?? Ways()
        switch kind(of: edge, from: key) {
        case "next":
            if target.scalarText != TenexWords.end { own.next.append(target) }
        case "branch": own.branches.append(branch(edge, target))
        case "fallback":
            if let first = own.fallback { report.add(second(key, target, first)) }
            own.fallback = own.fallback ?? target
        case let word:
            let words = ["next", "branch", "fallback"]
            report.add(
                .error(
                    FieldCode.unknownWord.tenex,
                    "`kind` must be one of `next`, `branch`, `fallback`",
                    at: edge["kind"]?.span,
                    help: Suggestion.nearest(to: word, among: words).map { "did you mean `\($0)`?" }
                ))
        }
        ways[key] = own
    }

    /// The kind of an edge; where none is written, what its source and its condition say.
    private func kind(of edge: Node, from key: String) -> String {
        if let kind = edge["kind"], !kind.isNull { return kind.scalarText ?? "" }
        let isBranch = edge["condition"] != nil || types[key] == TenexStepType.branch.rawValue
        return isBranch ? "branch" : "next"
    }

    private func branch(_ edge: Node, _ target: Node) -> Node {
        var entries = ["label", "condition"].compactMap { edge.entry($0) }.filter {
            !$0.value.isNull
        }
        let place = edge.entry("to")?.keySpan ?? target.span
        entries.append(Node.Entry(key: "next", keySpan: place, value: target))
        return Node(.map(entries), span: edge.span, style: edge.style)
    }

    /// Adds what was collected for a step to what is written in it.
    func complete(_ step: inout Node, of key: String, into report: inout Report) {
        guard let ways = ways[key], var entries = step.map else { return }
        TenexWrittenEdges.append(ways.next, to: "next", in: &entries, onlyOnce: true)
        TenexWrittenEdges.append(ways.branches, to: "branches", in: &entries, onlyOnce: false)
        if let fallback = ways.fallback {
            if let first = entries.first(where: { $0.key == "fallback" && !$0.value.isNull }) {
                if first.value.scalarText != fallback.scalarText {
                    report.add(second(key, fallback, first.value))
                }
            } else {
                entries.removeAll { $0.key == "fallback" }
                entries.append(
                    Node.Entry(key: "fallback", keySpan: fallback.span, value: fallback))
            }
        }
        step = Node(.map(entries), span: step.span, style: step.style)
    }

    private static func append(
        _ nodes: [Node], to key: String, in entries: inout [Node.Entry], onlyOnce: Bool
    ) {
        guard let first = nodes.first else { return }
        guard let place = entries.firstIndex(where: { $0.key == key }) else {
            let list = Node(.list(nodes), span: first.span)
            entries.append(Node.Entry(key: key, keySpan: first.span, value: list))
            return
        }
        guard let written = entries[place].value.list else { return }
        let known = Set(written.compactMap(\.scalarText))
        let added = nodes.filter { node in
            !onlyOnce || node.scalarText.map { !known.contains($0) } ?? true
        }
        entries[place].value = Node(.list(written + added), span: entries[place].value.span)
    }

    private func target(_ edge: Node, into report: inout Report) -> Node? {
        guard let node = edge["to"], !node.isNull else {
            guard let entry = edge.entry("to") else { return text("to", edge, into: &report) }
            return Node(.text(TenexWords.end), span: entry.value.span)
        }
        return text("to", edge, into: &report)
    }

    private func text(_ field: String, _ edge: Node, into report: inout Report) -> Node? {
        guard let node = edge[field], !node.isNull else {
            report.add(
                .error(
                    FieldCode.missingField.tenex, "`\(field)` must be written",
                    at: edge.map?.first?.keySpan ?? edge.span, label: "`\(field)` is missing here"))
            return nil
        }
        guard node.scalarText != nil else {
            report.add(
                .error(
                    FieldCode.wrongType.tenex, "`\(field)` must be the key of a step", at: node.span
                ))
            return nil
        }
        return node
    }

    private func checkFields(_ edge: Node, into report: inout Report) {
        let fields = ["from", "to", "kind", "condition", "label"]
        for entry in edge.map ?? [] where !fields.contains(entry.key) {
            report.add(
                .error(
                    FieldCode.unknownKey.tenex, "`\(entry.key)` is not a field here",
                    at: entry.keySpan,
                    help: Suggestion.nearest(to: entry.key, among: fields)
                        .map { "did you mean `\($0)`?" }))
        }
    }

    private func unknown(
        _ key: String, _ span: SourceSpan, _ report: inout Report
    ) -> Diagnostic {
        let nearest = report.nearest(to: key, among: keys)
        return .error(
            FlowCode.unknownTarget.tenex, "`from` names a step that does not exist: `\(key)`",
            at: span,
            label: "no step is called so", help: nearest.map { "did you mean `\($0)`?" },
            fix: nearest.map { .init(span, replacement: $0) })
    }

    private func second(_ key: String, _ target: Node, _ first: Node) -> Diagnostic {
        .error(
            TenexCode.secondFallback, "`\(key)` has only one fallback", at: target.span,
            secondary: [.init(first.span, "the first one")])
    }
}
