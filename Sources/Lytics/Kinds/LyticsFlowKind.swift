public import Diagnostics
public import Documents
public import Flows
public import Platforms

/// `lytics/flow`: a draft until it is started; changed steps of a running flow are a new version.
public struct LyticsFlowKind: Kind {
    /// `lytics/flow`.
    public let name = KindName.flow
    /// One sentence.
    public let summary = "A journey: whom it takes in, and the steps they walk through."
    /// People call it by its label.
    public let nameField = "label"
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: LyticsFlow.self)
    /// `state`, from draft to running to draining.
    public let lifecycle: Lifecycle? = LyticsFlowKind.lifecycle
    /// A welcome series.
    public let example = """
        kind: lytics/flow
        id: welcome_series
        label: Welcome series
        description: Two touches over three days for new sign-ups
        entry_segment_id: "${segment/new_signups}"
        entry_condition: on_segment_entry
        reentry_allowed: false
        steps:
          - slug: send_welcome
            label: Send the welcome
            type_hint: work_export
            work_id: "${job/braze_welcome}"
            next: wait_three_days
          - slug: wait_three_days
            label: Wait three days
            type_hint: delay
            delay: 72h
            next: opened
          - slug: opened
            label: Opened it?
            type_hint: conditional
            split_conditions:
              - label: "Yes"
                conditions: FILTER AND (email_opened = true) FROM user
                next: send_offer
              - { label: "No", next: end }
          - slug: send_offer
            label: Send the offer
            type_hint: work_export
            work_config:
              workflow: webhook_triggers
              name: Offer
              config: { webhook_url: "https://shop.example.com/offer" }
            next: end
        """

    /// What the service sets.
    public let serverFields = LyticsFlowKind.server.filter { $0 != "state" }

    /// A flow's id is the author's, and Lytics takes it once.
    public let deletesFirst: String? = "Lytics takes the id of a flow only once"

    /// Makes the kind; it has no state.
    public init() {}

    /// Decodes, checks and lowers a flow.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var problems = Report()
        let flow = decodedFlow(document, into: &problems)
        FlowCheck.check(flow, into: &problems)
        report.add(problems)
        return [document.resource(flow, name)]
    }

    /// The typed model of a document in its canonical form, unchecked.
    func decodedFlow(
        _ document: AuthoredDocument, into report: inout Report
    ) -> LyticsFlow {
        var flow = document.decoded(LyticsFlow.self, name, into: &report)
        flow.settle(document.isAnswer ? .platform : .file)
        return flow
    }

    /// The flow of a document as nodes and edges.
    public func graph(of resource: Resource) -> FlowGraph? {
        resource.model(as: LyticsFlow.self)?.graph
    }

    /// The author's id, which is also the id on the platform.
    public func naturalKey(of value: Value, address: Address) -> Value? { [.text(address.id)] }

    /// What the form that the account's entry asks for has no place for.
    public func limits(of resource: Resource, account: Account) -> [Refusal] {
        FlowWire.asked(account)?.limits(of: resource.value) ?? []
    }

    /// Reads the latest version of one flow.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        let usual = FlowWire.usual(account)
        let isInFull =
            usual == .graph
            || account.facts[LyticsAccountFact.wire] == nil
                && (FlowForm.waits(in: value) || !FlowLimits.ofGraph(value).isEmpty)
        let wire = FlowWire.asked(account) ?? (isInFull ? .core : usual)
        return LyticsRead.flows(wire).one(liveID, wire.read(liveID))
    }
}
