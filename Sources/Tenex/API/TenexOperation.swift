public import Platforms

/// What can be asked of 10ex, by the name under which an account may say another path or method.
///
/// 10ex documents no endpoint of its flows module; the table is an assumption that every account can
/// correct (`weir explain tenex/api` prints it, `weir tenex doctor` compares it with a service).
public enum TenexOperation: String, Sendable, CaseIterable {
    case listWorkflows = "list_workflows"
    case createWorkflow = "create_workflow"
    case getWorkflow = "get_workflow"
    case updateWorkflow = "update_workflow"
    case replaceGraph = "replace_graph"
    case archiveWorkflow = "archive_workflow"
    case listVersions = "list_versions"
    case getVersion = "get_version"
    case archiveVersion = "archive_version"
    case listTemplates = "list_templates"
    case getTemplate = "get_template"
    case createFromTemplate = "create_from_template"
    case listTriggers = "list_triggers"
    case createTrigger = "create_trigger"
    case getTrigger = "get_trigger"
    case updateTrigger = "update_trigger"
    case deleteTrigger = "delete_trigger"
    case triggerRun = "trigger_run"
    case listRuns = "list_runs"
    case getRun = "get_run"
    case listRunSteps = "list_run_steps"
    case streamRun = "stream_run"
    case pauseRun = "pause_run"
    case resumeRun = "resume_run"
    case cancelRun = "cancel_run"
    case listAgents = "list_agents"
    case listConnectors = "list_connectors"
    case listSegments = "list_segments"
    case listSequences = "list_sequences"

    /// Whether its answer comes in pages.
    package var isList: Bool { rawValue.hasPrefix("list_") }

    /// The method and path unless an account says otherwise.
    public var standard: TenexEndpoint {
        let flows = "/api/v1/flows"
        return switch self {
        case .listWorkflows: TenexEndpoint(.get, "\(flows)/workflows")
        case .createWorkflow: TenexEndpoint(.post, "\(flows)/workflows")
        case .getWorkflow: TenexEndpoint(.get, "\(flows)/workflows/{workflow_id}")
        case .updateWorkflow: TenexEndpoint(.patch, "\(flows)/workflows/{workflow_id}")
        case .replaceGraph: TenexEndpoint(.put, "\(flows)/workflows/{workflow_id}/graph")
        case .archiveWorkflow: TenexEndpoint(.post, "\(flows)/workflows/{workflow_id}/archive")
        case .listVersions: TenexEndpoint(.get, "\(flows)/workflows/{workflow_id}/versions")
        case .getVersion:
            TenexEndpoint(.get, "\(flows)/workflows/{workflow_id}/versions/{version}")
        case .archiveVersion:
            TenexEndpoint(.post, "\(flows)/workflows/{workflow_id}/versions/{version}/archive")
        case .listTemplates: TenexEndpoint(.get, "\(flows)/templates")
        case .getTemplate: TenexEndpoint(.get, "\(flows)/templates/{template_slug}")
        case .createFromTemplate: TenexEndpoint(.post, "\(flows)/workflows/from-template")
        case .listTriggers: TenexEndpoint(.get, "\(flows)/triggers")
        case .createTrigger: TenexEndpoint(.post, "\(flows)/triggers")
        case .getTrigger: TenexEndpoint(.get, "\(flows)/triggers/{trigger_id}")
        case .updateTrigger: TenexEndpoint(.patch, "\(flows)/triggers/{trigger_id}")
        case .deleteTrigger: TenexEndpoint(.delete, "\(flows)/triggers/{trigger_id}")
        case .triggerRun: TenexEndpoint(.post, "\(flows)/workflows/{workflow_id}/trigger")
        case .listRuns: TenexEndpoint(.get, "\(flows)/runs")
        case .getRun: TenexEndpoint(.get, "\(flows)/runs/{run_id}")
        case .listRunSteps: TenexEndpoint(.get, "\(flows)/runs/{run_id}/steps")
        case .streamRun: TenexEndpoint(.get, "\(flows)/runs/{run_id}/stream")
        case .pauseRun: TenexEndpoint(.post, "\(flows)/runs/{run_id}/pause")
        case .resumeRun: TenexEndpoint(.post, "\(flows)/runs/{run_id}/resume")
        case .cancelRun: TenexEndpoint(.post, "\(flows)/runs/{run_id}/cancel")
        case .listAgents: TenexEndpoint(.get, "/api/v1/agents")
        case .listConnectors: TenexEndpoint(.get, "/api/v1/connectors")
        case .listSegments: TenexEndpoint(.get, "/api/v1/crm/lists")
        case .listSequences: TenexEndpoint(.get, "/api/v1/marketing/sequences")
        }
    }
}

/// A method and a path whose `{parts}` are filled in.
public struct TenexEndpoint: Sendable, Hashable {
    /// The method.
    public var method: Request.Method
    /// The path from the host on, `/api/v1/flows/runs/{run_id}`.
    public var path: String { didSet { parts = Self.parts(of: path) } }
    /// The parts of the path, placeholders still in their braces.
    private(set) var parts: [String]

    /// Names an endpoint.
    public init(_ method: Request.Method, _ path: String) {
        self.method = method
        self.path = path
        parts = Self.parts(of: path)
    }

    private static func parts(of path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }

    /// The names of the placeholders.
    package var parameters: [String] { parts.compactMap(Self.parameter) }

    /// The name in a part's braces; nil for a part that stands for itself.
    static func parameter(_ part: String) -> String? {
        guard part.hasPrefix("{"), part.hasSuffix("}"), part.count > 2 else { return nil }
        return String(part.dropFirst().dropLast())
    }
}
