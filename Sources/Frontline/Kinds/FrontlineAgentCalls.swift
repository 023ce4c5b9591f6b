import Documents
import Platforms

/// The calls that write one agent.
struct FrontlineAgentCalls {
    let change: Change

    private var agent: [String: Value] { ["agent_id": change.liveID] }
    private var wanted: Value { change.wanted ?? [:] }
    private var setting: Object? { wanted["agentSetting"]?.object }

    /// Creates the agent and keeps it offline: it answers nobody before a row says so.
    func create() -> [Call] {
        let name = wanted["name"] ?? .null
        let probe = Probe(
            read: FrontlineAgentOperations.list, matches: .equal(.member("name"), name),
            captures: change.captures)
        let create = Call(
            "create the agent",
            FrontlineOperation.createAgent.request(body: .value(["name": name])),
            captures: change.captures, again: .probe(probe))
        return [create, keepOffline] + set()
    }

    /// The platform makes agents that answer people; that no file says so is no field.
    private var keepOffline: Call {
        var call = deploy(offline: true)
        call.effect = FrontlineAgentKind.offline
        return call
    }

    /// Names and sets what differs.
    func update() -> [Call] {
        var calls = change.paths.contains(FrontlineAgentKind.offline) ? [keepOffline] : []
        if change.paths.contains(where: { $0.parts.first == "name" }) {
            calls.append(
                Call(
                    "name the agent",
                    FrontlineOperation.updateAgent.request(
                        agent, body: .value(["name": wanted["name"] ?? .null]))))
        }
        return calls + (change.paths.contains { $0.parts.first == "agentSetting" } ? set() : [])
    }

    /// Puts the agent live or takes it offline.
    func deploy(offline: Bool) -> Call {
        Call(
            offline ? "take the agent offline" : "put the agent live",
            FrontlineOperation.deployAgent.request(
                agent, body: .value(["isOffline": .bool(offline)])))
    }

    /// Deletes the agent.
    func delete() -> Call {
        change.deleteCall("the agent", FrontlineOperation.deleteAgent.request(agent))
    }

    /// What a reviewer should know of changed settings.
    var notes: [String] {
        change.paths.contains { $0.parts.first == "agentSetting" }
            ? ["settings act at once, also in conversations under way"] : []
    }

    // Settings

    /// The settings that are written as they are read.
    private static let plain = [
        "aiModelId", "temperature", "instructions", "maxIterations", "agentType",
        "systemToolsConfig", "selectedRecordTypes",
    ]

    /// The settings that are read under another name.
    private static let renamed = [
        Overlay.Renamed(read: "customTools", sent: "customToolIds", element: .member("id")),
        Overlay.Renamed(
            read: "agentConnectedAccounts", sent: "connectedAccountConfigs",
            element: .members(["connectedAccountId", "useAllTools", "selectedToolSlugs"])),
    ]

    /// An update replaces all settings, so what the file leaves out is read just before.
    private func set() -> [Call] {
        guard let setting, !setting.isEmpty else { return [] }
        let ours = setting.mapping(FrontlineNodeBody.number)
        let read = Slot(change.address.text, "settings")
        let overlay = Overlay(
            read: read, keeping: Self.plain, ours: .object(ours), renamed: Self.renamed
        ).keeping(change.observed?.facts[FrontlineAgentFact.setting])
        return [
            Call(
                "read the settings as they are now", FrontlineOperation.getSettings.request(agent),
                captures: [Capture(read, from: .only(.exists(.member("aiModelId")), .whole))]),
            Call(
                "set the agent",
                FrontlineOperation.updateSettings.request(agent, body: .over(overlay))),
        ]
    }
}
