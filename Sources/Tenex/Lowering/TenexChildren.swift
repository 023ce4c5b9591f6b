import Diagnostics
import Documents
import Platforms

/// A trigger as it stands in its workflow's document.
struct TenexChild {
    /// The type of triggers in addresses.
    static let trigger = "trigger"

    /// The last part of its address.
    let id: String
    /// Where its key is written.
    let span: SourceSpan
    /// Its fields; null where only a key is written.
    let node: Node

    /// The fields with the name and the workflow that the author need not write.
    ///
    /// A trigger that tells a URL belongs to no workflow of the platform.
    func spelled(workflow: Address) -> Node {
        var entries: [Node.Entry] = []
        if node["target_type"]?.scalarText != TenexTargetType.webhook.rawValue,
            node.entry("workflow_id") == nil
        {
            var reference = Reference(path: workflow.parts.map(String.init), span: span)
            reference.address = workflow.text
            let owner = Expression(
                parts: [.reference(reference)], written: "${\(workflow.text)}")
            entries.append(entry("workflow_id", .expression(owner)))
        }
        if node.entry("name") == nil { entries.append(entry("name", .text(id))) }
        return Node(.map(entries + (node.map ?? [])), span: node.span)
    }

    private func entry(_ key: String, _ content: Node.Content) -> Node.Entry {
        Node.Entry(key: key, keySpan: span, value: Node(content, span: span))
    }
}

/// Finds the triggers in a workflow's document.
enum TenexChildren {
    /// The children of a raw tree, for the table of what can be referred to.
    static func of(_ node: Node) -> [ChildPlace] {
        var report = Report()
        return read(node, into: &report)
            .map { ChildPlace(type: TenexChild.trigger, id: $0.id, span: $0.span) }
    }

    /// The children of a raw tree; what is no child is reported and left out.
    static func read(_ node: Node, into report: inout Report) -> [TenexChild] {
        guard let written = node["triggers"], !written.isNull else { return [] }
        switch written.content {
        case .map(let entries): return entries.compactMap { keyed($0, into: &report) }
        case .list(let nodes): return nodes.compactMap { listed($0, into: &report) }
        default:
            report.add(
                .error(
                    FieldCode.wrongType.tenex, "`triggers` must be a map by key or a list",
                    at: written.span))
            return []
        }
    }

    /// Reports children that cannot be addressed, or told apart.
    static func check(_ children: [TenexChild], into report: inout Report) {
        var known: [String: TenexChild] = [:]
        for child in children {
            if !child.id.isName { report.add(unaddressable(child)) }
            if let first = known[child.id] {
                report.add(
                    .error(
                        FieldCode.duplicateKeyValue.tenex,
                        "each `key` must be unique: `\(child.id)`",
                        at: child.span, secondary: [.init(first.span, "first used here")]))
            } else {
                known[child.id] = child
            }
        }
    }

    private static func keyed(_ entry: Node.Entry, into report: inout Report) -> TenexChild? {
        guard entry.value.isNull || entry.value.map != nil else {
            report.add(wrongElement(entry.value))
            return nil
        }
        return TenexChild(id: entry.key, span: entry.keySpan, node: entry.value)
    }

    private static func listed(_ node: Node, into report: inout Report) -> TenexChild? {
        guard node.map != nil else {
            report.add(wrongElement(node))
            return nil
        }
        guard let key = node["key"] ?? node["name"], let text = key.scalarText else {
            report.add(
                .error(
                    FieldCode.missingField.tenex, "`key` must be written",
                    at: node.map?.first?.keySpan ?? node.span, label: "`key` is missing here"))
            return nil
        }
        return TenexChild(id: text, span: key.span, node: node)
    }

    private static func wrongElement(_ node: Node) -> Diagnostic {
        .error(
            FieldCode.wrongType.tenex, "each element of `triggers` must be a map of fields",
            at: node.span)
    }

    private static func unaddressable(_ child: TenexChild) -> Diagnostic {
        .error(
            TenexCode.childKey,
            "the key of a trigger is made of letters, digits, `_` and `-`: `\(child.id)`",
            at: child.span, help: "write a plain key, and this as its `name`")
    }
}
