import Documents
import Platforms

/// The form in which one flow is sent, and what is not known of it.
struct FlowForm {
    /// What nobody knows before a service has answered a write of it.
    enum Doubt: String {
        /// Whether `/v2/flow/ui` takes `steps`: no flow of the account shows its form.
        case steps
        /// Whether nodes keep `delay_until`, which the editor has and no source describes.
        case delayUntil = "delay_until"
    }

    /// The form that is sent, or tried first.
    let wire: FlowWire
    /// What the first write of it finds out; `/v2/flow`, which carries everything, stands behind.
    var doubt: Doubt?
    /// What the form that the account's entry asks for cannot carry.
    var refusals: [Refusal] = []

    /// Chooses for a flow as it is wanted, written over what is observed.
    static func choose(
        for value: Value, _ account: Account, over observed: ObservedResource? = nil
    ) -> FlowForm {
        if let asked = FlowWire.asked(account) {
            return FlowForm(wire: asked, refusals: asked.limits(of: value))
        }
        let known = account.facts[LyticsAccountFact.wire].flatMap(FlowWire.init(rawValue:))
        let wire = known ?? .steps
        guard wire.limits(of: value).isEmpty else { return FlowForm(wire: .core) }
        if known == nil { return unknown(value, observed) }
        if observed?.facts[LyticsFlowFact.wire] == FlowWire.core.rawValue {
            return FlowForm(wire: .core)
        }
        guard wire == .graph, waits(in: value) else { return FlowForm(wire: wire) }
        return calendar(over: observed)
    }

    /// A flow without steps finds nothing out, and one that shows none has lost them.
    private static func unknown(_ value: Value, _ observed: ObservedResource?) -> FlowForm {
        let hasSteps = value["steps"]?.list?.isEmpty == false
        guard hasSteps, observed == nil else { return FlowForm(wire: .core) }
        return FlowForm(wire: .steps, doubt: .steps)
    }

    /// Nodes that show a time of the calendar keep one.
    private static func calendar(over observed: ObservedResource?) -> FlowForm {
        let isShown = observed.map { waits(in: $0.value) } ?? false
        return FlowForm(wire: .graph, doubt: isShown ? nil : .delayUntil)
    }

    /// Whether a step waits for a time of the calendar.
    static func waits(in value: Value) -> Bool {
        (value["steps"]?.list ?? []).contains { $0["delay_until"]?.isNull == false }
    }
}
