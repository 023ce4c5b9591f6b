import Diagnostics
import Documents
import Platforms

/// One step of a flow; which fields it has depends on `type_hint`.
struct LyticsStep: Described {
    var slug = Written<String>()
    var type = Written<LyticsStepType>()
    var id = Written<Int64>()
    var label = Written<String>()
    var next = Written<StepTarget>()
    var work = Written<String>()
    /// The step's own work: `workflow`, `name`, `config`, `auth_ids`.
    @Rare public var workConfig = Written<Object>()
    /// The step whose exit the export belongs to.
    @Rare public var workExitStep = Written<StepTarget>()
    var delay = Written<Nanoseconds>()
    /// The moment that people wait for.
    @Rare public var delayUntil = Written<LyticsDelayUntil>()
    /// A condition that ends the wait early.
    @Rare public var delayCondition = Written<String>()
    /// Segments that somebody must have entered to go on.
    @Rare public var delayUntilEnters = Written<[ReferenceText]>()
    /// The ways out of a conditional step.
    @Rare public var splitConditions = Written<[LyticsSplitCondition]>()
    /// The affinity model that an affinity step reads.
    @Rare public var affinityConfig = Written<String>()
    /// The ways out of an affinity step.
    @Rare public var splitAffinities = Written<[LyticsSplitAffinity]>()
    /// The ways out of an A/B test.
    @Rare public var splitProbabilities = Written<[LyticsSplitProbability]>()

    /// Names every field of a step.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field(
            "slug", &slug, "The step's stable name, also its personalization key.",
            .structuralRequired)
        fields.tag("type_hint", &type, "What the step does.", .structuralRequired)
        fields.field(
            "id", &id, "The platform's number of the step; given once where absent.", .structural)
        fields.field("label", &label, "The name that people see.", .structural)
        fields.field(
            "next", &next, "The slug or id of the step that follows, or `end`.",
            .leading)
        describeWork(&fields)
        describeDelay(&fields)
        describeSplits(&fields)
    }

    private mutating func describeWork(_ fields: inout some FieldVisitor) {
        fields.reference(
            "work_id", &work, to: .job, plain: .liveID, "The job that people are handed to.",
            .exporting.insteadOf("work_config"))
        fields.map(
            "work_config", &workConfig,
            "The step's own work: its `workflow`, `name`, `config` and `auth_ids`.",
            .exporting.insteadOf("work_id"))
        fields.field(
            "work_exit_step_ref", &workExitStep, "The export whose audience people leave here.",
            .leaving)
    }

    private mutating func describeDelay(_ fields: inout some FieldVisitor) {
        fields.field(
            "delay", &delay, "How long people wait, or wait at most.", .waiting)
        fields.object(
            "delay_until", &delayUntil, "The moment that people wait for.", .waiting)
        fields.field(
            "delay_condition", &delayCondition,
            "A FilterQL condition that ends the wait early.", .waiting)
        fields.references(
            "delay_until_enters", &delayUntilEnters, to: .segment, plain: .either,
            "Segments that somebody must have entered to go on.",
            .waitingForAny)
    }

    private mutating func describeSplits(_ fields: inout some FieldVisitor) {
        fields.list(
            "split_conditions", &splitConditions, key: "label",
            "The ways out of a conditional step; the first that matches is taken.",
            .asking)
        fields.field(
            "affinity_config_id", &affinityConfig, "The affinity model that is read.",
            .preferring)
        fields.list(
            "split_affinities", &splitAffinities, key: "affinity",
            "The ways out of an affinity step.", .preferring)
        fields.list(
            "split_probabilities", &splitProbabilities, key: "next",
            "The ways out of an A/B test, with their shares.", .testing)
    }
}

/// The rules of fields that some types of steps have, made once: every step is read by them.
extension Rules {
    fileprivate static let leading = structural(.workExport, .delay, .workExportExit)
    fileprivate static let exporting = structural(.workExport, .workExportExit)
    fileprivate static let leaving = structural(.workExportExit)
    fileprivate static let waiting = structural(.delay)
    fileprivate static let waitingForAny = Rules.with {
        $0.onRunning = .newVersion
        $0.isUnordered = true
        $0.only = [LyticsStepType.delay.rawValue]
    }
    fileprivate static let asking = structural(.conditional)
    fileprivate static let preferring = structural(.affinity)
    fileprivate static let testing = Rules.with {
        $0.onRunning = .newVersion
        $0.only = [LyticsStepType.abTesting.rawValue]
        $0.joinsTwins = true
    }
}

extension LyticsStep {
    /// The slug; empty while none is known.
    var name: String { slug.value ?? "" }
    /// The slug as it ends a message; nothing while none is known.
    var named: String { name.isEmpty ? "" : ": `\(name)`" }
    /// Where the step is written, as near as is known.
    var span: SourceSpan? { slug.span ?? type.span ?? label.span }
    /// Whether people leave it on one of several ways.
    var isSplit: Bool { type.value?.splits ?? false }
    /// Whether it makes a work of its own.
    var hasOwnWork: Bool { workConfig.value?["workflow"] != nil }

    /// Every way out with its place, in writing order.
    var targets: [Written<StepTarget>] {
        let splits =
            (splitConditions.value ?? []).map(\.next) + (splitAffinities.value ?? []).map(\.next)
            + (splitProbabilities.value ?? []).map(\.next)
        return (isSplit ? splits : [next]).filter { !$0.isAbsent }
    }
}
