import Documents
import Platforms

/// A trigger of 10ex (`ExternalTrigger`): when something happens, a workflow runs or a URL is told.
struct TenexTrigger: Described {
    var workflow = Written<String>()
    var name = Written<String>()
    var source = Written<TenexTriggerSource>()
    var event = Written<String>()
    /// When it fires by the clock.
    @Rare public var schedule = Written<TenexSchedule>()
    /// The connector whose events it listens for.
    @Rare public var connector = Written<String>()
    /// Which events count.
    @Rare public var filters = Written<TenexCondition>()
    /// What it sets off.
    @Rare public var target = Written<TenexTargetType>()
    /// The URL that is told.
    @Rare public var targetURL = Written<String>()
    /// What the workflow's inputs are made of.
    @Rare public var inputMapping = Written<Object>()
    var enabled = Written<TenexEnabled>()

    /// Names every field of a trigger.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "workflow_id", &workflow, to: .tenexWorkflow, plain: .either,
            "The workflow that it starts.", .immutable)
        describeOwn(&fields)
    }

    /// Names the fields that authors write in a workflow's document.
    mutating func describeOwn(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see; else the key.", .none)
        fields.field("source", &source, "What it listens to.", .identity)
        fields.field(
            "event_type", &event, "The event, such as lead.created; none for a schedule.",
            .immutable)
        fields.object("schedule", &schedule, "When it fires, for a `schedule`.", .none)
        fields.reference(
            "connector_id", &connector, to: .tenexConnector, plain: .either,
            "The connector whose events count, by id, name or `provider/role`.", .none)
        fields.field(
            "filters", &filters, "A condition on the event.", .with { $0.isWhole = true })
        fields.field("target_type", &target, "What it sets off.", .starting)
        fields.field("target_url", &targetURL, "The URL that is told, for a `webhook`.", .none)
        fields.map(
            "input_mapping", &inputMapping,
            "The workflow's inputs by name, with {{ trigger.… }} and {{ lead.… }}.", .mapped)
        fields.field("enabled", &enabled, "`true` lets it fire, `false` stops it.", .lifecycle)
    }

    /// Whether it starts its workflow, as far as is known.
    var startsWorkflow: Bool { target.value != .webhook }
}

/// A trigger as a workflow's document has it.
struct TenexOwnTrigger: Described {
    var key = Written<String>()
    /// Its other fields.
    var trigger = TenexTrigger()

    /// Names every field that an author writes.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "The trigger's stable name.", .required)
        trigger.describeOwn(&fields)
    }
}

/// When a trigger fires by the clock.
struct TenexSchedule: Described {
    var cron = Written<String>()
    var timezone = Written<String>()

    /// Names both fields.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "cron", &cron, "Minute, hour, day of month, month, day of week: `0 6 * * 1`.",
            .required)
        fields.field(
            "timezone", &timezone, "The time zone, such as Europe/Berlin.", .defaulting("UTC"))
    }
}

extension Rules {
    /// A trigger starts a workflow where nothing is written; a change means another trigger.
    fileprivate static let starting = Rules.with {
        $0.isImmutable = true
        $0.defaultValue = "workflow"
    }
    /// A mapping is whole: what is not in it is not mapped.
    fileprivate static let mapped = Rules.with { $0.isWhole = true }
}
