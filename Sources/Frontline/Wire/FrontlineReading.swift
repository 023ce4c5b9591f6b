import Documents
import Platforms

/// Understands the answers of one observation.
struct FrontlineReading {
    let scope: Scope
    let account: Account

    /// Whether the files or the ledger speak of an agent, or everything is asked for.
    func isWanted(_ agent: Value) -> Bool {
        guard let wanted = scope.wanted else { return true }
        let id = agent["id"]?.text ?? ""
        let name = agent["name"]?.text ?? ""
        return wanted.contains { names($0, id, name) }
            || scope.recorded.values.contains {
                $0.liveID == .text(id) || $0.value["agent"] == .text(id)
            }
    }

    private func names(_ resource: Resource, _ id: String, _ name: String) -> Bool {
        let isAgent = resource.kind == .frontlineAgent
        let written = isAgent ? resource.value["name"]?.text : resource.value["agent"]?.text
        let live = isAgent ? resource.options.live : nil
        return written == name || written == id || live == id
    }

    /// The detail of an agent; its settings are read next.
    func agent(_ value: Value) -> Observation {
        var observation = Observation()
        guard let id = value["id"], !id.isNull else { return observation }
        observation.reads = [FrontlineRead.setting(id, of: value)]
        return observation
    }

    /// An agent with its settings, under the names that are written.
    func setting(_ setting: Value, of agent: Value) -> Observation {
        var observation = Observation()
        guard let id = agent["id"] else { return observation }
        var shown = setting.object ?? [:]
        if let tools = setting["customTools"]?.list {
            shown["customToolIds"] = .list(tools.compactMap { $0["id"] })
        }
        if let accounts = setting["agentConnectedAccounts"]?.list {
            shown["connectedAccountConfigs"] = .list(accounts)
        }
        let value: Value = [
            "name": agent["name"] ?? .null, "isOffline": agent["isOffline"] ?? .null,
            "agentSetting": .object(shown),
        ]
        observation.resources = [
            ObservedResource(
                account: account.name, kind: .frontlineAgent, liveID: id,
                naturalKey: [agent["name"] ?? .null],
                value: ValueEncoder.encode(ValueReader.read(FrontlineAgent.self, value)),
                raw: agent, facts: Facts().telling(FrontlineAgentFact.setting, setting),
                createdAt: Timestamp(in: agent["createdAt"]))
        ]
        return observation
    }

    /// The variables of an agent, the platform's own among them.
    func variables(_ values: [Value], of agent: Value) -> Observation {
        resources(values, .frontlineVariable, of: agent) { shown in
            ValueEncoder.encode(ValueReader.read(FrontlineVariable.self, shown))
        }
    }

    /// The intents of an agent, their phrases as texts.
    func intents(_ values: [Value], of agent: Value) -> Observation {
        resources(values, .frontlineIntent, of: agent) { shown in
            var shown = shown.object ?? [:]
            let phrases = shown["phrases"]?.list ?? []
            shown["phrases"] = .list(phrases.compactMap { $0["phrase"] ?? $0 })
            return ValueEncoder.encode(ValueReader.read(FrontlineIntent.self, .object(shown)))
        }
    }

    private func resources(
        _ values: [Value], _ kind: KindName, of agent: Value, _ canonical: (Value) -> Value
    ) -> Observation {
        var observation = Observation()
        for value in values {
            guard var shown = value.object, let id = shown["id"], shown["status"] != "DELETED"
            else { continue }
            shown["agent"] = agent
            observation.resources.append(
                ObservedResource(
                    account: account.name, kind: kind, liveID: id,
                    naturalKey: FrontlineKey.of(
                        kind, agent: agent, name: shown["name"]?.text ?? ""),
                    value: canonical(.object(shown)), raw: value,
                    createdAt: Timestamp(in: value["createdAt"])))
        }
        return observation
    }
}

/// What tells an object from the others of its agent.
enum FrontlineKey {
    /// The agent and the name; variables differ by more than case.
    static func of(_ kind: KindName, agent: Value, name: String) -> Value {
        [agent, .text(kind == .frontlineVariable ? name.lowercased() : name)]
    }
}
