public import Documents
public import Platforms

extension FrontlineFlowOperations {
    /// The calls that name and describe a flow; what is nil stays as it is.
    public static func rename(
        _ flow: ObservedResource, name: String?, description: String?
    ) -> Call {
        var body: Object = ["name": name.map { .text($0) } ?? flow.value["name"] ?? .null]
        body["description"] = description.map { .text($0) }
        return Call("name the flow", request(.updateFlow, flow, body: .value(.object(body))))
    }

    /// The calls that bring a flow into a state; activating looks before and after, and the
    /// object as it is then is captured.
    public static func steer(
        _ flow: ObservedResource, at address: Address, to status: String, name: String?,
        _ account: Account
    ) -> ChangeCalls {
        let wanted: Value = [
            "agent": flow.value["agent"] ?? .null,
            "name": name.map { .text($0) } ?? flow.value["name"] ?? .null,
        ]
        let change = Change(
            address: address, action: action(to: status), wanted: wanted, observed: flow,
            account: account, target: status)
        var calls = FrontlineFlowKind().calls(for: change)
        if status == "DRAFT" {
            calls.calls = [FrontlineFlowCalls(change: change).status("make it a draft", status)]
        }
        guard let last = calls.calls.indices.last else { return calls }
        calls.calls[last].captures.append(Capture(Slot(address.text, "object"), from: .whole))
        return calls
    }

    /// What bringing a flow into a state does to it.
    public static func action(to status: String) -> Action {
        switch status {
        case "ACTIVE": .start
        case "ARCHIVED": .stop
        default: .pause
        }
    }

    /// What a reviewer should know of any write to a flow.
    public static func notes(on flow: ObservedResource) -> [String] {
        isDefault(flow) ? ["it runs at the start of every conversation with the agent"] : []
    }

    // Nodes

    /// Makes a node; its id is captured in `made`.
    public static func createNode(
        _ node: Object, in flow: ObservedResource, at address: Address, made: Slot
    ) -> Call {
        let found = Selector.at(
            "nodes", .only(.equal(.member("name"), node["name"] ?? .null), .member("nodeId")))
        let probe = Probe(
            read: request(.getGraph, flow), matches: .exists(found),
            captures: [Capture(made, from: found)])
        return Call(
            "make the node",
            request(.createNode, flow, body: .value(["node": .object(node)])),
            captures: [
                Capture(made, from: .member("nodeId")),
                Capture(Slot(address.text, "object"), from: .whole),
            ],
            again: .probe(probe))
    }

    /// Changes a node.
    public static func updateNode(
        _ id: Value, _ node: Object, in flow: ObservedResource, at address: Address
    ) -> Call {
        Call(
            "change the node",
            request(.updateNode, flow, node: id, body: .value(["node": .object(node)])),
            captures: [Capture(Slot(address.text, "object"), from: .whole)])
    }

    /// Removes a node and every edge at it.
    public static func deleteNode(_ id: Value, in flow: ObservedResource) -> Call {
        Call("remove the node", request(.deleteNode, flow, node: id), accepts: [404])
    }

    // Edges

    /// Adds an edge, or leads the way out of a node elsewhere.
    public static func addEdge(
        _ edge: FrontlineNodeEdge, in flow: ObservedResource, at address: Address
    ) -> Call {
        Call(
            "add the edge",
            request(.createEdge, flow, body: .value(["edge": edge.value])),
            captures: [Capture(Slot(address.text, "object"), from: .whole)])
    }

    /// Removes an edge.
    public static func removeEdge(
        _ edge: FrontlineNodeEdge, in flow: ObservedResource, at address: Address
    ) -> Call {
        Call(
            "remove the edge",
            request(.deleteEdge, flow, body: .value(["edge": edge.value])),
            accepts: [404], captures: [Capture(Slot(address.text, "object"), from: .whole)])
    }

    private static func request(
        _ operation: FrontlineOperation, _ flow: ObservedResource, node: Value? = nil,
        body: Request.Body = .none
    ) -> Request {
        operation.request(
            flow: flow.liveID, node: node, of: flow.value["agent"] ?? .null, body: body)
    }
}
