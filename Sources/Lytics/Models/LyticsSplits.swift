import Documents
import Platforms

/// One way out of a conditional step.
struct LyticsSplitCondition: Described {
    var label = Written<String>()
    var conditions = Written<String>()
    var next = Written<StepTarget>()
    var priority = Written<Int64>()

    /// Names every field of a way.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "label", &label, "The name of the way, unlike any other's.", .structuralRequired)
        fields.field(
            "conditions", &conditions, "The FilterQL condition; absent for everybody else.",
            .structural)
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .leadingOn)
        fields.field(
            "priority", &priority, "The place in the order, lowest first; else its position.",
            .structural)
    }

    /// Whether it is the way for everybody whom no condition takes.
    var isFallback: Bool {
        switch conditions.state {
        case .absent, .null: true
        case .value(let text): text.isEmpty
        case .later: false
        }
    }
}

/// One way out of an affinity step.
struct LyticsSplitAffinity: Described {
    var affinity = Written<String>()
    var label = Written<String>()
    var next = Written<StepTarget>()
    var priority = Written<Int64>()

    /// Names every field of a way.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("affinity", &affinity, "The topic of the way.", .structuralRequired)
        fields.field("label", &label, "The name that people see.", .structural)
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .leadingOn)
        fields.field(
            "priority", &priority, "The place in the order, lowest first; else its position.",
            .structural)
    }
}

/// One way out of an A/B test.
struct LyticsSplitProbability: Described {
    var next = Written<StepTarget>()
    var share = Written<Double>()

    /// Names every field of a way.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .leadingOn)
        fields.field("prob", &share, "The share of people, from 0 to 1.", .structuralRequired)
    }
}

/// The moment that a delay waits for.
struct LyticsDelayUntil: Described {
    var kind = Written<LyticsDelayKind>()
    var timeOfDay = Written<String>()
    var dayOfWeek = Written<Int64>()
    var timezone = Written<String>()

    /// Names every field of a moment.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "kind", &kind, "Whether a time or a weekday is waited for.", .structuralRequired)
        fields.field("time_of_day", &timeOfDay, "The time, such as 09:30.", .structural)
        fields.field("day_of_week", &dayOfWeek, "The weekday, 0 for Sunday.", .structural)
        fields.field("timezone", &timezone, "The time zone, such as Europe/Berlin.", .structural)
    }
}

extension Rules {
    /// Where a way out of a split leads.
    fileprivate static let leadingOn = structuralRequired.leading(to: LyticsFlow.list)
}
