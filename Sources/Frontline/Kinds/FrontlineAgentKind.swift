public import Diagnostics
public import Documents
public import Platforms

/// `frontline/agent`: an agent with its settings; its variables and intents are rows of their own.
public struct FrontlineAgentKind: Kind {
    /// `frontline/agent`.
    public let name = KindName.frontlineAgent
    /// One sentence.
    public let summary = "An agent that talks with people, with its variables and intents."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: FrontlineAgent.self)
    /// `isOffline`, whether it answers nobody.
    public let lifecycle: Lifecycle? = FrontlineAgentKind.lifecycle
    /// What the service sets.
    public let serverFields = [
        "status", "ownerId", "accountId", "createdAt", "updatedAt", "theme", "channel",
    ]
    /// A support agent.
    public let example = """
        kind: frontline/agent
        id: support
        name: Support
        agentSetting:
          aiModelId: "${ai-model/\\"GPT-4.1\\"}"
          temperature: 0.3
          instructions: You answer questions about orders, briefly and kindly.
        variables:
          order_number: { description: The number on the order, pattern: "^[0-9]{6}$" }
          order_status: { description: Where the order is }
        intents:
          order_status:
            description: Somebody asks where an order is
            phrases: ["Where is my order?", "Has my parcel been sent?"]
        """

    /// Makes the kind; it has no state.
    public init() {}

    /// The variables and intents of a document.
    public func children(of node: Node) -> [ChildPlace] { FrontlineChildren.of(node) }

    /// Decodes, checks and lowers an agent with its variables and intents.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        FrontlineLowering.agent(document, into: &report)
    }

    /// The name that people see.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        value["name"].map { [$0] }
    }

    /// Creates an agent offline, names it, sets it, puts it live or offline, deletes it.
    public func calls(for change: Change) -> ChangeCalls {
        var calls = ChangeCalls()
        let agent = FrontlineAgentCalls(change: change)
        switch change.action {
        case .create: calls.calls = agent.create()
        case .update, .newVersion:
            calls.calls = agent.update()
            calls.notes = agent.notes
        case .start, .pause, .stop: calls.calls = [agent.deploy(offline: change.target == "true")]
        case .delete: calls.calls = [agent.delete()]
        case .replace, .adopt, .forget, .move, .release: break
        }
        return calls
    }

    /// Reads one agent.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        FrontlineRead.agent(liveID, "the agent")
    }

    /// By a read of the agent, from which all that it holds unfolds as from the list.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        .byID(
            Read(
                FrontlineAgentOperations.get(recorded.liveID), FrontlineRead.agents,
                expects: .object(with: "id", being: recorded.liveID), purpose: "the agent"))
    }
}

extension FrontlineAgentKind {
    /// That a new agent answers nobody before a row says so.
    static let offline = FieldPath(["isOffline"])

    /// A new agent is offline where its file does not say what it is.
    public func effects(of change: Change) -> [Effect] {
        guard change.wanted?["isOffline"] == nil else { return [] }
        let live = change.observed?.value["isOffline"]
        return [
            Effect(
                Self.offline, words: "taking the new agent offline",
                sight: live == "true" ? .present : .unseen, before: live, after: "true")
        ]
    }

    static let lifecycle = Lifecycle(
        field: "isOffline", initial: "true", running: ["false"], gone: [],
        authored: ["true", "false"],
        transitions: [
            .init(
                from: ["true"], to: "false", action: .start, verb: "deploy",
                consequence: "the agent answers people on every channel that it has",
                isIrreversible: false),
            .init(
                from: ["false"], to: "true", action: .pause, verb: "pause",
                consequence: "the agent answers nobody until it is put live again",
                isIrreversible: false),
        ],
        deletion: [
            "true": "the agent goes with its flows, variables, intents and conversations",
            "false": "the agent answers nobody any more, and goes with its flows, variables, "
                + "intents and conversations",
        ], onRemoveRunning: nil, startsLast: true)
}
