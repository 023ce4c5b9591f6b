import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// Types of node that only an account's automations have.
    private static let automationTypes = [
        "TRIGGER", "SCHEDULED_TRIGGER", "WEBHOOK", "AI_CAPTURE", "DATA_TRANSFORMER",
        "DYNAMIC_TABLES", "ITERATION", "BREAK", "AUTOMATION_STATUS", "SEND_MESSAGE",
        "SEND_WHATSAPP_MESSAGE", "TRANSCRIPTION", "FILE_ANALYSIS",
    ]
    private static let sharedTypes = [
        "TOOLS_AI", "API", "CONDITIONAL_ROUTING", "CREATE_RECORD_ACTIVITY",
    ]
    private static let branching = ["TOOLS_AI", "API", "CONDITIONAL_ROUTING", "ITERATION"]

    static func listGuidance(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let hasActivities = exchange.store.isOn(.activityNodes)
        return .results(
            guidedTypes.map { type in
                var row = guidance(type)
                if type == "CREATE_RECORD_ACTIVITY", !hasActivities { row["validInFlow"] = false }
                return .object(row)
            })
    }

    static func getGuidance(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let type = exchange.part(2)
        guard guidedTypes.contains(type) else { throw .missing("Node type") }
        let text = "# \(type)\n\nThe emulator has no guidance beyond its checks.\n"
        return .bare(["nodeType": .text(type), "guidance": .text(text)])
    }

    private static let flowTypes = nodeTypes.filter { $0 != "DYNAMIC_TABLES" }
    private static let guidedTypes = flowTypes + automationTypes

    private static func guidance(_ type: String) -> Object {
        let isAutomated = automationTypes.contains(type) || sharedTypes.contains(type)
        return [
            "type": .text(type), "validInFlow": .bool(flowTypes.contains(type)),
            "validInAutomation": .bool(isAutomated),
            "allowsMultipleOutgoingHandles": .bool(branching.contains(type)),
        ]
    }
}
