import Diagnostics
import Documents
import Platforms

/// The states of a workflow that a file may ask for.
enum TenexWorkflowStatus: String, WordValue, CaseIterable {
    case draft, active, paused, archived
}

/// What a field of a workflow's inputs or outputs holds.
enum TenexInputType: String, WordValue, CaseIterable {
    case string, number, integer, boolean, uuid, date, json
}

/// What a run does where a step failed.
enum TenexOnError: String, WordValue, CaseIterable {
    case halt, fallback

    /// What it means.
    var meaning: String? {
        switch self {
        case .halt: "The run ends at the step that failed."
        case .fallback: "The run goes on at the step's fallback."
        }
    }
}

/// What a trigger listens to.
enum TenexTriggerSource: String, WordValue, CaseIterable {
    case crm, connector, schedule

    /// What it means.
    var meaning: String? {
        switch self {
        case .crm: "An event of the CRM."
        case .connector: "An event of a connector."
        case .schedule: "A time, by cron."
        }
    }
}

/// What a trigger sets off.
enum TenexTargetType: String, WordValue, CaseIterable {
    case workflow, webhook

    /// What it means.
    var meaning: String? {
        switch self {
        case .workflow: "Starts a run of the workflow."
        case .webhook: "Calls a URL."
        }
    }
}

/// The words of a step's `type` that have a configuration of their own; others pass through.
enum TenexStepType: String, CaseIterable, Sendable {
    case agent, connector, wait, branch
}

/// Words that the documents of 10ex name and that are not all there are.
package enum TenexWords {
    /// The events that triggers and waits listen to.
    static let events = [
        "lead.created", "lead.updated", "lead.status_changed", "lead_added_to_segment",
        "agent.run.started", "agent.run.completed", "sequence.email.sent",
        "sequence.email.replied", "connector.oauth.completed", "form.submitted",
    ]
    /// What a condition compares by.
    package static let operators = [
        "eq", "ne", "gt", "gte", "lt", "lte", "in", "contains", "exists",
    ]
    /// What a step may read.
    static let roots = ["lead", "trigger", "inputs", "steps"]
    /// The word of `next` for the end of a run.
    static let end = "end"
}

/// Whether a trigger fires: a boolean for authors, a word for the planner's lifecycle.
enum TenexEnabled: String, FieldValue {
    case enabled = "true"
    case disabled = "false"

    /// A boolean.
    static var fieldType: FieldType { .bool }

    /// `true` or `false`, unquoted.
    static func decode(_ node: Node, into report: inout Report) -> TenexEnabled? {
        guard case .bool(let bool) = node.content else {
            return node.wrongType(TenexEnabled.self, into: &report)
        }
        return bool ? .enabled : .disabled
    }

    /// A boolean or its text.
    init?(lenient value: Value) {
        switch value {
        case .bool(true), .text("true"): self = .enabled
        case .bool(false), .text("false"): self = .disabled
        default: return nil
        }
    }

    /// `true` or `false` as a text.
    var canonical: Value { .text(rawValue) }
}
