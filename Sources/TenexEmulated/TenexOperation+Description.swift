import EmulatedKit
import Tenex

extension TenexOperation {
    /// The shape of its body.
    var takes: TenexShape? {
        switch self {
        case .createWorkflow, .updateWorkflow: .workflow
        case .replaceGraph: .graph
        case .createFromTemplate: .instantiation
        case .createTrigger, .updateTrigger: .trigger
        case .triggerRun: .runStart
        default: nil
        }
    }

    /// The shape of its answer, or of each row of its answer.
    var gives: TenexShape? {
        switch self {
        case .listWorkflows, .createWorkflow, .getWorkflow, .updateWorkflow, .archiveWorkflow,
            .createFromTemplate:
            .workflow
        case .replaceGraph, .listVersions, .getVersion, .archiveVersion: .version
        case .listTemplates, .getTemplate: .template
        case .listTriggers, .createTrigger, .getTrigger, .updateTrigger: .trigger
        case .triggerRun, .listRuns, .getRun, .pauseRun, .resumeRun, .cancelRun: .run
        case .listRunSteps: .stepRun
        case .listAgents: .agent
        case .listConnectors: .connector
        case .listSegments: .segment
        case .listSequences: .sequence
        case .deleteTrigger, .streamRun: nil
        }
    }

    /// The parameters by which its list is filtered.
    var filters: [String] {
        switch self {
        case .listWorkflows: ["status"]
        case .listTemplates: ["category"]
        case .listTriggers: ["workflow_id", "event_type"]
        case .listRuns:
            [
                "workflow_id", "status", "trigger_type", "trigger_source", "created_after",
                "created_before",
            ]
        default: []
        }
    }

    /// The status of its answer.
    var status: String {
        switch self {
        case .createWorkflow, .createFromTemplate, .createTrigger, .triggerRun: "201"
        case .deleteTrigger: "204"
        default: "200"
        }
    }
}

extension TenexShape {
    /// The fields that hold lists.
    var lists: [String] {
        switch self {
        case .workflow, .version, .agent: ["inputs", "outputs"]
        case .template: ["inputs"]
        case .graph: ["steps", "edges"]
        case .condition: ["all", "any"]
        case .run: ["current_step_keys", "path"]
        default: []
        }
    }

    /// The type of a field that holds one value; nil where it may be anything.
    func scalar(_ field: String) -> String? {
        switch field {
        case "version", "current_version", "base_version", "max_attempts", "attempt": "integer"
        case "backoff_seconds", "credits", "credit_cost": "number"
        case "required", "enabled", "hired": "boolean"
        case "inputs", "params", "config", "input_mapping", "payload": "object"
        case "value", "default", "input", "output": nil
        default: "string"
        }
    }
}
