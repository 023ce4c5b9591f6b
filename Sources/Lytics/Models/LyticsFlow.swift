import Documents
import Platforms

/// A Lytics flow: whom it takes in, and the steps they walk through.
struct LyticsFlow: Described {
    /// The list of its steps, which ways lead to by their slugs.
    static let list = "steps"

    var label = Written<String>()
    var details = Written<String>()
    var entrySegment = Written<String>()
    var entryCondition = Written<LyticsEntryCondition>()
    var reentryAllowed = Written<Bool>()
    var reentryCondition = Written<LyticsEntryCondition>()
    var reentryDelay = Written<Nanoseconds>()
    var expiresAt = Written<Timestamp>()
    var rootStep = Written<StepTarget>()
    var steps = Written<[LyticsStep]>()
    var state = Written<LyticsFlowState>()

    /// Names every field of a flow.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "The name that people see.", .emptyText)
        fields.field("description", &details, "What the flow is for.", .emptyText)
        fields.reference(
            "entry_segment_id", &entrySegment, to: .segment, plain: .either,
            "The segment whose people enter, by id or slug.", .none)
        fields.field(
            "entry_condition", &entryCondition,
            "Whether being in the segment or entering it starts the journey.", .entering)
        fields.field(
            "reentry_allowed", &reentryAllowed, "Whether somebody may walk through it again.",
            .off)
        fields.field(
            "reentry_condition", &reentryCondition, "What lets somebody in again.")
        fields.field(
            "reentry_delay", &reentryDelay,
            "How long to wait before somebody may enter again, from 1h to 365d.")
        fields.field("expires_at", &expiresAt, "When the flow ends by itself.")
        fields.field(
            "root_step_id", &rootStep, "The step that people enter at; else the first.", .entrance
        )
        fields.list(
            "steps", &steps, key: "slug", "The steps that people walk through.", .walk)
        fields.field(
            "state", &state, "`running` starts the flow, `draining` lets people finish it.",
            .lifecycle)
    }
}

extension Rules {
    /// A change on a running flow makes a new version of it.
    static let structural = Rules.with { $0.onRunning = .newVersion }
    /// Must be written, and a change on a running flow makes a new version of it.
    static let structuralRequired = Rules.with {
        $0.isRequired = true
        $0.onRunning = .newVersion
    }
    /// What people walk through, which no flow is without.
    fileprivate static let walk = Rules.with {
        $0.onRunning = .newVersion
        $0.isNeverNull = true
        $0.isRenamable = true
    }
    fileprivate static let entrance = structural.leading(to: LyticsFlow.list)
    /// An empty text where nothing is written.
    static let emptyText = Rules.defaulting("")
    /// People enter a flow when they enter its segment, where nothing is written.
    fileprivate static let entering = Rules.defaulting("on_segment_entry")
    /// Lists of auths: in no order, and empty where nothing is written.
    static let auths = Rules.with {
        $0.isUnordered = true
        $0.defaultValue = []
    }

    /// Exists for some step types only; a change on a running flow makes a new version of it.
    static func structural(_ types: LyticsStepType...) -> Rules {
        .with {
            $0.onRunning = .newVersion
            $0.only = types.map(\.rawValue)
        }
    }
}

extension KindName {
    static let flow = KindName("lytics", "flow")
    static let connection = KindName("lytics", "connection")
    static let auth = KindName("lytics", "auth")
    static let job = KindName("lytics", "job")
    static let segment = KindName("lytics", "segment")
    static let provider = KindName("lytics", "provider")
    static let workflow = KindName("lytics", "workflow")
}
