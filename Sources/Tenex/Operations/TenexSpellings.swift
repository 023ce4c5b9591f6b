import Platforms

extension TenexOperation {
    /// Where the operation may be instead, the likeliest first.
    ///
    /// No page of 10ex documents a path; these follow the habits of its other modules.
    var spellings: [Endpoint] {
        let own = alternatives
        let flows = "/api/v1/flows"
        let moved = ([standard] + own).map { endpoint in
            var moved = endpoint
            moved.path = endpoint.path.replacing("\(flows)/workflows", with: flows)
            return moved
        }
        let apart = ([standard] + own).map { endpoint in
            var apart = endpoint
            apart.path = endpoint.path.replacing("\(flows)/", with: "/api/v1/")
            return apart
        }
        return own + moved + apart
    }

    private var alternatives: [Endpoint] {
        let flows = "/api/v1/flows"
        let workflow = "\(flows)/workflows/{workflow_id}"
        let run = "\(flows)/runs/{run_id}"
        return switch self {
        case .replaceGraph: [Endpoint(.put, workflow), Endpoint(.patch, workflow)]
        case .updateWorkflow: [Endpoint(.put, workflow)]
        case .archiveWorkflow: [Endpoint(.delete, workflow)]
        case .triggerRun:
            ["runs", "run", "execute", "start"].map { Endpoint(.post, "\(workflow)/\($0)") }
        case .createFromTemplate:
            ["instantiate", "install"].map {
                Endpoint(.post, "\(flows)/templates/{template_slug}/\($0)")
            } + [Endpoint(.post, "\(flows)/workflows/from_template")]
        case .listRunSteps: [Endpoint(.get, "\(run)/trace")]
        case .streamRun: [Endpoint(.get, "\(run)/events")]
        case .listTriggers, .createTrigger, .getTrigger, .updateTrigger, .deleteTrigger:
            ["external-triggers", "external_triggers"].map { word in
                Endpoint(
                    standard.method, standard.path.replacing("/triggers", with: "/\(word)"))
            }
        case .listSegments: [Endpoint(.get, "/api/v1/crm/segments")]
        default: []
        }
    }
}

extension TenexShape {
    /// What a field may be called instead, the likeliest first.
    func synonyms(of field: String) -> [String] {
        let own = Self.synonyms["\(rawValue).\(field)"] ?? []
        return own + (Self.synonyms[field] ?? [])
    }

    private static let synonyms: [String: [String]] = [
        "status": ["state", "phase"], "name": ["title", "label", "display_name"],
        "title": ["name"], "description": ["summary"], "id": ["uuid", "uid"],
        "Step.key": ["slug", "id", "name"], "step_key": ["key", "step", "step_id", "node_key"],
        "Edge.from": ["source", "from_step", "from_key", "source_key"],
        "Edge.to": ["target", "to_step", "to_key", "target_key"], "kind": ["type"],
        "type": ["kind"], "op": ["operator"], "config": ["params", "parameters", "settings"],
        "params": ["parameters", "args"], "payload": ["input", "inputs", "data"],
        "inputs": ["input_schema", "input_fields", "inputs_schema"],
        "outputs": ["output_schema", "output_fields"],
        "enabled": ["is_enabled", "is_active", "active"],
        "required": ["is_required"], "default": ["default_value"],
        "cron": ["cron_expression", "expression"], "timezone": ["time_zone", "tz"],
        "max_attempts": ["attempts", "max_retries"],
        "backoff_seconds": ["backoff", "delay_seconds"],
        "current_version": ["version", "active_version"], "steps": ["nodes"],
        "template_slug": ["slug", "template"], "agent_slug": ["slug", "agent"],
        "detail": ["message", "error"], "created_after": ["after", "from_date", "start_date"],
        "created_before": ["before", "to_date", "end_date"],
        "finished_at": ["completed_at", "ended_at"],
        "event_type": ["event", "event_name"], "target_url": ["url", "webhook_url"],
        "trigger_type": ["type", "trigger"], "trigger_source": ["source"],
    ]
}
