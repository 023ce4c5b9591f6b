public import Diagnostics
import Documents
public import Platforms

/// `tenex/trigger`: what starts a workflow, or tells a URL; written in its workflow's file.
public struct TenexTriggerKind: Kind {
    /// `tenex/trigger`.
    public let name = KindName.tenexTrigger
    /// One sentence.
    public let summary = "What starts a workflow: an event of the CRM, a connector, or the clock."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: TenexTrigger.self)
    /// `enabled`, whether it fires.
    public let lifecycle: Lifecycle? = TenexTriggerKind.lifecycle
    /// What the service sets.
    public let serverFields = ["company_id", "created_at", "updated_at", "last_fired_at"]
    /// It stands in the document of its workflow.
    public let example = """
        kind: tenex/workflow
        id: lead_to_sequence
        name: Lead to sequence
        inputs: { lead_id: { type: uuid } }
        triggers:
          entered_segment:
            source: crm
            event_type: lead_added_to_segment
            filters: { field: trigger.data.segment_id, op: eq, value: "${segment/\\"Hot leads\\"}" }
            input_mapping: { lead_id: "{{ trigger.data.lead_id }}" }
          every_monday:
            source: schedule
            schedule: { cron: "0 6 * * 1", timezone: Europe/Berlin }
          our_warehouse:
            source: crm
            event_type: lead.updated
            target_type: webhook
            target_url: https://warehouse.example.com/leads
        """
    /// The workflow whose file it is written in.
    public let parent: KindName? = .tenexWorkflow

    /// Makes the kind; it has no state.
    public init() {}

    /// Never called: a workflow decodes its triggers.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        []
    }
}

extension TenexTriggerKind {
    static let lifecycle = Lifecycle(
        field: "enabled", initial: "false", running: ["true"], gone: [],
        authored: ["true", "false"],
        transitions: [
            .init(
                from: ["false"], to: "true", action: .start, verb: "enable",
                consequence: "from now on what it listens to sets it off", isIrreversible: false),
            .init(
                from: ["true"], to: "false", action: .pause, verb: "disable",
                consequence: "nothing sets it off until it is enabled again; runs under way go on",
                isIrreversible: false),
        ],
        deletion: [
            "true": "nothing sets it off any more; runs that it started go on",
            "false": "the trigger is gone for good",
        ], onRemoveRunning: nil)
}
