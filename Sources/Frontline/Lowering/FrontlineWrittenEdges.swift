import Diagnostics
import Documents
import Platforms

/// Collects edges from wherever they are written, by the keys of their nodes.
struct FrontlineWrittenEdges {
    /// Keys of nodes by every name an edge may use for them.
    let names: [String: String]
    private var order: [Node.Entry] = []
    private var places: [String: Int] = [:]
    private var ways: [[Node.Entry]] = []
    private var known: [Way: Node] = [:]

    private struct Way: Hashable {
        let source: String
        let handle: String
    }

    init(names: [String: String]) { self.names = names }

    /// Adds `next` or `edges` of a node.
    mutating func add(_ entry: Node.Entry, of source: Node, into report: inout Report) {
        let start = Node.Entry(
            key: source.scalarText ?? "", keySpan: source.span, value: source)
        if entry.key == "next" {
            let way = Node.Entry(key: "default", keySpan: entry.keySpan, value: entry.value)
            add(way, from: start, field: "next", into: &report)
        } else {
            add(handles: entry.value, from: start, into: &report)
        }
    }

    /// Adds the edges beside the nodes: a map of maps, or the brief's list.
    mutating func add(graph node: Node, into report: inout Report) {
        switch node.content {
        case .map(let sources):
            for source in sources { add(handles: source.value, from: source, into: &report) }
        case .list(let edges): for edge in edges { add(listed: edge, into: &report) }
        case .null: break
        default: report.add(wrongType("edges", "a map by node or a list", node))
        }
    }

    private mutating func add(
        handles node: Node, from source: Node.Entry, into report: inout Report
    ) {
        if node.isNull { return }
        guard let handles = node.map else {
            report.add(wrongType("edges", "a map of handles", node))
            return
        }
        for handle in handles { add(handle, from: source, field: handle.key, into: &report) }
    }

    private mutating func add(listed edge: Node, into report: inout Report) {
        guard let entries = edge.map else {
            report.add(wrongType("edges", "a list of maps", edge))
            return
        }
        let fields = ["source", "sourceHandle", "target", "targetHandle"]
        for entry in entries where !fields.contains(entry.key) {
            report.add(
                .error(
                    FieldCode.unknownKey.frontline, "`\(entry.key)` is not a field here",
                    at: entry.keySpan,
                    help: Suggestion.nearest(to: entry.key, among: fields)
                        .map { "did you mean `\($0)`?" }))
        }
        guard let source = text(of: "source", in: edge, into: &report),
            let target = text(of: "target", in: edge, into: &report)
        else { return }
        checkTargetHandle(edge, into: &report)
        let handle = edge["sourceHandle"].flatMap { $0.isNull ? nil : $0 }
        guard let name = handle.map(\.scalarText) ?? "default" else {
            report.add(wrongType("sourceHandle", "a text", handle ?? edge))
            return
        }
        let start = Node.Entry(key: source.scalarText ?? "", keySpan: source.span, value: source)
        let way = Node.Entry(key: name, keySpan: (handle ?? source).span, value: target)
        add(way, from: start, field: "target", into: &report)
    }

    private func text(of field: String, in edge: Node, into report: inout Report) -> Node? {
        guard let node = edge[field], !node.isNull else {
            report.add(
                .error(
                    FieldCode.missingField.frontline, "`\(field)` must be written",
                    at: edge.map?.first?.keySpan ?? edge.span))
            return nil
        }
        if node.scalarText == nil { report.add(wrongType(field, "the key of a node", node)) }
        return node.scalarText == nil ? nil : node
    }

    private func checkTargetHandle(_ edge: Node, into report: inout Report) {
        guard let node = edge["targetHandle"], !node.isNull, node.scalarText != "default"
        else { return }
        report.add(
            .error(
                FrontlineCode.unknownHandle, "a node has one way in, `default`", at: node.span,
                help: "remove `targetHandle`"))
    }

    private mutating func add(
        _ way: Node.Entry, from source: Node.Entry, field: String, into report: inout Report
    ) {
        if way.value.isNull { return }
        guard let text = way.value.scalarText else {
            report.add(wrongType(field, "the key of a node", way.value))
            return
        }
        var way = way
        way.value.content = .text(names[text] ?? text)
        let key = names[source.key] ?? source.key
        let id = Way(source: key, handle: way.key)
        if let first = known[id] {
            if first.text != way.value.text { report.add(second(way, key, first)) }
            return
        }
        known[id] = way.value
        insert(way, key, at: source)
    }

    private mutating func insert(_ way: Node.Entry, _ key: String, at source: Node.Entry) {
        if let place = places[key] {
            ways[place].append(way)
            return
        }
        places[key] = order.count
        order.append(Node.Entry(key: key, keySpan: source.keySpan, value: source.value))
        ways.append([way])
    }

    /// The canonical edges, at the place of another entry.
    func entry(like place: Node.Entry) -> Node.Entry {
        let sources = zip(order, ways).map { source, ways in
            Node.Entry(
                key: source.key, keySpan: source.keySpan,
                value: Node(.map(ways), span: source.value.span))
        }
        return Node.Entry(
            key: "edges", keySpan: place.keySpan,
            value: Node(.map(sources), span: place.value.span))
    }

    private func second(_ way: Node.Entry, _ source: String, _ first: Node) -> Diagnostic {
        .error(
            FrontlineCode.secondEdge,
            "only one edge may leave `\(source)` by `\(way.key)`", at: way.value.span,
            secondary: [.init(first.span, "the first one")])
    }

    private func wrongType(_ field: String, _ phrase: String, _ node: Node) -> Diagnostic {
        .error(FieldCode.wrongType.frontline, "`\(field)` must be \(phrase)", at: node.span)
    }
}
