import Diagnostics
import Documents
import Platforms

/// One step as its author wrote it, its key inside.
struct TenexWrittenStep {
    /// The fields.
    let node: Node

    /// The key, where it is known.
    var key: String? { node["key"]?.scalarText }
    /// The word of its type, where it is known.
    var type: String? { node["type"]?.scalarText }

    /// The step in its canonical form, with the edges that are written beside the steps.
    func spelled(_ ways: TenexWrittenEdges, into report: inout Report) -> Node {
        guard let entries = node.map else { return node }
        var spelled: [Node.Entry] = []
        for entry in entries {
            switch entry.key {
            case "config": if let entry = config(entry) { spelled.append(entry) }
            case "next": spelled.append(next(entry))
            // An answer shows the platform's own id of a step beside the key.
            case "id" where key != nil: break
            default: spelled.append(entry)
            }
        }
        var step = Node(.map(spelled), span: node.span, style: node.style)
        if let key { ways.complete(&step, of: key, into: &report) }
        return step
    }

    /// The configuration with the step's type in it; nothing of a step whose type is not known.
    private func config(_ entry: Node.Entry) -> Node.Entry? {
        guard let type = node["type"], type.scalarText != nil else { return nil }
        guard let fields = entry.value.map else { return entry }
        let repeated = Node.Entry(key: "step_type", keySpan: type.span, value: type)
        var entry = entry
        entry.value.content = .map(fields.filter { $0.key != repeated.key } + [repeated])
        return entry
    }

    /// The steps that follow as a list, which is empty at the end of a run.
    private func next(_ entry: Node.Entry) -> Node.Entry {
        var entry = entry
        let value = entry.value
        if value.list == nil, value.isNull || value.scalarText != nil {
            let isEnd = value.isNull || value.scalarText == TenexWords.end
            entry.value = Node(.list(isEnd ? [] : [value]), span: value.span)
        } else if let nodes = value.list, nodes.count == 1, nodes[0].scalarText == TenexWords.end {
            entry.value = Node(.list([]), span: value.span)
        }
        return entry
    }
}
