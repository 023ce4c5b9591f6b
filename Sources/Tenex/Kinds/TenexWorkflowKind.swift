public import Diagnostics
public import Documents
public import Flows
public import Platforms

/// `tenex/workflow`: a graph of steps, whose changes make versions; its triggers are rows of their
/// own.
public struct TenexWorkflowKind: Kind {
    /// `tenex/workflow`.
    public let name = KindName.tenexWorkflow
    /// One sentence.
    public let summary = "A graph of agents, connector actions, waits and branches, with triggers."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: TenexWorkflow.self)
    /// `status`, from draft to active to archived.
    public let lifecycle: Lifecycle? = TenexWorkflowKind.lifecycle
    /// What the service sets.
    public let serverFields = [
        "company_id", "current_version", "template_slug", "created_at", "updated_at",
    ]
    /// A workflow that enriches new leads and writes to the hot ones.
    public let example = """
        kind: tenex/workflow
        id: lead_to_sequence
        name: Lead to sequence
        status: active
        inputs:
          lead_id: { type: uuid, required: true, description: The lead }
        steps:
          enrich:
            type: agent
            config:
              agent_slug: lead-enrichment
              inputs: { lead_id: "{{ inputs.lead_id }}" }
            retry: { max_attempts: 3, backoff_seconds: 30 }
            next: is_hot
            fallback: tell
          is_hot:
            type: branch
            branches:
              - { label: hot, condition: { field: lead.score, op: gte, value: 80 }, next: add }
              - { label: others, next: pause }
          pause: { type: wait, config: { duration: 3d }, next: add }
          add:
            type: connector
            config:
              connector_id: hubspot/sink
              action: add_to_sequence
              params: { sequence_id: "${sequence/\\"Welcome\\"}" }
          tell:
            type: connector
            config:
              connector_id: slack/sink
              action: send_message
              params: { text: "Nobody could enrich {{ inputs.lead_id }}" }
        triggers:
          new_lead:
            source: crm
            event_type: lead.created
            input_mapping: { lead_id: "{{ trigger.data.lead_id }}" }
            enabled: true
        """

    /// Makes the kind; it has no state.
    public init() {}

    /// The triggers of a document.
    public func children(of node: Node) -> [ChildPlace] { TenexChildren.of(node) }

    /// Decodes, checks and lowers a workflow with its triggers.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        TenexLowering.decode(document, into: &report)
    }

    /// The steps of a document as nodes and edges.
    public func graph(of resource: Resource) -> FlowGraph? {
        resource.model(as: TenexWorkflow.self)?.graph
    }
}

extension TenexWorkflowKind {
    static let lifecycle = Lifecycle(
        field: "status", initial: "draft", running: ["active"], gone: [],
        authored: TenexWorkflowStatus.allCases.map(\.rawValue),
        transitions: [
            .init(
                from: ["draft", "paused"], to: "active", action: .start, verb: "activate",
                consequence: "from now on its triggers start runs", isIrreversible: false),
            .init(
                from: ["active"], to: "paused", action: .pause, verb: "pause",
                consequence: "no trigger starts a run until it is activated again; runs under way "
                    + "go on",
                isIrreversible: false),
            .init(
                from: ["draft", "active", "paused"], to: "archived", action: .stop,
                verb: "archive",
                consequence: "no run starts any more; its run history stays, and nothing brings "
                    + "it back",
                isIrreversible: true),
        ],
        deletion: [
            "draft": "the workflow is archived, as nothing deletes one; its run history stays",
            "active": "the workflow is archived, so no run starts any more; its run history stays",
            "paused": "the workflow is archived, as nothing deletes one; its run history stays",
            "archived": "the workflow is archived already; its run history stays",
        ], onRemoveRunning: nil,
        versionsRunAtOnce: true, frozen: ["archived"])
}
