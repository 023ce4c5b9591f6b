import Documents
import EmulatedKit
import Platforms

extension Subject {
    /// Frontline as the customer's documents have it, or as the newest sources do.
    static func frontline(preset: EmulatedPreset) -> Subject {
        let few = ["agent/other", "flow/wait", "flow/start", "agent/support"]
        return Subject(
            name: "frontline, \(preset)",
            project: [
                "kind": "weir/project", "name": "conformance",
                "accounts": ["frontline": ["platform": "frontline"]],
            ],
            documents: frontlineDocuments,
            few: frontlineDocuments.filter { few.contains($0.name) },
            alternatives: frontlineAlternatives, exempt: frontlineExempt(preset), following: [:],
            preset: preset,
            children: [
                "frontline/agent variables": "variable", "frontline/agent intents": "intent",
            ],
            variables: [
                "FRONTLINE_API_KEY": "user.conformance.secret", "SHOP_KEY": "planted-secret",
            ],
            urlVariables: ["FRONTLINE_BASE_URL": "/public/v1"],
            behindOurBack: ("frontline/flow", "wait", "description", "edited by hand"))
    }

    private static let frontlineDocuments = Document.all(in: "frontline")

    /// Ids that the service makes are no difference to ids that somebody wrote.
    private static func frontlineExempt(_ preset: EmulatedPreset) -> [String: String] {
        guard preset == .today else { return frontlineExempt }
        return frontlineExempt.merging(["frontline/flow nodes.nodeId": "not honoured"]) { $1 }
    }

    private static let frontlineExempt = [
        "frontline/flow nodes.data[SAY_AI].aiVendor": "goes with `model`",
        "frontline/flow nodes.data[RESPONSE_AI].aiVendor": "goes with `model`",
        "frontline/flow nodes.data[TOOLS_AI].aiVendor": "goes with `model`",
        "frontline/flow nodes.data[CONDITIONAL_ROUTING].aiVendor": "goes with `model`",
        "frontline/agent variables.name": "another name is another variable",
        "frontline/agent intents.name": "another name is another intent",
        "frontline/flow isDefault": "the Start flow is given",
        "frontline/flow nodes.key": "edges name it",
        "frontline/flow nodes.next": "moved to `edges`",
        "frontline/flow nodes.edges": "moved to `edges`",
        "frontline/flow nodes.type": "other data go with it",
        "frontline/flow nodes.data.type": "other data go with it",
        "frontline/flow nodes.data[RESPONSE_AI].captureVariables.id": "turned into `name`",
        "frontline/flow nodes.data[TOOLS_AI].captureVariables.id": "turned into `name`",
        "flow/start agent": "every agent has one",
        "flow/start edges": "the only way on",
        "flow/talk agent": "its variables are the agent's",
        "flow/talk nodes.tools.data.conditions.open.handleId": "an edge leaves by it",
        "flow/talk nodes.route.data.conditions.late.handleId": "an edge leaves by it",
        "flow/talk edges.ask.default": "the only way to `call`",
        "flow/talk edges.enter.default": "the only way to `ask`",
        "flow/talk edges.note.default": "`sorry` is the only node behind it",
        "flow/talk edges.route.late": "the only way to `tools`",
        "flow/talk edges.tools.open": "the only way to `note`",
        "flow/talk edges.call.success": "the only way to `route`",
        "flow/wait edges": "the only way on",
    ]

    private static let frontlineAlternatives: [String: Value] = [
        "frontline/agent agentSetting.aiModelId": "Claude Sonnet 4",
        "frontline/agent agentSetting.temperature": 0.75,
        "frontline/agent agentSetting.customToolIds": ["Cancel order"],
        "frontline/agent agentSetting.connectedAccountConfigs.connectedAccountId": "Google Sheets",
        "frontline/agent agentSetting.selectedRecordTypes.recordTypeId": "Order",
        "frontline/flow agent": "${agent/support}",
        "frontline/flow nodes.nodeId": "entry_2",
        "frontline/flow nodes.data[TRIGGER_INTENT].intentIds": ["refund"],
        "frontline/flow nodes.data[RESPONSE_AI].assistantId": "${agent/other}",
        "frontline/flow nodes.data[RESPONSE_AI].aiModelId": "GPT-4.1 mini",
        "frontline/flow nodes.data[TOOLS_AI].aiModelId": "GPT-4.1 mini",
        "frontline/flow nodes.data[CONDITIONAL_ROUTING].aiModelId": "GPT-4.1 mini",
        "frontline/flow nodes.data[SAY_AI].aiModelId": "GPT-4.1 mini",
        "frontline/flow nodes.data[RESPONSE_AI].captureVariables.name": "topic",
        "frontline/flow nodes.data[TOOLS_AI].captureVariables.name": "row",
        "frontline/flow nodes.data[API].variables.key": "row",
        "frontline/flow nodes.data[API].headers": [["key": "X-Key", "value": "plain"]],
        "frontline/flow nodes.data[API].parameters": [["key": "half", "value": "{row}"]],
        "frontline/flow nodes.data[TOOLS_AI].conditions.handleId": "later",
        "frontline/flow nodes.data[CONDITIONAL_ROUTING].conditions.handleId": "later",
        "frontline/flow nodes.data[TOOLS_AI].customToolIds": ["Cancel order"],
        "frontline/flow nodes.data[TOOLS_AI].playbookIds": [],
        "frontline/flow nodes.data[TOOLS_AI].knowledgeBaseIds": ["Returns policy"],
        "frontline/flow nodes.data[RESPONSE_AI].knowledgeBaseIds": ["Returns policy"],
        "frontline/flow nodes.data[TOOLS_AI].selectedRecordTypes.recordTypeId": "Order",
        "frontline/flow nodes.data[TOOLS_AI].connectedAccountConfigs.connectedAccountId":
            "Google Sheets",
        "frontline/flow nodes.data[CREATE_RECORD_ACTIVITY].recordTypeId": "Order",
        "frontline/flow nodes.data[SAY_AI].model": "gpt-4.1-mini",
        "frontline/flow nodes.data[TOOLS_AI].model": "gpt-4.1-mini",
        "frontline/flow nodes.data[RESPONSE_AI].model": "gpt-4.1-mini",
        "frontline/flow nodes.data[CONDITIONAL_ROUTING].model": "gpt-4.1-mini",
        "flow/talk nodes.tools.data.selectedRecordTypes.Contact.recordTypeId": "Order",
        "frontline/flow nodes.data[SAY_AI].temperature": 0.3,
        "frontline/flow nodes.data[TOOLS_AI].temperature": 0.3,
        "frontline/flow nodes.data[RESPONSE_AI].temperature": 0.3,
        "frontline/flow nodes.data[CONDITIONAL_ROUTING].temperature": 0.3,
        "flow/talk edges.call.fail": "write",
        "flow/talk edges.route.no-match": "sorry",
        "flow/talk edges.tools.default": "sorry",
    ]
}
