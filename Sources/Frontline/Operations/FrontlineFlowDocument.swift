import Documents
public import Platforms

/// A live flow as a document for another agent: ids turned into names, its nodes under keys.
///
/// Left out is what the platform sets or does not need: states, positions, defaults, its ids.
public struct FrontlineFlowDocument: Sendable {
    /// The names of what the flow refers to, by kind and by id.
    public typealias Names = [KindName: [String: String]]

    private let flow: ObservedResource
    private let names: Names
    private let agent: String
    private let keys: [String: String]
    /// The credentials that were taken out: the node, the header, and the secret's name.
    public private(set) var secrets: [(node: String, header: String, name: String)] = []

    /// Copies a flow that was read with its graph; `agent` is what stands behind `agent:`.
    public init(_ flow: ObservedResource, to agent: String, names: Names) {
        self.flow = flow
        self.agent = agent
        self.names = names
        keys = FrontlineFlowDocument.keys(FrontlineLiveNode.all(of: flow))
    }

    /// The kinds of what a flow refers to by id.
    public static func referred(in flow: ObservedResource) -> Set<KindName> {
        var kinds: Set<KindName> = []
        collect(flow.value["nodes"] ?? .null, nodeType, into: &kinds)
        return kinds
    }

    private static let nodeType = FrontlineFlowKind().shape.field("nodes")?.type ?? .any

    private static func collect(_ value: Value, _ type: FieldType, into kinds: inout Set<KindName>)
    {
        switch (type, value) {
        case (_, .null): break
        case (.reference(let kind, _), _): kinds.insert(kind)
        case (.object(let shape), .object(let object)):
            for field in shape.fields {
                collect(object[field.name] ?? .null, field.type, into: &kinds)
            }
        case (.list(let type, _), .list(let list)):
            for element in list { collect(element, type, into: &kinds) }
        case (.map(let type), .object(let object)):
            for member in object { collect(member.value, type, into: &kinds) }
        default: break
        }
    }

    /// The document.
    public mutating func yaml(id: String) -> String {
        var head: [(String, Value)] = [("kind", "frontline/flow"), ("id", .text(id))]
        head.append(("agent", .text(agent)))
        for name in ["name", "description"] {
            if let value = flow.value[name], !value.isNull, value != "" {
                head.append((name, named(value, .text)))
            }
        }
        if FrontlineFlowOperations.isDefault(flow) { head.append(("isDefault", true)) }
        let nodes = (named(withoutOwner, Self.nodeType).list ?? []).map { node($0) }
        let body = nodes.map { "  " + $0.split(separator: "\n").joined(separator: "\n  ") + "\n" }
        return YAMLWriter.write(head) + (body.isEmpty ? "" : "nodes:\n") + body.joined()
    }

    /// What a flow is called as the id of a document: `order_status`.
    public static func slug(_ text: String) -> String {
        let letters = text.lowercased().map { letter in
            letter.isPlainLetterOrDigit ? letter : "_"
        }
        let slug = String(letters).split(separator: "_").joined(separator: "_")
        return slug.isEmpty ? "copy" : slug
    }

    // Nodes

    /// The nodes without the flow's own agent, which every copy fills in by itself.
    private var withoutOwner: Value {
        .list(
            (flow.value["nodes"]?.list ?? []).map { node in
                guard var data = node["data"]?.object, data["assistantId"] == flow.value["agent"],
                    var object = node.object
                else { return node }
                data["assistantId"] = nil
                object["data"] = .object(data)
                return .object(object)
            })
    }

    private mutating func node(_ node: Value) -> String {
        let live = node["key"]?.text ?? ""
        let key = keys[live] ?? live
        var fields: [(String, Value)] = [("type", node["type"] ?? .null)]
        if let alias = node["alias"], !alias.isNull, alias != "" { fields.append(("alias", alias)) }
        if let id = node["nodeId"]?.text, !FrontlineDialect.isServerMade(id),
            id != FrontlineSpelling.sentNodeID(key: key, nodeID: nil)
        {
            fields.append(("nodeId", .text(id)))
        }
        if let data = data(of: node, key), !data.isEmpty { fields.append(("data", .object(data))) }
        var ways = flow.value["edges"]?[live]?.object ?? [:]
        ways = ways.mapping { _, target in .text(keys[target.text ?? ""] ?? target.text ?? "") }
        if let next = ways["default"] { fields.append(("next", next)) }
        ways["default"] = nil
        if !ways.isEmpty { fields.append(("edges", .object(ways))) }
        let lines = YAMLWriter.write(fields).split(separator: "\n").joined(separator: "\n  ")
        return "\(key):\n  \(lines)\n"
    }

    private mutating func data(of node: Value, _ key: String) -> Object? {
        guard var data = node["data"]?.object else { return nil }
        data["type"] = nil
        if let model = data["aiModelId"], !model.isNull {
            // The other ways of naming it follow from this one.
            data["model"] = nil
            data["aiVendor"] = nil
        }
        if let captures = data["captureVariables"]?.list {
            data["captureVariables"] = .list(captures.map(Self.plain))
        }
        if let headers = data["headers"]?.list {
            data["headers"] = .list(headers.map { header($0, of: key) })
        }
        return data
    }

    /// A capture by the name of its variable, where that is known.
    private static func plain(_ capture: Value) -> Value {
        capture["name"].map { ["name": $0] } ?? capture
    }

    /// A header without a credential in it.
    private mutating func header(_ header: Value, of key: String) -> Value {
        let name = header["key"]?.text ?? ""
        guard CredentialName.isLikely(name) else { return header }
        let secret = Self.slug("\(key)_\(name)").uppercased()
        secrets.append((node: key, header: name, name: secret))
        return ["key": .text(name), "value": .text("${secret.\(secret)}")]
    }

    // Names

    /// Names instead of ids, nothing that is null or a default, and no text read as an expression.
    private func named(_ value: Value, _ type: FieldType) -> Value {
        switch (type, value) {
        case (.reference(let kind, _), _):
            return names[kind]?[value.text ?? value.canonicalJSON].map { .text($0) } ?? value
        case (.object(let shape), .object(let object)):
            let members = object.members.compactMap { member -> Object.Member? in
                guard let field = shape.field(member.key) else { return member }
                if member.value.isNull || member.value == field.rules.defaultValue { return nil }
                return Object.Member(member.key, named(member.value, field.type))
            }
            return .object(Object(members: members))
        case (.list(let type, _), .list(let list)): return .list(list.map { named($0, type) })
        case (.map(let type), .object(let object)):
            return .object(object.mapping { named($1, type) })
        case (_, .text(let text)): return .text(text.replacing("${", with: "$${"))
        default: return value
        }
    }

    /// Keys that people can read, for nodes that have none but the service's id.
    private static func keys(_ nodes: [FrontlineLiveNode]) -> [String: String] {
        var taken = Set(nodes.map(\.key).filter { !FrontlineDialect.isServerMade($0) })
        var keys: [String: String] = [:]
        for node in nodes where FrontlineDialect.isServerMade(node.key) {
            let stem = slug(node.alias.isEmpty ? node.type : node.alias)
            var key = stem
            var number = 2
            while !taken.insert(key).inserted {
                key = "\(stem)_\(number)"
                number += 1
            }
            keys[node.key] = key
        }
        return keys
    }
}
