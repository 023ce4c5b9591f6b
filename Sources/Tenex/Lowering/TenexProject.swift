import Diagnostics
import Documents
import Platforms

/// Completes what one resource alone cannot say: triggers wait for their workflow.
enum TenexProject {
    /// Leaves `enabled: true` out of triggers whose workflow is not to be active, and says so.
    ///
    /// Takes all resources of the platform, gives them back in the same order. A half-made workflow
    /// so never begins to fire: its triggers are made disabled, and enabled once it is active.
    static func complete(_ resources: [Resource], into report: inout Report) -> [Resource] {
        let workflows = Dictionary(
            resources.filter { $0.kind == .tenexWorkflow }.map { ($0.address, $0) }
        ) { first, _ in first }
        return resources.map { resource in
            guard resource.kind == .tenexTrigger, let parent = resource.address.parent,
                let workflow = workflows[parent], waits(resource, for: workflow)
            else { return resource }
            report.add(waiting(resource, workflow))
            return resource.without("enabled")
        }
    }

    private static func waits(_ trigger: Resource, for workflow: Resource) -> Bool {
        let isActive = workflow.value["status"]?.text == TenexWorkflowStatus.active.rawValue
        return trigger.value["enabled"]?.text == TenexEnabled.enabled.rawValue && !isActive
            && trigger.value["target_type"]?.text != TenexTargetType.webhook.rawValue
            && !workflow.options.isExternal
    }

    private static func waiting(_ trigger: Resource, _ workflow: Resource) -> Diagnostic {
        let enabled = trigger.node["enabled"]
        let status = workflow.node["status"]
        return .warning(
            TenexCode.triggerWaits,
            "`\(trigger.address.id)` stays as it is until its workflow is `active`",
            at: enabled?.span ?? trigger.span,
            secondary: status.map { [.init($0.span, "the workflow's status")] } ?? [],
            help: "write `status: active` for the workflow, or leave `enabled` out")
    }
}

extension Resource {
    /// The same resource without one of its fields.
    fileprivate func without(_ field: String) -> Resource {
        var object = value.object ?? [:]
        object[field] = nil
        return Resource(
            address: address, kind: kind, value: .object(object), needs: needs, node: node,
            options: options, span: span, file: file)
    }
}
