import Diagnostics
import Documents
import Platforms

/// Rewrites the `data` of a node: its type is the node's, captures are maps.
enum FrontlineWrittenData {
    /// The canonical entry; nil where the node has no data and needs none.
    static func entry(
        _ entry: Node.Entry?, _ type: Node?, into report: inout Report
    ) -> Node.Entry? {
        if type?.scalarText == FrontlineNodeType.automationOnly { return nil }
        let word = type?.scalarText.flatMap(FrontlineNodeType.init(rawValue:))
        if let entry, !entry.value.isNull, entry.value.map == nil { return entry }
        let written = entry?.value.map ?? []
        var entries: [Node.Entry] = []
        for field in written {
            switch field.key {
            case "type": checkType(field.value, type, into: &report)
            case "captureVariables" where word == .api,
                "variables" where word == .response || word == .tools:
                report.add(wrongCapture(field, word))
            case "captureVariables": entries.append(captures(field))
            default: entries.append(FrontlineWrittenRecords.entry(field))
            }
        }
        if entries.isEmpty, word == .start || (word == nil && entry == nil) { return nil }
        guard
            let place = entry ?? type.map({ Node.Entry(key: "data", keySpan: $0.span, value: $0) })
        else { return nil }
        if let word, let type {
            let node = Node(.text(word.rawValue), span: type.span)
            entries.insert(Node.Entry(key: "type", keySpan: place.keySpan, value: node), at: 0)
        }
        return Node.Entry(
            key: "data", keySpan: place.keySpan,
            value: Node(.map(entries), span: place.value.span))
    }

    private static func checkType(_ written: Node, _ type: Node?, into report: inout Report) {
        guard let type, let word = type.scalarText, !written.isNull, written.scalarText != word
        else { return }
        report.add(
            .error(
                FrontlineCode.dataType, "`data.type` must be the node's type `\(word)`",
                at: written.span, secondary: [.init(type.span, "the node's type")],
                help: "remove it, or write `\(word)`"))
    }

    private static func wrongCapture(
        _ field: Node.Entry, _ type: FrontlineNodeType?
    ) -> Diagnostic {
        let right = type == .api ? "variables" : "captureVariables"
        let help =
            type == .api
            ? "write `variables: [{ key: NAME, value: path.in.answer }]`"
            : "write `captureVariables: [{ name: NAME }]`"
        return .error(
            FrontlineCode.wrongCapture,
            "a node of type `\(type?.rawValue ?? "")` captures by `\(right)`", at: field.keySpan,
            label: "the service drops this without a word", help: help)
    }

    /// Captures that are plain texts as maps with a name.
    private static func captures(_ field: Node.Entry) -> Node.Entry {
        guard let list = field.value.list else { return field }
        var field = field
        let elements = list.map { node in
            let name: String? = node.isExpression ? "id" : node.scalarText == nil ? nil : "name"
            guard let name else { return node }
            return Node(
                .map([Node.Entry(key: name, keySpan: node.span, value: node)]), span: node.span)
        }
        field.value = Node(.list(elements), span: field.value.span, style: field.value.style)
        return field
    }
}
