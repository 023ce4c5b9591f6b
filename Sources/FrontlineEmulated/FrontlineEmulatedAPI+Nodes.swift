import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let position: Schema = .object([
        .need("positionX", .number()), .need("positionY", .number()),
    ])

    private static let labels = [
        "START": "Start", "TRIGGER_INTENT": "Trigger", "SAY_AI": "Say",
        "RESPONSE_AI": "Response", "TOOLS_AI": "Tools", "API": "API",
        "CONDITIONAL_ROUTING": "Conditional routing", "CREATE_RECORD_ACTIVITY": "Record activity",
    ]

    /// Adds a node to a flow's draft.
    static func createNode(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange)
        var graph = try draft(of: flow, exchange)
        let body = try Inner("node", exchange)
        var checker = Checker()
        var node = checker.members(body.object, createFields(exchange.store), at: body.path)
        let type = node["type"]?.text ?? ""
        checkType(type, of: flow, at: body.path + ["type"], exchange.store, &checker)
        node["data"] = checkedData(
            node["data"], type: type, agent: exchange.part(1), exchange, &checker)
        let edges = sentEdges(body, exchange.store, &checker)
        checkSentID(node["nodeId"], at: body.path, &checker)
        try checker.finish()
        try checkPlace(of: node, in: graph, at: body.path, exchange.store)
        let id = freeNodeID(node["nodeId"]?.text, in: graph, &exchange)
        graph.nodes.append(made(node, id, alias: node["alias"]?.text, of: flow, exchange))
        try connect(
            edges.map { ($0.edge.renaming(body.object.nodeID, id), $0.path) }, in: &graph,
            exchange.store)
        save(graph, &exchange)
        return .bare(shown(graph.node(id) ?? [:], in: graph, exchange), status: 201)
    }

    /// Changes a node: `data` is replaced whole, other members where they are sent.
    static func updateNode(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange)
        var graph = try draft(of: flow, exchange)
        guard let index = graph.index(exchange.part(5)) else { throw .missing("Node") }
        let body = try Inner("node", exchange)
        var checker = Checker()
        var sent = checker.members(body.object, updateFields, at: body.path)
        sent["data"] = changedData(sent, graph.nodes[index], exchange, &checker)
        if let type = sent["type"], type != graph.nodes[index]["type"] {
            checker.note(body.path + ["type"], "The type of a node cannot change", "custom")
        }
        let edges = sentEdges(body, exchange.store, &checker)
        try checker.finish()
        graph.nodes[index] = graph.nodes[index].merging(sent)
        graph.nodes[index]["updatedAt"] = exchange.timestamp
        graph.dropDangling()
        try connect(edges, in: &graph, exchange.store)
        save(graph, &exchange)
        return .bare(shown(try draft(of: flow, exchange), exchange))
    }

    /// Removes a node and every edge at it; the default flow keeps its START.
    static func deleteNode(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange)
        var graph = try draft(of: flow, exchange)
        guard let index = graph.index(exchange.part(5)) else { throw .missing("Node") }
        guard graph.nodes[index]["type"] != .some("START") else {
            throw .conflict("The START node of the default flow cannot be deleted")
        }
        graph.nodes.remove(at: index)
        graph.dropDangling()
        save(graph, &exchange)
        return .bare(shown(try draft(of: flow, exchange), exchange))
    }

    /// A node as it is stored.
    static func made(
        _ node: Object, _ id: String, alias: String?, of flow: Object, _ exchange: Exchange
    ) -> Object {
        let type = node["type"]?.text ?? ""
        return node.merging([
            "nodeId": .text(id), "alias": .text(alias ?? labels[type] ?? type),
            "workflowId": .text(flow.id), "createdAt": exchange.timestamp,
            "updatedAt": exchange.timestamp,
        ])
    }

    private static func createFields(_ store: EmulatedStore) -> [Field] {
        var fields: [Field] = [
            .need("type", .word(nodeTypes)), .need("position", position),
            .may("name", .text()), .may("data", .nullable(.anyObject)),
        ]
        if store.isOn(.clientNodeIDs) { fields.append(.may("nodeId", .text())) }
        if store.isOn(.clientAliases) { fields.append(.may("alias", .nullable(.text()))) }
        return fields
    }

    private static let updateFields: [Field] = [
        .may("type", .word(nodeTypes)), .may("position", position), .may("name", .text()),
        .may("alias", .nullable(.text())), .may("data", .nullable(.anyObject)),
    ]

    /// The data a node has after an update; nil where none was sent.
    private static func changedData(
        _ sent: Object, _ node: Object, _ exchange: Exchange,
        _ checker: inout Checker
    ) -> Value? {
        guard var data = sent["data"]?.object else { return nil }
        if exchange.store.isOn(.mergeNodeData) {
            data = (node["data"]?.object ?? [:]).merging(data)
        }
        return checkedData(
            .object(data), type: node["type"]?.text ?? "", agent: exchange.part(1), exchange,
            &checker)
    }
}
