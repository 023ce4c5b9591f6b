import Documents
import Frontline
import Platforms

/// One agent as a command reaches it, and the lists of what it owns.
struct FrontlineAgentContext: OperatingContext {
    typealias List = FrontlineListOptions

    let operation: Operation
    let agent: LiveObject
    /// Whether the account has no other agent, so that none need be named.
    var isOnly = false

    /// The agent that was named, else that of the flow's file, else the only one.
    static func find(
        _ word: String?, flow: String?, _ operation: Operation
    ) async throws -> FrontlineAgentContext {
        let agents = try await FrontlineAccount(operation: operation).agents()
        let owner = word == nil ? flow.flatMap { operation.owner(of: $0) } : nil
        let agent = try await operation.choose(
            word ?? owner, .agent, among: agents, option: "--agent")
        return FrontlineAgentContext(
            operation: operation, agent: agent, isOnly: agents.count == 1)
    }

    /// What stands behind titles of what the agent owns.
    var ownership: String { "of agent `\(agent.name)`" }
    /// What a command needs to work on this agent: nothing where it is the only one.
    var option: String { isOnly ? "" : " --agent \(agent.id)" }
    /// The agent's id.
    var id: Value { agent.liveID }

    /// What the agent owns: flows as they are listed, variables or intents.
    func objects(_ type: ResourceType) async throws -> [ObservedResource] {
        switch type.kind {
        case ResourceType.variable.kind:
            let value = try await operation.read(
                FrontlineAgentOperations.variables(of: id), "the variables of \(agent.title)")
            return FrontlineAgentOperations.variables(value.list ?? [], of: id, account)
        case ResourceType.intent.kind:
            let value = try await operation.read(
                FrontlineAgentOperations.intents(of: id), "the intents of \(agent.title)")
            return FrontlineAgentOperations.intents(value.list ?? [], of: id, account)
        default:
            let request = FrontlineFlowOperations.list(of: id)
            let value = try await operation.read(request, "the flows of \(agent.title)")
            return FrontlineFlowOperations.observed(value.list ?? [], of: id, account)
        }
    }

    /// The agent with everything that lists leave out.
    func detail() async throws -> LiveObject {
        let value = try await operation.read(FrontlineAgentOperations.get(id), "the agent")
        let seen = FrontlineAgentOperations.observed([value], account)
        return seen.first.map { operation.live($0, .agent) } ?? agent
    }

    /// A flow with its graph: the one that was named, or the only one.
    func flow(_ word: String?) async throws -> FrontlineFlowContext {
        let found = try await operation.choose(
            word, .conversation, among: try await objects(.conversation), option: "--flow")
        return try await flow(found)
    }

    /// A listed flow with its detail and its graph.
    func flow(_ found: LiveObject) async throws -> FrontlineFlowContext {
        let flow = try await operation.read(
            FrontlineFlowOperations.get(found.liveID, of: id), "the flow")
        let graph = try await operation.read(
            FrontlineFlowOperations.graph(found.liveID, of: id), "the graph of the flow")
        let seen = FrontlineFlowOperations.observed(
            flow, graph: graph, of: id, operation.recorded, account)
        let whole = seen.map { operation.live($0, .conversation) } ?? found
        return FrontlineFlowContext(owner: self, flow: whole, graph: graph)
    }
}

extension Operation {
    /// The id of the agent whose flow a managed address names.
    fileprivate func owner(of flow: String) -> String? {
        let full = ["\(account.name)/\(flow)", flow]
        return recorded.values.first { full.contains($0.address.text) }?.value["agent"]?.text
    }
}
