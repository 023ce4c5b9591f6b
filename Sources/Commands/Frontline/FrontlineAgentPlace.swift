import Documents
import Frontline
import Platforms

/// One agent as a command reaches it, and the lists of what it owns.
struct FrontlineAgentPlace: Sendable {
    let operation: Operation
    let agent: Found
    /// Whether the account has no other agent, so that none need be named.
    var isOnly = false

    /// Every agent of the account.
    static func agents(_ operation: Operation) async throws -> [ObservedResource] {
        let value = try await operation.read(FrontlineAgentOperations.list, "the agents")
        return FrontlineAgentOperations.observed(value.list ?? [], operation.account)
    }

    /// The agent that was named, else that of the flow's file, else the only one.
    static func find(
        _ word: String?, flow: String?, _ operation: Operation
    ) async throws -> FrontlineAgentPlace {
        let agents = try await agents(operation)
        let owner = word == nil ? flow.flatMap { operation.owner(of: $0) } : nil
        let agent = try await operation.choose(
            word ?? owner, .agent, among: agents, option: "--agent")
        return FrontlineAgentPlace(
            operation: operation, agent: agent, isOnly: agents.count == 1)
    }

    /// What stands behind titles of what the agent owns.
    var ownership: String { "of agent `\(agent.name)`" }
    /// What a command needs to work on this agent: nothing where it is the only one.
    var option: String { isOnly ? "" : " --agent \(agent.id)" }

    /// The account.
    var account: Account { operation.account }
    /// The agent's id.
    var id: Value { agent.liveID }

    /// The flows, as they are listed.
    func flows(status: String? = nil) async throws -> [ObservedResource] {
        let request = FrontlineFlowOperations.list(of: id, status: status)
        let value = try await operation.read(request, "the flows of \(agent.title)")
        return FrontlineFlowOperations.observed(value.list ?? [], of: id, account)
    }

    /// The variables, the platform's own among them.
    func variables() async throws -> [ObservedResource] {
        let value = try await operation.read(
            FrontlineAgentOperations.variables(of: id), "the variables of \(agent.title)")
        return FrontlineAgentOperations.variables(value.list ?? [], of: id, account)
    }

    /// The intents.
    func intents() async throws -> [ObservedResource] {
        let value = try await operation.read(
            FrontlineAgentOperations.intents(of: id), "the intents of \(agent.title)")
        return FrontlineAgentOperations.intents(value.list ?? [], of: id, account)
    }

    /// The agent with everything that lists leave out.
    func detail() async throws -> Found {
        let value = try await operation.read(FrontlineAgentOperations.get(id), "the agent")
        let seen = FrontlineAgentOperations.observed([value], account)
        return seen.first.map { operation.found($0, .agent) } ?? agent
    }

    /// A flow with its graph: the one that was named, or the only one.
    func flow(_ word: String?) async throws -> FrontlineFlowPlace {
        let found = try await operation.choose(
            word, .conversation, among: try await flows(), option: "--flow")
        return try await flow(found)
    }

    /// A listed flow with its detail and its graph.
    func flow(_ found: Found) async throws -> FrontlineFlowPlace {
        let flow = try await operation.read(
            FrontlineFlowOperations.get(found.liveID, of: id), "the flow")
        let graph = try await operation.read(
            FrontlineFlowOperations.graph(found.liveID, of: id), "the graph of the flow")
        let seen = FrontlineFlowOperations.observed(
            flow, graph: graph, of: id, operation.recorded, account)
        let whole = seen.map { operation.found($0, .conversation) } ?? found
        return FrontlineFlowPlace(place: self, flow: whole, graph: graph)
    }
}

extension Operation {
    /// The id of the agent whose flow a managed address names.
    fileprivate func owner(of flow: String) -> String? {
        let full = ["\(account.name)/\(flow)", flow]
        return recorded.values.first { full.contains($0.address.text) }?.value["agent"]?.text
    }
}
