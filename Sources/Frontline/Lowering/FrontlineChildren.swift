import Diagnostics
import Documents
import Platforms

/// A variable or an intent as it stands in its agent's document.
struct FrontlineChild {
    /// The type of variables in addresses.
    static let variable = "variable"
    /// The type of intents in addresses.
    static let intent = "intent"

    /// `variable` or `intent`.
    let type: String
    /// The last part of its address.
    let id: String
    /// What it is called on the platform.
    let name: String
    /// Where its key, or else its name, is written.
    let span: SourceSpan
    /// Its fields; null where only a key is written.
    let node: Node

    /// Whether it is a variable that every agent has, which nobody makes or deletes.
    var isPlatforms: Bool {
        type == FrontlineChild.variable && FrontlineDefaults.variables.contains(name)
    }

    /// The fields with the name and the agent that the author need not write.
    func spelled(agent: Address) -> Node {
        var reference = Reference(path: agent.parts.map(String.init), span: span)
        reference.address = agent.text
        let owner = Expression(parts: [.reference(reference)], written: "${\(agent.text)}")
        var entries = [
            Node.Entry(key: "agent", keySpan: span, value: Node(.expression(owner), span: span))
        ]
        if node.entry("name") == nil {
            let name = Node(.text(name), span: span)
            entries.append(Node.Entry(key: "name", keySpan: span, value: name))
        }
        return Node(.map(entries + (node.map ?? [])), span: node.span)
    }
}

/// Finds the variables and intents in an agent's document.
enum FrontlineChildren {
    /// The children of a raw tree, for the table of what can be referred to.
    static func of(_ node: Node) -> [ChildPlace] {
        var report = Report()
        return read(node, into: &report).filter { !$0.isPlatforms }
            .map { ChildPlace(type: $0.type, id: $0.id, span: $0.span) }
    }

    /// The children of a raw tree; what is no child is reported and left out.
    static func read(_ node: Node, into report: inout Report) -> [FrontlineChild] {
        children("variables", FrontlineChild.variable, in: node, into: &report)
            + children("intents", FrontlineChild.intent, in: node, into: &report)
    }

    private static func children(
        _ field: String, _ type: String, in node: Node, into report: inout Report
    ) -> [FrontlineChild] {
        guard let written = node[field], !written.isNull else { return [] }
        switch written.content {
        case .map(let entries):
            return entries.compactMap { keyed($0, field, type, into: &report) }
        case .list(let nodes):
            return nodes.compactMap { listed($0, field, type, into: &report) }
        default:
            report.add(
                .error(
                    FieldCode.wrongType.frontline, "`\(field)` must be a map by name or a list",
                    at: written.span))
            return []
        }
    }

    private static func keyed(
        _ entry: Node.Entry, _ field: String, _ type: String, into report: inout Report
    ) -> FrontlineChild? {
        guard entry.value.isNull || entry.value.map != nil else {
            report.add(wrongElement(field, entry.value))
            return nil
        }
        let name = entry.value["name"]?.scalarText ?? entry.key
        return FrontlineChild(
            type: type, id: entry.key, name: name, span: entry.keySpan, node: entry.value)
    }

    private static func listed(
        _ node: Node, _ field: String, _ type: String, into report: inout Report
    ) -> FrontlineChild? {
        guard node.map != nil else {
            report.add(wrongElement(field, node))
            return nil
        }
        guard let id = node["key"] ?? node["name"], let text = id.scalarText else {
            report.add(
                .error(
                    FieldCode.missingField.frontline, "`name` must be written",
                    at: node.map?.first?.keySpan ?? node.span, label: "`name` is missing here"))
            return nil
        }
        return FrontlineChild(
            type: type, id: text, name: node["name"]?.scalarText ?? text, span: id.span, node: node)
    }

    private static func wrongElement(_ field: String, _ node: Node) -> Diagnostic {
        .error(
            FieldCode.wrongType.frontline, "each element of `\(field)` must be a map of fields",
            at: node.span)
    }
}
