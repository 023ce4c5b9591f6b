import Platforms

/// The shapes of bodies and answers; each has field names of its own that an account may rename.
///
/// `Workflow.status` is not `Run.status`: a name belongs to one shape.
public enum TenexShape: String, Sendable, CaseIterable {
    case workflow = "Workflow"
    case version = "WorkflowVersion"
    case input = "Input"
    case graph = "Graph"
    case step = "Step"
    case retry = "Retry"
    case agentConfig = "AgentConfig"
    case connectorConfig = "ConnectorConfig"
    case waitConfig = "WaitConfig"
    case edge = "Edge"
    case condition = "Condition"
    case trigger = "ExternalTrigger"
    case schedule = "Schedule"
    case run = "Run"
    case runError = "RunError"
    case stepRun = "StepRun"
    case runStart = "RunStart"
    case template = "Template"
    case instantiation = "Instantiation"
    case agent = "Agent"
    case connector = "Connector"
    case segment = "Segment"
    case sequence = "Sequence"
    /// The parameters of lists.
    case query = "Query"

    /// The names of its fields, as this program knows them.
    public var fields: [String] {
        switch self {
        case .workflow:
            [
                "id", "company_id", "name", "description", "status", "inputs", "outputs",
                "current_version", "graph", "template_slug", "created_at", "updated_at",
            ]
        case .version:
            [
                "workflow_id", "version", "graph", "inputs", "outputs", "status", "created_at",
                "created_by", "archived_at",
            ]
        case .input: ["name", "type", "required", "default", "description"]
        case .graph: ["steps", "edges", "base_version"]
        case .step: ["key", "id", "type", "name", "config", "retry", "on_error"]
        case .retry: ["max_attempts", "backoff_seconds"]
        case .agentConfig: ["agent_slug", "inputs"]
        case .connectorConfig: ["connector_id", "action", "params"]
        case .waitConfig: ["duration", "event_type", "timeout"]
        case .edge: ["from", "to", "kind", "condition", "label"]
        case .condition: ["field", "op", "value", "all", "any", "not"]
        case .trigger:
            [
                "id", "company_id", "name", "source", "event_type", "schedule", "connector_id",
                "filters", "target_type", "workflow_id", "target_url", "input_mapping", "enabled",
                "created_at", "updated_at", "last_fired_at",
            ]
        case .schedule: ["cron", "timezone"]
        default: runFields
        }
    }

    private var runFields: [String] {
        switch self {
        case .run:
            [
                "id", "workflow_id", "version", "status", "trigger_type", "trigger_id", "payload",
                "current_step_keys", "path", "output", "error", "created_at", "started_at",
                "finished_at",
            ]
        case .runError: ["step_key", "code", "detail"]
        case .stepRun:
            [
                "step_key", "type", "status", "attempt", "input", "output", "error",
                "branch_taken", "agent_run_id", "credits", "started_at", "finished_at",
            ]
        case .runStart: ["payload"]
        case .template:
            ["slug", "title", "description", "category", "version", "inputs", "graph"]
        case .instantiation: ["template_slug", "inputs", "name"]
        case .agent: ["slug", "name", "level", "hired", "credit_cost", "inputs"]
        case .connector: ["id", "provider", "role", "status", "name"]
        case .segment, .sequence: ["id", "name"]
        case .query:
            [
                "status", "category", "workflow_id", "event_type", "trigger_type",
                "trigger_source", "created_after", "created_before",
            ]
        default: []
        }
    }

    /// The shape of what a field holds, alone or in a list; nil for what is nobody's to rename.
    package func nested(_ field: String, type: String?) -> TenexShape? {
        switch (self, field) {
        case (.workflow, "graph"), (.version, "graph"), (.template, "graph"): .graph
        case (.workflow, "inputs"), (.version, "inputs"), (.template, "inputs"),
            (.workflow, "outputs"), (.version, "outputs"), (.agent, "inputs"):
            .input
        case (.graph, "steps"): .step
        case (.graph, "edges"): .edge
        case (.step, "retry"): .retry
        case (.step, "config"): Self.config(of: type)
        case (.edge, "condition"), (.trigger, "filters"): .condition
        case (.condition, "all"), (.condition, "any"), (.condition, "not"): .condition
        case (.trigger, "schedule"): .schedule
        case (.run, "error"), (.stepRun, "error"): .runError
        default: nil
        }
    }

    /// The shape of a step's `config`, by the step's type.
    static func config(of type: String?) -> TenexShape? {
        switch type {
        case "agent": .agentConfig
        case "connector": .connectorConfig
        case "wait": .waitConfig
        default: nil
        }
    }
}
