public import Documents
public import Platforms

/// A node that somebody gave as the platform's own JSON, on its way into a draft.
public struct FrontlineNodeDraft: Sendable {
    /// What is sent.
    public let body: Object
    /// The node's key.
    public let key: String
    /// Its label, where the service takes that only of a node that is there.
    public let label: Value?

    /// Takes a node with or without `{node: …}` around it.
    ///
    /// The key becomes the platform's `name`, by which the node is known afterwards; a node without
    /// a place is put to the right of the others. What files may leave out is filled in as for
    /// them.
    public init(
        _ given: Object, among nodes: [FrontlineLiveNode], of agent: Value, _ account: Account
    ) {
        var node = FrontlineNodeDraft.unwrapped(given)
        let written = ["name", "key", "nodeId"].compactMap { node[$0]?.text }
        let key = written.first { !$0.isEmpty } ?? FrontlineNodeDraft.freeKey(node, nodes)
        node["key"] = .text(key)
        node["type"] = node["type"] ?? node["data"]?["type"]
        node["data"] = node["data"]?.object.map { .object(FrontlineWrittenRecords.data($0)) }
        let dialect = FrontlineDialect.of(account)
        let whole = FrontlineNodeBody(
            node: .object(node), agent: agent, position: FrontlineNodeDraft.place(besides: nodes),
            live: nil, address: "", dialect: dialect, models: FrontlineModels(account)
        ).new.object
        let ours = ["key", "name", "nodeId", "alias"]
        let rest = node.members.filter { !ours.contains($0.key) }
        body = Object(members: rest + (whole?.members ?? []))
        label = dialect == .brief ? nil : node["alias"].flatMap { $0.isNull ? nil : $0 }
        self.key = key
    }

    /// The node itself.
    public static func unwrapped(_ given: Object) -> Object {
        given.count == 1 ? given["node"]?.object ?? given : given
    }

    private static func freeKey(_ body: Object, _ nodes: [FrontlineLiveNode]) -> String {
        let stem = (body["type"]?.text ?? "node").lowercased()
        let taken = Set(nodes.map(\.key))
        var number = 1
        while taken.contains("\(stem)_\(number)") { number += 1 }
        return "\(stem)_\(number)"
    }

    private static func place(besides nodes: [FrontlineLiveNode]) -> Value {
        let right = nodes.compactMap { $0.raw["position"]?["positionX"]?.number }.max()
        guard let right else { return ["positionX": 0, "positionY": 0] }
        return ["positionX": .int(Int64(right) + 320), "positionY": 0]
    }
}

extension FrontlineLiveNode {
    /// What is sent so that the node becomes as given: its data whole, since an update may replace
    /// them whole.
    public func changed(by given: Object, _ account: Account) -> Object {
        var body = FrontlineNodeDraft.unwrapped(given)
        body["nodeId"] = nil
        if let key = body["key"] { body["name"] = body["name"] ?? key }
        body["key"] = nil
        guard let written = body["data"]?.object else { return body }
        let ours = FrontlineModels(account).completing(FrontlineWrittenRecords.data(written))
        var data = Object(
            members: data.members.filter { !FrontlineModels.names($0.key, in: ours) })
        for member in ours { data[member.key] = member.value }
        body["data"] = .object(data)
        return body
    }
}
