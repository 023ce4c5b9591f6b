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
    public var standard: Endpoint {
        let flows = "/api/v1/flows"
        return switch self {
        case .listWorkflows: Endpoint(.get, "\(flows)/workflows")
        case .createWorkflow: Endpoint(.post, "\(flows)/workflows")
        case .getWorkflow: Endpoint(.get, "\(flows)/workflows/{workflow_id}")
        case .updateWorkflow: Endpoint(.patch, "\(flows)/workflows/{workflow_id}")
        case .replaceGraph: Endpoint(.put, "\(flows)/workflows/{workflow_id}/graph")
        case .archiveWorkflow: Endpoint(.post, "\(flows)/workflows/{workflow_id}/archive")
        case .listVersions: Endpoint(.get, "\(flows)/workflows/{workflow_id}/versions")
        case .getVersion:
            Endpoint(.get, "\(flows)/workflows/{workflow_id}/versions/{version}")
        case .archiveVersion:
            Endpoint(.post, "\(flows)/workflows/{workflow_id}/versions/{version}/archive")
        case .listTemplates: Endpoint(.get, "\(flows)/templates")
        case .getTemplate: Endpoint(.get, "\(flows)/templates/{template_slug}")
        case .createFromTemplate: Endpoint(.post, "\(flows)/workflows/from-template")
        case .listTriggers: Endpoint(.get, "\(flows)/triggers")
        case .createTrigger: Endpoint(.post, "\(flows)/triggers")
        case .getTrigger: Endpoint(.get, "\(flows)/triggers/{trigger_id}")
        case .updateTrigger: Endpoint(.patch, "\(flows)/triggers/{trigger_id}")
        case .deleteTrigger: Endpoint(.delete, "\(flows)/triggers/{trigger_id}")
        case .triggerRun: Endpoint(.post, "\(flows)/workflows/{workflow_id}/trigger")
        case .listRuns: Endpoint(.get, "\(flows)/runs")
        case .getRun: Endpoint(.get, "\(flows)/runs/{run_id}")
        case .listRunSteps: Endpoint(.get, "\(flows)/runs/{run_id}/steps")
        case .streamRun: Endpoint(.get, "\(flows)/runs/{run_id}/stream")
        case .pauseRun: Endpoint(.post, "\(flows)/runs/{run_id}/pause")
        case .resumeRun: Endpoint(.post, "\(flows)/runs/{run_id}/resume")
        case .cancelRun: Endpoint(.post, "\(flows)/runs/{run_id}/cancel")
        case .listAgents: Endpoint(.get, "/api/v1/agents")
        case .listConnectors: Endpoint(.get, "/api/v1/connectors")
        case .listSegments: Endpoint(.get, "/api/v1/crm/lists")
        case .listSequences: Endpoint(.get, "/api/v1/marketing/sequences")
        }
    }
}
