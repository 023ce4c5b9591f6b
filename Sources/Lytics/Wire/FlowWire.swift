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

    /// What to do where the service refuses the form that `auto` took without a flow to go by.
    func advice(_ account: Account) -> String? {
        let isGuessed =
            FlowWire.asked(account) == nil && account.facts[LyticsAccountFact.wire] == nil
        guard self == .steps, isGuessed else { return nil }
        return "no flow of this account tells which form it takes, so `steps` were sent; if it "
            + "takes nodes and edges only, write `wire: graph` in the entry of account "
            + "`\(account.name)`"
    }

    /// The form for one flow, with what the asked-for form cannot carry.
    static func choose(
        for value: Value, _ account: Account
    ) -> (wire: FlowWire, refusals: [Refusal]) {
        let asked = asked(account)
        let wire = asked ?? usual(account)
        let limits = wire.limits(of: value)
        return asked != nil ? (wire, limits) : (limits.isEmpty ? wire : .core, [])
    }

    /// What this form cannot carry of a flow.
    private func limits(of value: Value) -> [Refusal] {
        switch self {
        case .steps: FlowLimits.shares(in: value)
        case .graph: FlowLimits.ofGraph(value)
        case .core: []
        }
    }

    /// The lists of a body whose elements are merged one by one with what was read.
    var lists: [String: Overlay.Keyed] {
        self == .graph
            ? ["nodes": .init(key: "sequence_id", tag: "type"), "edges": .init(key: "id")]
            : ["steps": .init(key: "id", tag: "type_hint")]
    }

    /// What a read object may show that this form says otherwise.
    var dropping: [String] {
        self == .graph ? ["steps", "root_step_id"] + GraphBody.entry : ["nodes", "edges"]
    }

    /// The body of a flow; `numbers` gives the number of every step.
    ///
    /// `end` is null in a body that goes over a read one, so that an older `next` does not stay;
    /// what `live` shows and no file names, such as exits and ranks, keeps its numbers.
    func body(
        of value: Value, id: Value, numbers: Object, end: Value? = nil, over live: Object = [:]
    ) -> Object {
        let flow = LiveRanks(live).kept(in: value, numbers: numbers).object ?? [:]
        var body =
            switch self {
            case .steps: StepsBody(numbers, durations: .text, end: end).body(of: flow)
            case .core: StepsBody(numbers, durations: .nanoseconds, end: end).body(of: flow)
            case .graph: GraphBody(numbers, over: live).body(of: flow)
            }
        body["id"] = id
        return body
    }
}

/// What a form of the wire cannot carry, each with its place.
enum FlowLimits {
    /// What nodes and edges have no place for.
    static func ofGraph(_ value: Value) -> [Refusal] {
        var refusals: [Refusal] = []
        if value["reentry_condition"]?.isNull == false {
            refusals.append(refusal("`reentry_condition`", FieldPath(["reentry_condition"])))
        }
        for step in value["steps"]?.list ?? [] {
            let path = FieldPath(["steps", step["slug"]?.text ?? ""])
            switch step["type_hint"]?.text {
            case "affinity", "work_export_exit":
                let type = step["type_hint"]?.text ?? ""
                refusals.append(refusal("a step of the type `\(type)`", path))
            case "delay" where step["delay_until"]?.isNull == false:
                let place = path.appending("delay_until")
                refusals.append(refusal("`delay_until`", place))
            default: break
            }
        }
        return refusals + shares(in: value)
    }

    /// The A/B tests, whose shares `/v2/flow/ui` is known to drop.
    static func shares(in value: Value) -> [Refusal] {
        (value["steps"]?.list ?? []).filter { $0["type_hint"] == "ab_testing" }.map { step in
            Refusal(
                code: LyticsCode.wireCannotCarry,
                message: "`/v2/flow/ui` drops the shares of an A/B test",
                path: FieldPath(["steps", step["slug"]?.text ?? ""]),
                help: "write `wire: auto` or `wire: core` in the account's entry")
        }
    }

    private static func refusal(_ what: String, _ path: FieldPath) -> Refusal {
        Refusal(
            code: LyticsCode.wireCannotCarry,
            message: "nodes and edges have no place for \(what)", path: path,
            help: "write `wire: auto` or `wire: core` in the account's entry")
    }
}
