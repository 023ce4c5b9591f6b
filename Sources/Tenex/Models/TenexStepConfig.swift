import Documents
import Platforms

/// What a step works with; which fields it has depends on the step's type.
///
/// `step_type` repeats the step's type while a document or an answer is read, and is taken out
/// afterwards. Of types that are not known everything is kept as it is.
struct TenexStepConfig: Described {
    var type = Written<String>()
    /// The agent that runs.
    @Rare public var agent = Written<String>()
    /// What the agent is given.
    @Rare public var inputs = Written<Object>()
    /// The connector that acts.
    @Rare public var connector = Written<String>()
    /// What the connector does.
    @Rare public var action = Written<String>()
    /// What the connector is given.
    @Rare public var parameters = Written<Object>()
    /// How long a run waits.
    @Rare public var duration = Written<TenexDuration>()
    /// The event that a run waits for.
    @Rare public var event = Written<String>()
    /// How long a run waits for an event at most.
    @Rare public var timeout = Written<TenexDuration>()
    /// What steps of other types have.
    var others: Object = [:]

    /// Names the fields of the step's type; those of every type where none is known.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.tag("step_type", &type, "The step's type once more; may be left out.", .none)
        let isOther = type.value.map { TenexStepType(rawValue: $0) == nil }
        if isOther != true {
            describeAgent(&fields)
            describeConnector(&fields)
            describeWait(&fields)
        }
        if isOther != false { fields.rest(&others) }
    }

    private mutating func describeAgent(_ fields: inout some FieldVisitor) {
        fields.reference(
            "agent_slug", &agent, to: .tenexAgent, plain: .either, "The agent that runs, by slug.",
            .running)
        fields.map("inputs", &inputs, "What the agent is given, with {{ … }}.", .given)
    }

    private mutating func describeConnector(_ fields: inout some FieldVisitor) {
        fields.reference(
            "connector_id", &connector, to: .tenexConnector, plain: .either,
            "The connector that acts, by id, name or `provider/role`.", .acting)
        fields.field("action", &action, "What the connector does.", .acting)
        fields.map("params", &parameters, "What the connector is given, with {{ … }}.", .handed)
    }

    private mutating func describeWait(_ fields: inout some FieldVisitor) {
        fields.field(
            "duration", &duration, "How long a run waits, such as `3d` or `P3D`.", .waiting)
        fields.field("event_type", &event, "The event that a run waits for instead.", .listening)
        fields.field(
            "timeout", &timeout, "How long a run waits for the event at most.", .waiting)
    }
}

/// The rules of fields that some types of steps have, made once: every step is read by them.
extension Rules {
    fileprivate static let running = of(.agent) { $0.isRequired = true }
    fileprivate static let given = of(.agent) { $0.isWhole = true }
    fileprivate static let acting = of(.connector) { $0.isRequired = true }
    fileprivate static let handed = of(.connector) { $0.isWhole = true }
    fileprivate static let listening = of(.wait)
    fileprivate static let waiting = of(.wait).or(.period)

    private static func of(
        _ type: TenexStepType, change: (inout Rules) -> Void = { _ in }
    ) -> Rules {
        .with {
            $0.only = [type.rawValue]
            change(&$0)
        }
    }
}
