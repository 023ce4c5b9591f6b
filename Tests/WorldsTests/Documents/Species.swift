import Documents
import Platforms

/// A kind of object of the three platforms; the raw value is its kind and its emulated table.
enum Species: String, CaseIterable, Sendable {
    case lyticsAuth = "lytics/auth"
    case lyticsConnection = "lytics/connection"
    case lyticsJob = "lytics/job"
    case lyticsFlow = "lytics/flow"
    case frontlineAgent = "frontline/agent"
    case frontlineFlow = "frontline/flow"
    case frontlineVariable = "frontline/variable"
    case frontlineIntent = "frontline/intent"
    case tenexWorkflow = "tenex/workflow"
    case tenexTrigger = "tenex/trigger"

    /// Those that have documents of their own, by platform.
    static let written: [String: [Species]] = [
        "lytics": [.lyticsAuth, .lyticsConnection, .lyticsJob, .lyticsFlow],
        "frontline": [.frontlineAgent, .frontlineFlow], "tenex": [.tenexWorkflow],
    ]

    /// The platform, which is also the account's name.
    var platform: String { String(rawValue.prefix { $0 != "/" }) }
    /// The type, as addresses have it.
    var type: String { String(rawValue.drop { $0 != "/" }.dropFirst()) }
    /// The field that holds its name.
    var nameField: String {
        switch self {
        case .lyticsAuth, .lyticsConnection, .lyticsFlow: "label"
        default: "name"
        }
    }

    /// Whether a request reads the list of such objects.
    func isList(_ path: [String]) -> Bool {
        let last = path.last ?? ""
        switch self {
        case .lyticsAuth, .lyticsConnection, .lyticsJob:
            return path.count == 2 && path[0] == "v2" && last == type
        case .lyticsFlow: return path == ["v2", "flow"] || path == ["v2", "flow", "ui"]
        case .frontlineAgent: return last == "agents" && path.first == "public"
        case .frontlineFlow: return last == "flows" && path.first == "public"
        case .frontlineVariable: return path.contains("variables") && last == "all"
        case .frontlineIntent: return path.contains("intents") && last == "all"
        case .tenexWorkflow: return last == "workflows" && path.first == "api"
        case .tenexTrigger: return last == "triggers" && path.first == "api"
        }
    }
}
