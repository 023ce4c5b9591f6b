public import Documents
public import Platforms

/// What people do to agents beside declaring them, as data.
public enum FrontlineAgentOperations {
    /// Reads every agent; lists leave out settings and whether one is offline.
    public static let list = FrontlineOperation.listAgents.request()

    /// Reads one agent.
    public static func get(_ id: Value) -> Request {
        FrontlineOperation.getAgent.request(["agent_id": id])
    }

    /// Reads how an agent thinks and what it may use.
    public static func settings(_ id: Value) -> Request {
        FrontlineOperation.getSettings.request(["agent_id": id])
    }

    /// Agents as they are listed, or one with its detail.
    public static func observed(_ agents: [Value], _ account: Account) -> [ObservedResource] {
        agents.compactMap { agent in
            guard let id = agent["id"], !id.isNull else { return nil }
            let name = agent["name"] ?? .null
            var value: Object = ["name": name]
            value["isOffline"] = agent["isOffline"]
            return ObservedResource(
                account: account.name, kind: .frontlineAgent, liveID: id, naturalKey: [name],
                value: .object(value), raw: agent)
        }
    }

    /// An agent with its settings in canonical form, as its update needs it.
    public static func observed(
        _ agent: Value, settings: Value, _ account: Account
    ) -> ObservedResource? {
        FrontlineReading(scope: Scope(kinds: []), account: account)
            .setting(settings, of: agent).resources.first
    }

    /// The calls that set an agent; what `settings` leaves out stays as it is.
    public static func set(
        _ settings: Object, _ agent: ObservedResource, at address: Address, _ account: Account
    ) -> [Call] {
        let change = Change(
            address: address, action: .update,
            wanted: ["agentSetting": .object(FrontlineWrittenRecords.data(settings))],
            paths: [FieldPath(["agentSetting"])], observed: agent, account: account)
        return FrontlineAgentKind().calls(for: change).calls
    }
}

/// What tells of the account and of the platform itself, as data.
public enum FrontlineAccountOperations {
    /// Whose key it is; `user` is null for a GENERAL key.
    public static let me = FrontlineOperation.getMe.request()
    /// The node types that the service has today.
    public static let nodeTypes = FrontlineOperation.listNodeTypes.request()
    /// The models that nodes may name.
    public static let models = FrontlineOperation.listModels.request(query: ["type": "TEXT"])

    /// An account that has these models.
    public static func having(models: [Value], _ account: Account) -> Account {
        var account = account
        account.facts[FrontlineAccountFact.models] = models
        return account
    }

    /// Whether a node that is given as the platform's own JSON names a model.
    public static func needsModels(_ node: Object) -> Bool {
        FrontlineModels.isNamed(in: FrontlineNodeDraft.unwrapped(node)["data"])
    }
}

extension FrontlineAgentOperations {
    /// Reads the variables of an agent, the platform's own among them.
    public static func variables(of agent: Value) -> Request {
        FrontlineOperation.listVariables.request(["agent_id": agent])
    }

    /// Reads the intents of an agent.
    public static func intents(of agent: Value) -> Request {
        FrontlineOperation.listIntents.request(["agent_id": agent])
    }

    /// Variables as they are listed.
    public static func variables(
        _ values: [Value], of agent: Value, _ account: Account
    ) -> [ObservedResource] {
        FrontlineReading(scope: Scope(kinds: []), account: account)
            .variables(values, of: agent).resources
    }

    /// Intents as they are listed.
    public static func intents(
        _ values: [Value], of agent: Value, _ account: Account
    ) -> [ObservedResource] {
        FrontlineReading(scope: Scope(kinds: []), account: account)
            .intents(values, of: agent).resources
    }
}
