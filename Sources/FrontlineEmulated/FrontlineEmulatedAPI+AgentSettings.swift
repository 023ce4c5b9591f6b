import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let settingFields: [Field] = [
        .need("aiModelId", .nullable(.number())), .need("temperature", .number(0...1)),
        .need("instructions", .nullable(.text())),
        .may("maxIterations", .number(3...30), or: 10),
        .may("agentType", .word(["BASIC", "ADVANCED"]), or: "BASIC"),
        .may("customToolIds", .nullable(.list(.number()))),
        .may("connectedAccountConfigs", .nullable(.list(.object(connectedAccountFields)))),
        .may("systemToolsConfig", .nullable(.object(systemToolFields))),
        .may("selectedRecordTypes", .nullable(.list(.object(recordTypeFields)))),
    ]

    static func getAgentSetting(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .bare(shownSetting(of: try agent(exchange), exchange))
    }

    /// Replaces the settings whole: what is left out goes back to its default.
    static func updateAgentSetting(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var agent = try agent(exchange)
        var checker = Checker()
        let body = checker.members(try exchange.body(), settingFields, at: [])
        checker.note(References(agent.id, exchange, at: []).missing(in: body))
        try checker.finish()
        let old = agent["agentSetting"]?.object ?? [:]
        agent["agentSetting"] = .object(old.only(["id"]).merging(body))
        agent = save(agent, &exchange)
        return .bare(shownSetting(of: agent, exchange))
    }

    /// The settings of a new agent.
    static func newSetting(_ number: Int64, _ exchange: Exchange) -> Object {
        let models = rows("frontline/ai-model", exchange.account.aid, exchange.store)
        let model = models.first { $0["isDefault"] == .some(true) }
        return [
            "id": .int(number), "aiModelId": model?["id"] ?? .null, "temperature": 0.7,
            "instructions": .null, "maxIterations": 10, "agentType": "BASIC",
        ]
    }

    /// The settings as the platform shows them, with what their ids stand for.
    static func shownSetting(of agent: Object, _ exchange: Exchange) -> Value {
        let setting = agent["agentSetting"]?.object ?? [:]
        let model = known("frontline/ai-model", setting["aiModelId"], exchange)
        var shown = setting.only([
            "id", "aiModelId", "temperature", "instructions", "maxIterations", "agentType",
        ])
        shown["aiModel"] = model.map { .object($0) } ?? .null
        shown["model"] = model?["externalId"] ?? .null
        shown["aiType"] = "AGENT"
        shown["agentRole"] = "NONE"
        shown["toneOfVoice"] = "NONE"
        shown["answerLength"] = "NONE"
        shown["customTools"] = .list(tools(setting, exchange))
        shown["systemToolsConfig"] = setting["systemToolsConfig"] ?? .null
        shown["selectedRecordTypes"] = setting["selectedRecordTypes"] ?? []
        shown["agentConnectedAccounts"] = .list(accounts(setting, exchange))
        shown["agentPlaybooks"] = []
        return .object(shown)
    }

    private static func tools(_ setting: Object, _ exchange: Exchange) -> [Value] {
        (setting["customToolIds"]?.list ?? []).compactMap { id in
            known("frontline/tool", id, exchange).map {
                .object($0.only(["id", "name", "description", "status", "type"]))
            }
        }
    }

    private static func accounts(_ setting: Object, _ exchange: Exchange) -> [Value] {
        let shown = ["id", "toolkit", "alias", "connectedEmail", "isConnected"]
        return (setting["connectedAccountConfigs"]?.list ?? []).compactMap(\.object).map { one in
            let id = one["connectedAccountId"]
            let account = known("frontline/integration", id, exchange)
            return .object(
                one.merging(["connectedAccount": .object((account ?? [:]).only(shown))]))
        }
    }
}
