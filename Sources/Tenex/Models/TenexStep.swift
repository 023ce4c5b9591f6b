import Diagnostics
import Documents
import Platforms

/// One step of a workflow; what its `config` holds depends on its `type`.
struct TenexStep: Described {
    var key = Written<String>()
    var type = Written<String>()
    var name = Written<String>()
    var config = Written<TenexStepConfig>()
    /// How often it is tried.
    @Rare public var retry = Written<TenexRetry>()
    var onError = Written<TenexOnError>()
    var next = Written<[TenexTarget]>()
    /// The ways out of a branch, in the order in which they are tried.
    @Rare public var branches = Written<[TenexBranch]>()
    /// The step that a run goes to where this one failed.
    @Rare public var fallback = Written<String>()

    /// Names every field of a step.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "The step's stable name; texts read its output by it.", .required)
        fields.tag(
            "type", &type,
            "What it does: `agent`, `connector`, `wait` or `branch`; other words pass through.",
            .required)
        fields.field("name", &name, "The name that people see.", .none)
        fields.object(
            "config", &config, "What it works with; which fields depends on `type`.", .none)
        fields.object("retry", &retry, "How often it is tried; else once.", .none)
        fields.field(
            "on_error", &onError, "What a run does where the step failed; `fallback` says it too.",
            .halting)
        fields.field(
            "next", &next, "The steps that follow, all of them, or `end`; else the run ends.",
            .following)
        fields.list(
            "branches", &branches, key: nil,
            "The ways out of a `branch`, the first that holds is taken; the last has no condition.",
            .none)
        fields.field(
            "fallback", &fallback, "The step that follows where this one failed.", .falling)
    }
}

/// A step that follows another, by its key.
struct TenexTarget: FieldValue {
    /// The key, which may be no step's.
    var key: String
    /// Where it is written.
    var span: SourceSpan?

    /// Names a step.
    init(_ key: String, span: SourceSpan? = nil) {
        self.key = key
        self.span = span
    }

    /// A text.
    static var fieldType: FieldType { .text }
    /// The key of a step.
    static func decode(_ node: Node, into report: inout Report) -> TenexTarget? {
        String.decode(node, into: &report).map { TenexTarget($0, span: node.span) }
    }
    /// Any scalar.
    init?(lenient value: Value) {
        guard let key = String(lenient: value) else { return nil }
        self.init(key)
    }
    /// The key.
    var canonical: Value { .text(key) }
}

/// How often a step is tried.
struct TenexRetry: Described {
    var maxAttempts = Written<Int64>()
    var backoffSeconds = Written<Double>()

    /// Names both numbers.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("max_attempts", &maxAttempts, "How often it is tried in all.", .required)
        fields.field(
            "backoff_seconds", &backoffSeconds, "How many seconds lie between two attempts.", .none)
    }
}

/// One way out of a branch.
struct TenexBranch: Described {
    var label = Written<String>()
    var condition = Written<TenexCondition>()
    var next = Written<String>()

    /// Names every field.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "What people call it.", .none)
        fields.field(
            "condition", &condition,
            "`{ field, op, value }`, `{ all: […] }`, `{ any: […] }` or `{ not: … }`.", .none)
        fields.field("next", &next, "The step it leads to, or `end`.", .leadingOn)
    }

    /// Whether it is the way for everybody whom no condition took.
    var isOtherwise: Bool {
        switch condition.state {
        case .null: true
        case .absent: condition.span == nil
        case .value, .later: false
        }
    }
    /// Where it is written, as near as is known.
    var span: SourceSpan? { label.span ?? condition.span ?? next.span }
}

extension TenexStep {
    /// The key; empty while none is known.
    var id: String { key.value ?? "" }
    /// The type, where it is one of the four that are known.
    var knownType: TenexStepType? { type.value.flatMap(TenexStepType.init(rawValue:)) }
    /// Where the step is written, as near as is known.
    var span: SourceSpan? { key.span ?? type.span ?? name.span }
}

extension Rules {
    /// A run halts at a failed step where nothing is written.
    fileprivate static let halting = Rules.defaulting("halt")
    /// All that follow are taken, so their order means nothing.
    fileprivate static let following = Rules.with { $0.isUnordered = true }
        .leading(to: "steps").or(.single)
    /// Where a way out of a branch leads.
    fileprivate static let leadingOn = required.leading(to: "steps")
    /// Where a failed step leads.
    fileprivate static let falling = none.leading(to: "steps")
}
