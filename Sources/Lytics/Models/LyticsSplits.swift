import Documents
public import Platforms

/// One way out of a conditional step.
public struct LyticsSplitCondition: Described {
    /// The name that people see, by which the ways are told apart.
    public var label = Written<String>()
    /// The FilterQL condition; the way without one is for everybody else.
    public var conditions = Written<String>()
    /// Where people go.
    public var next = Written<StepTarget>()
    /// The place in the order; the lowest is tested first.
    public var priority = Written<Int64>()

    /// A way without fields.
    public init() {}

    /// Names every field of a way.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "label", &label, "The name of the way, unlike any other's.", .structuralRequired)
        fields.field(
            "conditions", &conditions, "The FilterQL condition; absent for everybody else.",
            .structural)
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .structuralRequired)
        fields.field(
            "priority", &priority, "The place in the order, lowest first; else its position.",
            .structural)
    }

    /// Whether it is the way for everybody whom no condition takes.
    public var isFallback: Bool {
        switch conditions.state {
        case .absent, .null: true
        case .value(let text): text.isEmpty
        case .later: false
        }
    }
}

/// One way out of an affinity step.
public struct LyticsSplitAffinity: Described {
    /// The topic.
    public var affinity = Written<String>()
    /// The name that people see.
    public var label = Written<String>()
    /// Where people go.
    public var next = Written<StepTarget>()
    /// The place in the order; the lowest is tested first.
    public var priority = Written<Int64>()

    /// A way without fields.
    public init() {}

    /// Names every field of a way.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("affinity", &affinity, "The topic of the way.", .structuralRequired)
        fields.field("label", &label, "The name that people see.", .structural)
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .structuralRequired)
        fields.field(
            "priority", &priority, "The place in the order, lowest first; else its position.",
            .structural)
    }
}

/// One way out of an A/B test.
public struct LyticsSplitProbability: Described {
    /// Where people go.
    public var next = Written<StepTarget>()
    /// The share of people, 0 to 1.
    public var share = Written<Double>()

    /// A way without fields.
    public init() {}

    /// Names every field of a way.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .structuralRequired)
        fields.field("prob", &share, "The share of people, from 0 to 1.", .structuralRequired)
    }
}

/// The moment that a delay waits for.
public struct LyticsDelayUntil: Described {
    /// Whether a time or a weekday is waited for.
    public var kind = Written<LyticsDelayKind>()
    /// The time, `09:30`.
    public var timeOfDay = Written<String>()
    /// The weekday, 0 for Sunday.
    public var dayOfWeek = Written<Int64>()
    /// The time zone, `Europe/Berlin`.
    public var timezone = Written<String>()

    /// A moment without fields.
    public init() {}

    /// Names every field of a moment.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "kind", &kind, "Whether a time or a weekday is waited for.", .structuralRequired)
        fields.field("time_of_day", &timeOfDay, "The time, such as 09:30.", .structural)
        fields.field("day_of_week", &dayOfWeek, "The weekday, 0 for Sunday.", .structural)
        fields.field("timezone", &timezone, "The time zone, such as Europe/Berlin.", .structural)
    }
}
