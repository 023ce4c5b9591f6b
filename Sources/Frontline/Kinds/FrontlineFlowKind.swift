public import Diagnostics
public import Documents
public import Flows
public import Platforms

/// `frontline/flow`: one conversation graph; writes go to its draft, activating it publishes them.
public struct FrontlineFlowKind: Kind {
    /// `frontline/flow`.
    public let name = KindName.frontlineFlow
    /// One sentence.
    public let summary = "A conversation of one agent: its nodes, and what follows what."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: FrontlineFlow.self)
    /// `status`, from draft to active to paused.
    public let lifecycle: Lifecycle? = FrontlineFlowKind.lifecycle
    /// What the service sets.
    public let serverFields = [
        "runCount", "assistantId", "liveSnapshotId", "draftSnapshotId", "createdAt", "updatedAt",
    ]
    /// A flow that tells where an order is.
    public let example = """
        kind: frontline/flow
        id: order_status
        agent: "${agent/support}"
        name: Order status
        nodes:
          wants_status:
            type: TRIGGER_INTENT
            data: { intentIds: [order_status] }
            next: ask
          ask:
            type: RESPONSE_AI
            data:
              aiModelId: "${ai-model/\\"GPT-4.1\\"}"
              instructions: Ask for the number of the order.
              captureVariables: [order_number]
              exitNodeWhen: ALL_VARIABLES
            next: look_up
          look_up:
            type: API
            data:
              url: "https://shop.example.com/orders/{order_number}"
              method: GET
              headers: []
              variables: [{ key: order_status, value: data.status }]
            edges: { success: tell, fail: sorry }
          tell:
            type: SAY_AI
            data: { message: "Your order is {order_status}." }
          sorry:
            type: SAY_AI
            data: { message: I could not find that order. }
        """

    /// Makes the kind; it has no state.
    public init() {}

    /// Decodes, checks and lowers a flow.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        FrontlineLowering.flow(document, into: &report)
    }

    /// The flow of a document as nodes and edges.
    public func graph(of resource: Resource) -> FlowGraph? {
        resource.model(as: FrontlineFlow.self)?.graph
    }

    /// Its agent and its name; the Start flow is the only default one of its agent.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        FrontlineFlowKind.key(
            agent: value["agent"] ?? .null, name: value["name"] ?? .null,
            isDefault: value["isDefault"] == true)
    }

    static func key(agent: Value, name: Value, isDefault: Bool) -> Value {
        [agent, isDefault ? true : name]
    }

    /// `isDefault: true` says that it is the flow that the agent was born with.
    public func takesOver(_ value: Value) -> Bool { value["isDefault"] == true }

    /// The Start flow goes with its agent only.
    public func reasonToLeave(_ object: ObservedResource) -> String? {
        object.facts[FrontlineFlowFact.isDefault] == true
            ? "it is the Start flow, which goes with its agent only" : nil
    }

    /// Creates, changes, activates, pauses, archives or deletes a flow.
    public func calls(for change: Change) -> ChangeCalls {
        let flow = FrontlineFlowCalls(change: change)
        var calls = ChangeCalls()
        switch change.action {
        case .create:
            (calls.calls, calls.given) = flow.create()
            calls.notes = flow.notes
        case .update, .newVersion:
            (calls.calls, calls.given) = flow.update()
            calls.notes = flow.notes
        case .start:
            calls.calls = flow.activate()
            calls.notes = flow.notes + flow.activationNotes
        case .pause, .stop:
            calls.refusals = flow.refusals
            if calls.refusals.isEmpty { calls.calls = [flow.halt()] }
        case .delete: calls.calls = [flow.delete()]
        case .adopt:
            calls.given = ["nodes": .object(change.observed?.facts[FrontlineFlowFact.nodes] ?? [:])]
        case .replace, .forget, .move, .release: break
        }
        return calls
    }

    /// By its id within its agent; by its agent's list where an interrupted run left no agent.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        FrontlineOwnCalls.existence(of: recorded, self, account)
    }

    /// Reads one flow with its graph.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        let agent = value["agent"] ?? .null
        return FrontlineRead.flow(
            liveID, FrontlineFlowPlace(agent: agent, nodes: value["nodes"]?.list))
    }
}
