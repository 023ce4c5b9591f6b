import Diagnostics
import Documents
import Platforms

/// The three ways in which a flow goes over the wire.
enum FlowWire: String, CaseIterable {
    /// Steps with texts for durations, on `/v2/flow/ui`: the platform's older documents.
    case steps
    /// Nodes and edges, with nanoseconds and seconds, on `/v2/flow/ui`: the newest ones.
    case graph
    /// Steps with nanoseconds, on `/v2/flow`.
    case core

    /// The form an object shows itself in; nil where it shows neither nodes nor steps.
    static func seen(in raw: Object, at wire: FlowWire?) -> FlowWire? {
        if raw["nodes"] != nil { return .graph }
        if wire == .core { return .core }
        return raw["steps"] != nil ? .steps : nil
    }

    /// The form the account's entry asks for; nil for `auto`.
    static func asked(_ account: Account) -> FlowWire? {
        account.options["wire"]?.text.flatMap(FlowWire.init(rawValue:))
    }

    /// The form `auto` uses where nothing speaks against it: what the answers use.
    static func usual(_ account: Account) -> FlowWire {
        account.facts[LyticsAccountFact.wire].flatMap(FlowWire.init(rawValue:)) ?? .steps
    }

    /// What to do where the service refuses the form that the account's entry asks for.
    func advice(_ account: Account) -> String? {
        guard self == .steps, FlowWire.asked(account) == .steps else { return nil }
        return "if the service takes nodes and edges only, write `wire: auto` in the entry of "
            + "account `\(account.name)`, which finds the form that it takes"
    }

    /// What this form cannot carry of a flow.
    func limits(of value: Value) -> [Refusal] {
        switch self {
        case .steps: FlowLimits.shares(in: value)
        case .graph: FlowLimits.ofGraph(value)
        case .core: []
        }
    }

    /// The lists of a body whose elements are merged one by one with what was read.
    var lists: [String: Overlay.Keyed] {
        self == .graph
            ? ["nodes": .init(key: "sequence_id", tag: "type")]
            : ["steps": .init(key: "id", tag: "type_hint")]
    }

    /// What a read object may show that this form says otherwise.
    var dropping: [String] {
        self == .graph ? ["steps", "root_step_id"] + GraphBody.entry : ["nodes", "edges"]
    }

    /// The body of a flow; `numbers` gives the number of every step.
    ///
    /// `end` is null in a body that goes over a read one, so that an older `next` does not stay.
    func body(of value: Value, id: Value, numbers: Object, end: Value? = nil) -> Object {
        let flow = value.object ?? [:]
        var body =
            switch self {
            case .steps: StepsBody(numbers, durations: .text, end: end).body(of: flow)
            case .core: StepsBody(numbers, durations: .nanoseconds, end: end).body(of: flow)
            case .graph: GraphBody(numbers, isOver: end != nil).body(of: flow)
            }
        body["id"] = id
        return body
    }
}
